/** Which intent of a document comes next: in order, but a broken one does not hold the others back for ever. */

import type { Instant } from '../instant';
import type { Intending, Intent, Lane } from './intent';

/** After this many failures (about half a minute) an intent no longer holds back those planned after it. */
export const failuresThatHoldBack = 5;

/** The next intent to carry out in a lane, or undefined. Intents of one lane go in the order of their due times, those
 * of the same time in the order they were planned; one that failed a few times holds back those planned after it. */
export function nextIntent(document: Intending, lane: Lane, now: Instant): Intent | undefined {
  const inLane = document.intents.filter((intent) => intent.lane === lane);
  const due = inLane.filter((intent, index) => {
    const isHeldBack = inLane.slice(0, index).some((earlier) => isRetrying(earlier) && earlier.dueAt > now);
    return intent.dueAt <= now && !isHeldBack;
  });
  // Sorting is stable: equal times keep the order of planning.
  return due.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))[0];
}

function isRetrying({ failures = 0 }: Intent): boolean {
  return failures > 0 && failures < failuresThatHoldBack;
}
