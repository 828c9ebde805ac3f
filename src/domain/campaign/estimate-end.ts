/** When a campaign that is being sent will have reached the last of its people, if nothing goes wrong. */

import type { Instant } from '../instant';
import { estimateSending, type WaitingMessage } from './estimate-sending';

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
  work: readonly WaitingMessage[],
  others: readonly number[],
  requestsPerSecond: number,
  now: Instant,
): Instant | undefined {
  if (work.length === 0) return undefined;
  const own = work.reduce((sum, { requests }) => sum + requests, 0);
  const shared = others.reduce((sum, requests) => sum + Math.min(requests, own), 0);
  return estimateSending([{ from: now, requests: shared }, ...work], requestsPerSecond)?.lastAt;
}
