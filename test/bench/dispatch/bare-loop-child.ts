/** A bare botbuilder loop, to compare with: posts the same card to the same people, as many at once, and records nothing. */

import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { loopbackAuthSettings, loopbackCredentials } from '../../support/token-issuer';

export interface BareLoop {
  readonly origin: string;
  readonly serviceUrl: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly password: string;
  readonly conversationIds: readonly string[];
  readonly activity: Partial<Activity>;
  readonly atATime: number;
}

process.once('message', async (loop: BareLoop) => {
  const { origin, serviceUrl, appId, tenantId, password, conversationIds, activity, atATime } = loop;
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
  const post = (id: string) =>
    adapter.continueConversationAsync(
      appId,
      {
        channelId: 'msteams',
        serviceUrl,
        bot: { id: `28:${appId}`, name: 'Soundings' },
        conversation: { id, isGroup: false, conversationType: 'personal', tenantId, name: '' },
      },
      async (context) => {
        await context.sendActivity(activity);
      },
    );
  let next = 0;
  const work = async () => {
    for (let id = conversationIds[next++]; id !== undefined; id = conversationIds[next++]) await post(id);
  };
  const beganMs = performance.now();
  await Promise.all(Array.from({ length: atATime }, work));
  process.send?.({ tookMs: performance.now() - beganMs });
  process.disconnect();
});
