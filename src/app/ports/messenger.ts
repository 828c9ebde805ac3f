/** Sending a card to a person in Teams. One call is one request; retrying is the caller's rule. */

import type { PersonAddress } from './address';

/** A rendered Adaptive Card: plain JSON. */
export type Card = Readonly<Record<string, unknown>>;

export interface Message {
  readonly card: Card;
  /** Plain text for notifications and screen readers; says nothing an onlooker may not read. */
  readonly summary: string;
  /** Of a card whose wording can be corrected: after how many corrections it was made. */
  readonly wording?: number;
}

/**
 * `throttled`: nothing was sent; wait `retryAfterMs` (absent: back off) in its scope only.
 * `retry`: certainly not sent (412, connection refused). `ambiguous`: it may have been sent (502, 504, reset, time limit).
 * `unreachable`: this person cannot be written to, with Teams' reason code. `refused`: any other status, not to be retried.
 */
export type SendOutcome<T> =
  | ({ readonly outcome: 'accepted' } & T)
  | { readonly outcome: 'throttled'; readonly scope: 'app' | 'conversation'; readonly retryAfterMs?: number }
  | { readonly outcome: 'retry'; readonly reason: string }
  | { readonly outcome: 'ambiguous'; readonly reason: string }
  | { readonly outcome: 'unreachable'; readonly reason: string }
  | { readonly outcome: 'refused'; readonly status: number };

export interface Messenger {
  /** Creates (or finds) the 1:1 conversation with a person. */
  openConversation(
    address: PersonAddress,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly conversationId: string; readonly serviceUrl: string }>>;

  /** Learns the person's Teams id, for which alone a card in their chat can be refreshed. */
  identify(
    address: PersonAddress & { readonly conversationId: string },
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly teamsUserId: string }>>;

  /** Posts a card to a known conversation. */
  post(
    address: PersonAddress & { readonly conversationId: string },
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly activityId: string }>>;

  /** Posts to a channel in which the app is installed; nobody's address is needed for it. */
  postTo(
    channel: { readonly conversationId: string; readonly serviceUrl: string },
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<{ readonly activityId: string }>>;

  /** Replaces a message that was posted before. */
  update(
    address: PersonAddress & { readonly conversationId: string },
    activityId: string,
    message: Message,
    signal?: AbortSignal,
  ): Promise<SendOutcome<object>>;
}
