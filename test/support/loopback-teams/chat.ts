/** One person's 1:1 chat with the bot, as Teams keeps it. */

import { createHash } from 'node:crypto';
import type { BotActivity, StoredMessage } from './activity';

export interface ChatOwner {
  readonly tenantId: string;
  readonly aadObjectId: string;
}

/** The conversation's id is derived, so that the same person has the same ids in every run. */
export function chatIdOf(owner: ChatOwner): string {
  const hash = createHash('sha256').update(`${owner.tenantId}/${owner.aadObjectId}`);
  return `a:${hash.digest('base64url')}`;
}

export class Chat {
  readonly owner: ChatOwner;
  readonly id: string;
  name = 'Synthetic Person';
  /** The reason code with which Teams refuses what the bot writes here. */
  blockedWith: string | undefined;
  /** True for somebody for whom the app was never installed: no chat of theirs can be opened. */
  lacksApp = false;
  readonly messages: StoredMessage[] = [];
  /** Messages accepted from the bot, also those whose bodies are not kept. */
  acceptedCount = 0;
  /** The message whose automatic refresh the bot is answering. */
  refreshing: string | undefined;
  readonly #keepsMessages: boolean;
  // A list, because hundreds of thousands of chats hold one or two messages each.
  readonly #seen: string[] = [];

  constructor(id: string, owner: ChatOwner, keepsMessages: boolean) {
    this.id = id;
    this.owner = owner;
    this.#keepsMessages = keepsMessages;
  }

  /** The person's id in Teams, which shares its root with the conversation's. */
  get teamsUserId(): string {
    return this.id.replace(/^a:/, '29:');
  }

  /** Stores what the bot posted; says whether the very same message had been posted here before. */
  accept(activityId: string, activity: BotActivity): { readonly isDuplicate: boolean } {
    this.acceptedCount += 1;
    const content = JSON.stringify(activity.attachments ?? activity.text ?? '');
    const key = createHash('sha1').update(content).digest('base64');
    const isDuplicate = this.#seen.includes(key);
    if (!isDuplicate) this.#seen.push(key);
    this.#store(activityId, 'bot', activity);
    return { isDuplicate };
  }

  /** Stores what the person wrote. */
  write(activityId: string, text: string): void {
    this.#store(activityId, 'user', { type: 'message', text });
  }

  message(activityId: string): StoredMessage | undefined {
    return this.messages.find((each) => each.id === activityId && !each.isDeleted);
  }

  get keepsMessages(): boolean {
    return this.#keepsMessages;
  }

  #store(id: string, from: 'bot' | 'user', activity: BotActivity): void {
    if (!this.#keepsMessages) return;
    this.messages.push({ id, conversationId: this.id, from, activity, isDeleted: false, edition: 0 });
  }
}
