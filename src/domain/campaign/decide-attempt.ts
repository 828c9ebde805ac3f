/** What follows from Teams' reply to one request: go on, try again, or a final outcome for this recipient. */

/** The messenger's replies that are not a yes. */
export type AttemptOutcome =
  | {
      readonly outcome: 'throttled';
      readonly scope: 'app' | 'conversation';
      readonly retryAfterMs?: number;
    }
  | { readonly outcome: 'retry'; readonly reason: string }
  | { readonly outcome: 'ambiguous'; readonly reason: string }
  | { readonly outcome: 'unreachable'; readonly reason: string }
  | { readonly outcome: 'refused'; readonly status: number };

/** What happened to this recipient so far, in this campaign. */
export interface AttemptHistory {
  readonly throttled: number;
  readonly retried: number;
  /** Ambiguous posts: 1 also when an earlier process recorded a possible duplicate. */
  readonly ambiguous: number;
  readonly reopened: boolean;
}

/** Opening and updating can be repeated without being seen; a post that is repeated may be there twice. */
export type RequestKind = 'open' | 'identify' | 'post' | 'update';

export type AttemptDecision =
  | {
      readonly decision: 'again';
      readonly afterMs: number;
      /** What must wait as well: the whole lane of this app, or this conversation. */
      readonly pauses?: 'app' | 'conversation';
      readonly history: AttemptHistory;
    }
  /** The known conversation is gone: forget it and open one. */
  | { readonly decision: 'reopen'; readonly history: AttemptHistory }
  | {
      readonly decision: 'final';
      readonly status: 'unreachable' | 'failed';
      readonly reason: string;
      readonly possibleDuplicate?: true;
    };

export const noAttempts: AttemptHistory = { throttled: 0, retried: 0, ambiguous: 0, reopened: false };

/** With delays of at most a minute this is about half an hour: an outage shorter than that fails nobody. */
export const mostRetries = 40;
/** The reason of a message to a conversation that Teams no longer knows. */
export const conversationNotFound = 'conversationNotFound';
/** The reason of a person for whom the app is not installed: Teams lets nobody write to them. */
export const notInstalled = 'notInstalled';
/** The reason of a person for whom the app could not be installed either. */
export const installFailed = 'installFailed';
const firstDelayMs = 1_000;
const longestDelayMs = 60_000;

/** Exponential with jitter: between half and all of 1 s, 2 s, 4 s … 60 s. `jitter` is from 0 to 1. */
export function retryAfter(earlier: number, jitter: number): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(earlier, 10));
  return full * (0.5 + jitter / 2);
}

/** The rules of sending: 429 waits in its scope alone, never shorter than Teams says, and, when it is the app's, is never given up; what was certainly
 * not sent (412, a refused connection) is retried; an ambiguous post is retried once and marked; 403 is final. */
export function decideAttempt(
  request: RequestKind,
  reply: AttemptOutcome,
  history: AttemptHistory,
  jitter: number,
): AttemptDecision {
  // A card without the person's Teams id is still a card: only a limit is waited for.
  if (request === 'identify' && reply.outcome !== 'throttled') return failed('notIdentified');
  switch (reply.outcome) {
    case 'throttled':
      return waitForRate(reply, history, jitter);
    case 'retry':
      return tryAgain('notAccepted', history, jitter);
    case 'ambiguous':
      return request === 'post' ? afterAmbiguousPost(history) : tryAgain('unconfirmed', history, jitter);
    case 'unreachable':
      return notReached(request, reply.reason, history);
    case 'refused':
      return failed(`status${reply.status}`);
  }
}

function waitForRate(
  reply: { readonly scope: 'app' | 'conversation'; readonly retryAfterMs?: number },
  history: AttemptHistory,
  jitter: number,
): AttemptDecision {
  if (reply.scope === 'conversation' && history.throttled >= mostRetries) return failed('throttled');
  const ownMs = retryAfter(history.throttled, jitter);
  // To be told "at once" again and again would use up every try, or the app's whole rate.
  const { retryAfterMs: toldMs = 0 } = reply;
  const afterMs = toldMs === 0 || reply.scope === 'conversation' ? Math.max(toldMs, ownMs) : toldMs;
  const next = { ...history, throttled: history.throttled + 1 };
  return { decision: 'again', afterMs, pauses: reply.scope, history: next };
}

function tryAgain(reason: string, history: AttemptHistory, jitter: number): AttemptDecision {
  if (history.retried >= mostRetries) return failed(reason);
  const afterMs = retryAfter(history.retried, jitter);
  return { decision: 'again', afterMs, history: { ...history, retried: history.retried + 1 } };
}

function afterAmbiguousPost(history: AttemptHistory): AttemptDecision {
  if (history.ambiguous >= 1) return { ...failed('unconfirmed'), possibleDuplicate: true };
  return { decision: 'again', afterMs: firstDelayMs, history: { ...history, ambiguous: 1 } };
}

function notReached(request: RequestKind, reason: string, history: AttemptHistory): AttemptDecision {
  if (request === 'post' && reason === conversationNotFound && !history.reopened) {
    return { decision: 'reopen', history: { ...history, reopened: true } };
  }
  return { decision: 'final', status: 'unreachable', reason };
}

function failed(reason: string) {
  return { decision: 'final', status: 'failed', reason } as const;
}
