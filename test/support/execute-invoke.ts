/** Any invoke of a card's button, also one that no card offers. */

import type { ClientActivity } from './loopback-teams/activity';
import { chatIdOf } from './loopback-teams/chat';

export interface InvokeSource {
  readonly serviceUrl: string;
  readonly appId: string;
  readonly tenantId: string;
}

export interface InvokedAction {
  readonly verb: string;
  readonly data: unknown;
}

/** As Teams sends it for the person with this directory id. */
export function executeInvoke(
  { serviceUrl, appId, tenantId }: InvokeSource,
  aadObjectId: string,
  { verb, data }: InvokedAction,
): ClientActivity {
  const conversationId = chatIdOf({ tenantId, aadObjectId });
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: '1700000000001',
    timestamp: '2026-03-02T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: conversationId.replace(/^a:/, '29:'), name: 'Synthetic Person', aadObjectId },
    recipient: { id: `28:${appId}`, name: 'Soundings' },
    conversation: { id: conversationId, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId }, source: { name: 'message' }, legacy: { replyToId: '1:17' } },
    entities: [
      { locale: 'en-GB', country: 'GB', platform: 'iOS', timezone: 'Europe/London', type: 'clientInfo' },
    ],
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    replyToId: '17',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
}
