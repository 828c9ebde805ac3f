/** Sends cards through Teams' connector: one call is one request and one outcome; retrying is the caller's. */

import type { PersonAddress } from '../app/ports/address';
import type { Clock } from '../app/ports/clock';
import type { Message, Messenger, SendOutcome } from '../app/ports/messenger';
import type { ConnectorToken } from './connector-token';
import type { ConnectorTransport, TransportReply, TransportRequest } from './connector-transport';
import { jsonOf, objectIn } from './json';
import { activityOf } from './message-activity';
import { type NotAccepted, noReplyOutcome, refusalIn } from './send-outcome';

export interface TeamsMessengerOptions {
  readonly transport: ConnectorTransport;
  readonly clock: Clock;
  /** Absent in local use: the Playground asks for none. */
  readonly token?: ConnectorToken;
  /** Where a person is written to whose own service URL is not known yet. */
  readonly serviceUrl?: string;
  /** The bot's id in Teams: `28:` and its app id. */
  readonly botId: string;
}

/** A conversation, wherever it is: what is needed to post to it. */
export interface ConversationTarget {
  readonly conversationId: string;
  readonly serviceUrl: string;
}

type Accepted = { readonly outcome: 'accepted'; readonly body: Readonly<Record<string, unknown>> };

export class TeamsMessenger implements Messenger {
  readonly #options: TeamsMessengerOptions;

  constructor(options: TeamsMessengerOptions) {
    this.#options = options;
  }

  /** Teams finds the existing conversation of this person with the bot, or creates it. */
  async openConversation(
    address: PersonAddress,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly conversationId: string; readonly serviceUrl: string }>> {
    const serviceUrl = this.#serviceUrlOf(address);
    if (!serviceUrl) return { outcome: 'unreachable', reason: 'serviceUrlUnknown' };
    const outcome = await this.#call('POST', serviceUrl, 'conversations', signal, {
      isGroup: false,
      bot: { id: this.#options.botId },
      members: [{ id: address.aadObjectId }],
      tenantId: address.tenantId,
      channelData: { tenant: { id: address.tenantId } },
    });
    if (outcome.outcome !== 'accepted') return outcome;
    const { id } = outcome.body;
    // Asking again is harmless: it is the same conversation.
    if (typeof id !== 'string' || id === '') return { outcome: 'ambiguous', reason: 'conversationIdMissing' };
    return { outcome: 'accepted', conversationId: id, serviceUrl };
  }

  async identify(
    address: PersonAddress & { readonly conversationId: string },
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly teamsUserId: string }>> {
    const serviceUrl = this.#serviceUrlOf(address);
    if (!serviceUrl) return { outcome: 'unreachable', reason: 'serviceUrlUnknown' };
    const [conversation, member] = [address.conversationId, address.aadObjectId].map(encodeURIComponent);
    const outcome = await this.#call(
      'GET',
      serviceUrl,
      `conversations/${conversation}/members/${member}`,
      signal,
    );
    if (outcome.outcome !== 'accepted') return outcome;
    const { id } = outcome.body;
    if (typeof id !== 'string' || id === '') return { outcome: 'ambiguous', reason: 'teamsIdMissing' };
    return { outcome: 'accepted', teamsUserId: id };
  }

  async post(
    address: PersonAddress & { readonly conversationId: string },
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly activityId: string }>> {
    const serviceUrl = this.#serviceUrlOf(address);
    if (!serviceUrl) return { outcome: 'unreachable', reason: 'serviceUrlUnknown' };
    return this.postTo({ conversationId: address.conversationId, serviceUrl }, message, signal);
  }

  /** Posts to a conversation that an activity has just come from. */
  async postTo(
    { conversationId, serviceUrl }: ConversationTarget,
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly activityId: string }>> {
    const path = `conversations/${encodeURIComponent(conversationId)}/activities`;
    const outcome = await this.#call('POST', serviceUrl, path, signal, activityOf(message));
    if (outcome.outcome !== 'accepted') return outcome;
    const { id } = outcome.body;
    return { outcome: 'accepted', activityId: typeof id === 'string' ? id : '' };
  }

  async update(
    address: PersonAddress & { readonly conversationId: string },
    activityId: string,
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<object>> {
    const serviceUrl = this.#serviceUrlOf(address);
    if (!serviceUrl) return { outcome: 'unreachable', reason: 'serviceUrlUnknown' };
    const conversation = encodeURIComponent(address.conversationId);
    const path = `conversations/${conversation}/activities/${encodeURIComponent(activityId)}`;
    const outcome = await this.#call('PUT', serviceUrl, path, signal, {
      ...activityOf(message),
      id: activityId,
    });
    return outcome.outcome === 'accepted' ? { outcome: 'accepted' } : outcome;
  }

  #serviceUrlOf(address: PersonAddress): string | undefined {
    return address.serviceUrl ?? this.#options.serviceUrl;
  }

  async #call(
    method: TransportRequest['method'],
    serviceUrl: string,
    path: string,
    signal: AbortSignal | undefined,
    content?: object,
  ): Promise<Accepted | NotAccepted> {
    const { transport, clock, token } = this.#options;
    // The wait for a token counts: whoever may send only for so long knows when the last request has ended.
    const begunAtMs = clock.monotonicMs();
    const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
    try {
      if (token) headers.authorization = `Bearer ${await token.get()}`;
    } catch {
      return { outcome: 'retry', reason: 'tokenMissing' };
    }
    const url = `${serviceUrl.replace(/\/+$/, '')}/v3/${path}`;
    const body = content && { body: JSON.stringify(content) };
    let reply: TransportReply;
    try {
      reply = await transport.request({
        method,
        url,
        headers,
        ...body,
        begunAtMs,
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      return noReplyOutcome(error);
    }
    if (reply.status === 401) token?.refused();
    const refusal = refusalIn(reply, clock.now(), path !== 'conversations');
    return refusal ?? { outcome: 'accepted', body: objectIn(jsonOf(reply.text)) ?? {} };
  }
}
