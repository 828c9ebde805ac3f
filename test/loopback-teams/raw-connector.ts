/** Speaks to a loopback connector as plain HTTP, without any SDK. */

import type { LoopbackTeams } from '../support/loopback-teams/loopback-teams';

export interface RawReply {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: Record<string, unknown>;
}

const contentType = 'application/vnd.microsoft.card.adaptive';

/** A card with one button and a refresh, distinguishable by its text. */
export function sampleCard(
  text: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], ...more };
}

export function cardActivity(card: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { type: 'message', summary: 'A question', attachments: [{ contentType, content: card }] };
}

export class RawConnector {
  readonly #teams: LoopbackTeams;
  readonly #authorization: string | undefined;

  constructor(teams: LoopbackTeams, authorization?: string) {
    this.#teams = teams;
    this.#authorization = authorization;
  }

  async call(method: string, path: string, body?: unknown): Promise<RawReply> {
    const response = await fetch(`${this.#teams.origin}/v3/${path}`, {
      method,
      headers: this.#authorization === undefined ? {} : { authorization: this.#authorization },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, retryAfter, body: text === '' ? {} : JSON.parse(text) };
  }

  open(aadObjectId: string, tenantId = this.#teams.tenantId): Promise<RawReply> {
    return this.call('POST', 'conversations', { isGroup: false, members: [{ id: aadObjectId }], tenantId });
  }

  post(conversationId: string, card: Readonly<Record<string, unknown>>): Promise<RawReply> {
    return this.call(
      'POST',
      `conversations/${encodeURIComponent(conversationId)}/activities`,
      cardActivity(card),
    );
  }

  update(
    conversationId: string,
    activityId: string,
    card: Readonly<Record<string, unknown>>,
  ): Promise<RawReply> {
    const path = `conversations/${encodeURIComponent(conversationId)}/activities/${activityId}`;
    return this.call('PUT', path, cardActivity(card));
  }
}
