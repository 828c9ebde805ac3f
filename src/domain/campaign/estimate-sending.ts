/** How long a send takes at the rate allowed, when its people may be written to at different times. */

import { epochMsOf, type Instant, instantOf } from '../instant';

export interface WaitingMessage {
  readonly from: Instant;
  /** Of one message, or of all that may go from then on. */
  readonly requests: number;
}

export interface SendingEstimate {
  readonly firstAt: Instant;
  /** When the last of them has gone. */
  readonly lastAt: Instant;
  /** What the requests take by themselves. */
  readonly seconds: number;
}

/** Messages go out in the order of the times from which they may. @param requestsPerSecond 0 for no limit.
 * @returns undefined for no messages. */
export function estimateSending(
  messages: readonly WaitingMessage[],
  requestsPerSecond: number,
): SendingEstimate | undefined {
  const inOrder = [...messages].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const [first] = inOrder;
  if (!first) return undefined;
  const requestMs = requestsPerSecond > 0 ? 1_000 / requestsPerSecond : 0;
  let freeAtMs = 0;
  let busyMs = 0;
  for (const { from, requests } of inOrder) {
    freeAtMs = Math.max(freeAtMs, epochMsOf(from)) + requests * requestMs;
    busyMs += requests * requestMs;
  }
  return { firstAt: first.from, lastAt: instantOf(Math.round(freeAtMs)), seconds: busyMs / 1_000 };
}
