/** Builds the activities that Teams sends to a bot, in their real shape. */

import type { ClientActivity } from './activity';
import type { PressedAction } from './card-press';
import type { Chat } from './chat';

export interface ActivitySource {
  readonly chat: Chat;
  readonly serviceUrl: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly now: string;
  readonly newId: () => string;
}

/** An activity of any type, from the person of the chat to the bot. */
export function activityFrom(
  source: ActivitySource,
  rest: Readonly<Record<string, unknown>> & { readonly type: string },
): ClientActivity {
  const { chat, bot } = source;
  const { channelData = {}, ...more } = rest as {
    channelData?: Readonly<Record<string, unknown>>;
    type: string;
  };
  return {
    id: source.newId(),
    timestamp: source.now,
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    channelId: 'msteams',
    serviceUrl: source.serviceUrl,
    from: {
      id: chat.teamsUserId,
      name: chat.name,
      aadObjectId: chat.owner.aadObjectId,
    },
    recipient: { id: bot.id, name: bot.name },
    conversation: { id: chat.id, conversationType: 'personal', tenantId: chat.owner.tenantId },
    entities: [
      { locale: 'en-GB', country: 'GB', platform: 'iOS', timezone: 'Europe/London', type: 'clientInfo' },
    ],
    ...more,
    channelData: { tenant: { id: chat.owner.tenantId }, ...channelData },
  };
}

/** The invoke of an Action.Execute; `automatic` is Teams' own refresh. */
export function executeActivity(
  source: ActivitySource,
  replyToId: string,
  pressed: PressedAction,
  trigger: 'manual' | 'automatic',
): ClientActivity {
  const { id, verb, data } = pressed;
  return activityFrom(source, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId,
    value: { action: { type: 'Action.Execute', id, verb, data }, trigger },
    channelData: { source: { name: 'message' }, legacy: { replyToId: `1:${replyToId}` } },
  });
}

/** A plain Action.Submit arrives as a message without text. */
export function submitActivity(
  source: ActivitySource,
  replyToId: string,
  pressed: PressedAction,
): ClientActivity {
  return activityFrom(source, {
    type: 'message',
    replyToId,
    value: pressed.data,
    channelData: { source: { name: 'message' }, legacy: { replyToId: `1:${replyToId}` } },
  });
}
