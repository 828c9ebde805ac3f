/** Counts what the bot asked of Teams and what became of it. */

import type { ConnectorRoute } from './connector-route';
import type { LimitScope } from './published-limits';

export interface Statistics {
  readonly requests: number;
  readonly requestsByRoute: Readonly<Partial<Record<ConnectorRoute, number>>>;
  readonly repliesByStatus: Readonly<Record<string, number>>;
  readonly conversationsCreated: number;
  readonly messagesAccepted: number;
  readonly updatesAccepted: number;
  readonly peopleReached: number;
  /** Messages that repeat one posted before in the same conversation. */
  readonly duplicates: number;
  readonly throttled: Readonly<Record<LimitScope, number>>;
  readonly violations: Readonly<Record<Violation, number>>;
  /** Replies that leave the sender in doubt (502, 504, reset, hang), and how many of those were carried out. */
  readonly ambiguousReplies: number;
  readonly ambiguousButAccepted: number;
  readonly inFlightMaximum: number;
  /** Milliseconds between the first and the last accepted message. */
  readonly acceptedSpanMs: number;
  /** Milliseconds between the first and the last request that was admitted (not throttled). */
  readonly admittedSpanMs: number;
  /** Requests that were admitted in each second since the first one. */
  readonly admittedPerSecond: readonly number[];
}

/**
 * `sentWhileThrottled`: a request in a scope whose Retry-After still ran. `cardTooLarge`: a card above 28 KB.
 * `updatedDuringRefresh`: a message updated while its automatic refresh was being answered, which loops in Teams.
 */
export type Violation =
  | 'sentWhileThrottled'
  | 'cardTooLarge'
  | 'messageTooLarge'
  | 'unauthorised'
  | 'updatedDuringRefresh';

export class Traffic {
  #requests = 0;
  readonly #byRoute: Partial<Record<ConnectorRoute, number>> = {};
  readonly #byStatus: Record<string, number> = {};
  readonly #violations: Record<Violation, number> = {
    sentWhileThrottled: 0,
    cardTooLarge: 0,
    messageTooLarge: 0,
    unauthorised: 0,
    updatedDuringRefresh: 0,
  };
  readonly #throttled: Record<LimitScope, number> = { app: 0, conversation: 0 };
  readonly #admittedPerSecond: number[] = [];
  #firstAdmittedMs: number | undefined;
  #lastAdmittedMs = 0;
  #firstAcceptedMs: number | undefined;
  #lastAcceptedMs = 0;
  #inFlight = 0;
  #inFlightMaximum = 0;
  #ambiguous = 0;
  #ambiguousAccepted = 0;
  conversationsCreated = 0;
  messagesAccepted = 0;
  updatesAccepted = 0;
  peopleReached = 0;
  duplicates = 0;

  began(): void {
    this.#requests += 1;
    this.#inFlight += 1;
    this.#inFlightMaximum = Math.max(this.#inFlightMaximum, this.#inFlight);
  }

  ended(): void {
    this.#inFlight -= 1;
  }

  routed(route: ConnectorRoute): void {
    this.#byRoute[route] = (this.#byRoute[route] ?? 0) + 1;
  }

  replied(status: number | 'reset' | 'hang', wasAccepted: boolean): void {
    this.#byStatus[status] = (this.#byStatus[status] ?? 0) + 1;
    if (typeof status === 'number' && status !== 502 && status !== 504) return;
    this.#ambiguous += 1;
    if (wasAccepted) this.#ambiguousAccepted += 1;
  }

  admitted(nowMs: number): void {
    this.#firstAdmittedMs ??= nowMs;
    this.#lastAdmittedMs = nowMs;
    const second = Math.floor((nowMs - this.#firstAdmittedMs) / 1_000);
    while (this.#admittedPerSecond.length <= second) this.#admittedPerSecond.push(0);
    this.#admittedPerSecond[second] = (this.#admittedPerSecond[second] ?? 0) + 1;
  }

  acceptedMessage(nowMs: number, isFirstForPerson: boolean, isDuplicate: boolean): void {
    this.#firstAcceptedMs ??= nowMs;
    this.#lastAcceptedMs = nowMs;
    this.messagesAccepted += 1;
    if (isFirstForPerson) this.peopleReached += 1;
    if (isDuplicate) this.duplicates += 1;
  }

  throttled(scope: LimitScope): void {
    this.#throttled[scope] += 1;
  }

  violated(violation: Violation): void {
    this.#violations[violation] += 1;
  }

  statistics(): Statistics {
    return {
      requests: this.#requests,
      requestsByRoute: { ...this.#byRoute },
      repliesByStatus: { ...this.#byStatus },
      conversationsCreated: this.conversationsCreated,
      messagesAccepted: this.messagesAccepted,
      updatesAccepted: this.updatesAccepted,
      peopleReached: this.peopleReached,
      duplicates: this.duplicates,
      throttled: { ...this.#throttled },
      violations: { ...this.#violations },
      ambiguousReplies: this.#ambiguous,
      ambiguousButAccepted: this.#ambiguousAccepted,
      inFlightMaximum: this.#inFlightMaximum,
      acceptedSpanMs: this.#firstAcceptedMs === undefined ? 0 : this.#lastAcceptedMs - this.#firstAcceptedMs,
      admittedSpanMs: this.#firstAdmittedMs === undefined ? 0 : this.#lastAdmittedMs - this.#firstAdmittedMs,
      admittedPerSecond: [...this.#admittedPerSecond],
    };
  }
}
