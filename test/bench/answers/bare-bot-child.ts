/** A bare teams-ai bot, to compare with: checks the same token, returns a card of the same size, stores nothing. */

import { Application } from '@microsoft/teams-ai';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createServer, plugins, type Request, type Response } from 'restify';
import { loopbackAuthSettings, loopbackCredentials } from '../../support/token-issuer';
import { tapKey } from './tap-script';

export interface BareBotOptions {
  /** The loopback's, whose sign-in it trusts. */
  readonly origin: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly password: string;
  /** The card for each tap, by its key. */
  readonly cards: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

process.once('message', (message) => {
  const { origin, appId, tenantId, password, cards } = message as BareBotOptions;
  const settings = {
    MicrosoftAppId: appId,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenantId,
    ...loopbackAuthSettings(origin, tenantId),
  };
  const credentials = loopbackCredentials(origin, { appId, tenantId, password });
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(settings, credentials as never),
  );
  const application = new Application();
  application.adaptiveCards.actionExecute(/.*/, async (context, _state, data) => {
    const card = cards[tapKey(context.activity.value.action.verb, data as Record<string, unknown>)];
    if (!card) throw new Error('no card for this tap');
    return card as never;
  });
  const server = createServer();
  server.use(plugins.bodyParser());
  server.post('/api/messages', async (request: Request, response: Response) => {
    await adapter.process(request, response, async (context) => {
      await application.run(context);
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
});
process.on('disconnect', () => process.exit(0));
