/** Finds people's chats by directory id, Teams id or conversation; a person exists as soon as somebody names them. */

import { Chat, type ChatOwner } from './chat';

export class ChatDirectory {
  readonly #keepsMessages: boolean;
  readonly #byOwner = new Map<string, Chat>();
  readonly #byConversation = new Map<string, Chat>();
  readonly #byTeamsUser = new Map<string, Chat>();

  constructor(keepsMessages: boolean) {
    this.#keepsMessages = keepsMessages;
  }

  of(owner: ChatOwner): Chat {
    const key = `${owner.tenantId}/${owner.aadObjectId}`;
    const known = this.#byOwner.get(key);
    if (known !== undefined) return known;
    const chat = new Chat(owner, this.#keepsMessages);
    this.#byOwner.set(key, chat);
    this.#byConversation.set(chat.id, chat);
    this.#byTeamsUser.set(chat.teamsUserId, chat);
    return chat;
  }

  byConversation(conversationId: string): Chat | undefined {
    return this.#byConversation.get(conversationId);
  }

  byTeamsUser(teamsUserId: string): Chat | undefined {
    return this.#byTeamsUser.get(teamsUserId);
  }

  all(): IterableIterator<Chat> {
    return this.#byOwner.values();
  }
}
