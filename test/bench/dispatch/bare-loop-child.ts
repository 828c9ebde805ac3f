/** A bare botbuilder loop, to compare with: one connector client posts the same card to the same people, as many at once,
 * and nothing is recorded. The adapter's turn that a bot would make for each costs twice as much. */

import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
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

export interface BareLoopTook {
  readonly ms: number;
  /** Processor time. */
  readonly cpuMs: number;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

process.once('message', async (loop: BareLoop) => {
  const { origin, serviceUrl, appId, tenantId, password, conversationIds, activity, atATime } = loop;
  const signIn = loopbackAuthSettings(origin, tenantId);
  const settings = {
    MicrosoftAppId: appId,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenantId,
    ...signIn,
  };
  const credentials = loopbackCredentials(origin, { appId, tenantId, password });
  const authentication = new ConfigurationBotFrameworkAuthentication(settings, credentials as never);
  // All that is asked of it: whom a token is for.
  const identity = { getClaimValue: () => appId };
  const client = await authentication
    .createConnectorFactory(identity as never)
    .create(serviceUrl, signIn.ToChannelFromBotOAuthScope ?? '');
  const post = (id: string) => client.conversations.sendToConversation(id, activity);
  let next = 0;
  const work = async () => {
    for (let id = conversationIds[next++]; id !== undefined; id = conversationIds[next++]) await post(id);
  };
  const beganMs = performance.now();
  const beganCpuMs = cpuMs();
  await Promise.all(Array.from({ length: atATime }, work));
  const took: BareLoopTook = { ms: performance.now() - beganMs, cpuMs: cpuMs() - beganCpuMs };
  process.send?.(took);
  process.disconnect();
});
