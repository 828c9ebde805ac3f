/** The shapes that pass between Teams and a bot, as far as the loopback needs them. */

import type { Card } from '../../../src/app/ports/messenger';

export interface ChannelAccount {
  readonly id: string;
  readonly name?: string;
  readonly aadObjectId?: string;
}

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
}

/** What the loopback sends to the bot. */
export interface ClientActivity {
  readonly type: string;
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'msteams';
  readonly serviceUrl: string;
  readonly from: ChannelAccount;
  readonly recipient: ChannelAccount;
  readonly conversation: {
    readonly id: string;
    readonly conversationType: 'personal' | 'groupChat';
    readonly tenantId: string;
  };
  readonly channelData: Readonly<Record<string, unknown>>;
  readonly name?: string;
  readonly text?: string;
  readonly value?: unknown;
  readonly replyToId?: string;
  readonly [more: string]: unknown;
}

/** What the bot posts. */
export interface BotActivity {
  readonly type?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly Attachment[];
  readonly replyToId?: string;
  readonly [more: string]: unknown;
}

/** One message of a chat, as it stands after the bot's updates. */
export interface StoredMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly from: 'bot' | 'user';
  activity: BotActivity;
  isDeleted: boolean;
  /** Grows with each update, so that a device knows that what it shows is old. */
  edition: number;
}

const cardContentType = 'application/vnd.microsoft.card.adaptive';

/** Whether a value is a JSON object. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first Adaptive Card of a message, if it has one. */
export function cardOf(activity: BotActivity): Card | undefined {
  const content = activity.attachments?.find((each) => each.contentType === cardContentType)?.content;
  return isJsonObject(content) ? content : undefined;
}
