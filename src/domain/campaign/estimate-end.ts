/** When a campaign that is being sent will have reached the last of its people, if nothing goes wrong. */

import { epochMsOf, type Instant, instantOf } from '../instant';

/** Requests that may be made from then on. */
export interface Work {
  readonly from: Instant;
  readonly requests: number;
}

/** What the message to one person takes: one request, one more to open a conversation that is not known, and one more to
 * ask for a Teams id that is not known. */
export function requestsFor(known: {
  readonly conversationId?: string | undefined;
  readonly teamsUserId?: string | undefined;
}): number {
  return 1 + (known.conversationId === undefined ? 1 : 0) + (known.teamsUserId === undefined ? 1 : 0);
}

/** The whole rate is used for what is ready, in the order in which it becomes ready. Campaigns of one lane take turns, so
 * that another one takes as many turns as it has requests, but no more than this one has.
 * @param others requests that each of the other campaigns has ready now.
 * @param requestsPerSecond 0 for no limit. @returns undefined when nothing is to be done. */
export function estimateEnd(
  work: readonly Work[],
  others: readonly number[],
  requestsPerSecond: number,
  now: Instant,
): Instant | undefined {
  if (work.length === 0) return undefined;
  const own = work.reduce((sum, { requests }) => sum + requests, 0);
  const shared = others.reduce((sum, requests) => sum + Math.min(requests, own), 0);
  const msEach = requestsPerSecond > 0 ? 1_000 / requestsPerSecond : 0;
  let endsAtMs = epochMsOf(now) + shared * msEach;
  for (const { from, requests } of [...work].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    endsAtMs = Math.max(endsAtMs, epochMsOf(from)) + requests * msEach;
  }
  return instantOf(Math.ceil(endsAtMs));
}
