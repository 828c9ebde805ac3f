/** Carries out the bot's requests as the Bot Framework connector of Teams does. */

import { type BotActivity, cardOf, isJsonObject } from './activity';
import type { Chat } from './chat';
import type { ChatDirectory } from './chat-directory';
import { type ConnectorReply, refusal } from './connector-reply';
import type { RoutedRequest } from './connector-route';
import { memberOf } from './members';
import type { Traffic } from './traffic';

/** 100 KB, counted in UTF-16 as Teams does. */
export const messageLimitBytes = 100 * 1_024;
const cardLimitBytes = 28 * 1_024;

export class Connector {
  readonly #chats: ChatDirectory;
  readonly #traffic: Traffic;
  readonly #serviceUrl: () => string;
  readonly #nowMs: () => number;
  #lastActivity = 1_700_000_000_000;

  constructor(chats: ChatDirectory, traffic: Traffic, serviceUrl: () => string, nowMs: () => number) {
    this.#chats = chats;
    this.#traffic = traffic;
    this.#serviceUrl = serviceUrl;
    this.#nowMs = nowMs;
  }

  nextActivityId(): string {
    this.#lastActivity += 1;
    return String(this.#lastActivity);
  }

  /** The chat that a request is about, which for `create` is found in its body. */
  chatOf(routed: RoutedRequest, body: unknown): Chat | undefined {
    if (routed.route !== 'create') return this.#chats.byConversation(routed.conversationId);
    if (!isJsonObject(body) || !Array.isArray(body.members)) return undefined;
    const [member] = body.members.filter(isJsonObject);
    const channelTenant = isJsonObject(body.channelData) ? body.channelData.tenant : undefined;
    const tenantId = body.tenantId ?? (isJsonObject(channelTenant) ? channelTenant.id : undefined);
    if (typeof member?.id !== 'string' || member.id === '' || typeof tenantId !== 'string') return undefined;
    if (member.id.startsWith('29:')) return this.#chats.byTeamsUser(member.id);
    return this.#chats.of({ tenantId, aadObjectId: member.id });
  }

  execute(routed: RoutedRequest, chat: Chat | undefined, body: unknown, bodyBytes: number): ConnectorReply {
    if (chat === undefined) {
      return routed.route === 'create'
        ? refusal(400, 'BadArgument', 'A 1:1 conversation needs one known member and a tenant')
        : refusal(404, 'ConversationNotFound', 'Conversation not found');
    }
    switch (routed.route) {
      case 'create':
        return this.#create(chat, body, bodyBytes);
      case 'post':
      case 'reply':
        return this.#write(chat, body, bodyBytes, (activity) => this.#post(chat, activity));
      case 'update':
        return this.#write(chat, body, bodyBytes, (activity) => this.#update(chat, routed.itemId, activity));
      case 'delete':
        return this.#delete(chat, routed.itemId);
      case 'members':
        return { status: 200, body: [memberOf(chat)] };
      case 'pagedMembers':
        return { status: 200, body: { members: [memberOf(chat)] } };
      case 'member':
        return [chat.teamsUserId, chat.owner.aadObjectId].includes(routed.itemId)
          ? { status: 200, body: memberOf(chat) }
          : refusal(404, 'MemberNotFoundInConversation', 'Member not found');
    }
  }

  #create(chat: Chat, body: unknown, bodyBytes: number): ConnectorReply {
    if (chat.lacksApp) {
      return refusal(403, 'ForbiddenOperationException', "Bot isn't installed in user's personal scope");
    }
    this.#traffic.conversationsCreated += 1;
    const created = { id: chat.id, serviceUrl: this.#serviceUrl() };
    const first = isJsonObject(body) ? body.activity : undefined;
    if (first === undefined) return { status: 201, body: created };
    const posted = this.#write(chat, first, bodyBytes, (activity) => this.#post(chat, activity));
    if (posted.status !== 201 || !isJsonObject(posted.body)) return posted;
    return { status: 201, body: { ...created, activityId: posted.body.id } };
  }

  #write(
    chat: Chat,
    body: unknown,
    bodyBytes: number,
    carryOut: (activity: BotActivity) => ConnectorReply,
  ): ConnectorReply {
    if (chat.lacksApp) {
      return refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster');
    }
    if (chat.blockedWith !== undefined) return refusal(403, chat.blockedWith, 'The bot may not write here');
    if (!isBotActivity(body))
      return refusal(400, 'BadSyntax', 'An activity needs a type, a message some content');
    if (bodyBytes > cardLimitBytes) {
      const card = cardOf(body);
      const isTooLarge = card !== undefined && Buffer.byteLength(JSON.stringify(card)) > cardLimitBytes;
      if (isTooLarge) this.#traffic.violated('cardTooLarge');
    }
    return carryOut(body);
  }

  #post(chat: Chat, activity: BotActivity): ConnectorReply {
    const id = this.nextActivityId();
    if (activity.type !== 'message') return { status: 201, body: { id } };
    const { isDuplicate } = chat.accept(id, activity);
    this.#traffic.acceptedMessage(this.#nowMs(), chat.acceptedCount === 1, isDuplicate);
    return { status: 201, body: { id } };
  }

  #update(chat: Chat, activityId: string, activity: BotActivity): ConnectorReply {
    const message = chat.message(activityId);
    if (message === undefined && chat.keepsMessages) return activityNotFound;
    if (chat.refreshing === activityId) this.#traffic.violated('updatedDuringRefresh');
    this.#traffic.updatesAccepted += 1;
    if (message !== undefined) {
      message.activity = activity;
      message.edition += 1;
    }
    return { status: 200, body: { id: activityId } };
  }

  #delete(chat: Chat, activityId: string): ConnectorReply {
    const message = chat.message(activityId);
    if (message === undefined) return activityNotFound;
    message.isDeleted = true;
    return { status: 200 };
  }
}

const activityNotFound = refusal(404, 'ActivityNotFoundInConversation', 'Activity not found');

function isBotActivity(body: unknown): body is BotActivity {
  if (!isJsonObject(body) || typeof body.type !== 'string') return false;
  if (body.attachments !== undefined && !Array.isArray(body.attachments)) return false;
  if (body.type !== 'message') return true;
  return typeof body.text === 'string' || (Array.isArray(body.attachments) && body.attachments.length > 0);
}
