/** Finds people's chats by directory id, Teams id or conversation; a person exists as soon as somebody names them. */

import { Chat, type ChatOwner, chatIdOf } from './chat';

export class ChatDirectory {
  readonly #keepsMessages: boolean;
  readonly #byConversation = new Map<string, Chat>();

  constructor(keepsMessages: boolean) {
    this.#keepsMessages = keepsMessages;
  }

  of(owner: ChatOwner): Chat {
    const id = chatIdOf(owner);
    const known = this.#byConversation.get(id);
    if (known !== undefined) return known;
    const chat = new Chat(id, owner, this.#keepsMessages);
    this.#byConversation.set(id, chat);
    return chat;
  }

  byConversation(conversationId: string): Chat | undefined {
    return this.#byConversation.get(conversationId);
  }

  byTeamsUser(teamsUserId: string): Chat | undefined {
    return this.byConversation(teamsUserId.replace(/^29:/, 'a:'));
  }

  all(): IterableIterator<Chat> {
    return this.#byConversation.values();
  }
}
