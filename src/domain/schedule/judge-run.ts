/** Whether a run that is due still opens its wave: late is better than never, but not on top of the following run. */

import { epochMsOf, type Instant, plusMs } from '../instant';
import { nextRun } from './next-run';
import type { PlannedRun, Schedule } from './schedule';

const hourMs = 3_600_000;
/** Later it is missed. */
const latestMs = 24 * hourMs;
/** A wave is closed so long before the following run, which it would otherwise be in the way of. */
const clearMs = 6 * hourMs;
/** A wave that could be open for less is not opened. */
const shortestOpenMs = 6 * hourMs;
/** Runs that a standstill may pass and that are still counted one by one. */
const mostCounted = 1_000;

/** Runs that passed after one that was missed. */
export interface FurtherRuns {
  readonly count: number;
  /** When the last of them was due. */
  readonly until: Instant;
}

export type RunJudgement =
  | { readonly outcome: 'open'; readonly closesBy?: Instant; readonly next?: PlannedRun }
  /** `next`: the run to come, or one that is late and can still be opened; it is not among the further ones. */
  | { readonly outcome: 'tooLate'; readonly further?: FurtherRuns; readonly next?: PlannedRun };

/** A run opens its wave up to 24 hours late, if there is room before the following one. */
export function judgeRun(
  due: Instant,
  schedule: Schedule,
  programme: Parameters<typeof nextRun>[1],
  now: Instant,
): RunJudgement {
  const following = nextRun(schedule, programme, due);
  if (!isTooLate(due, now)) {
    const room = roomBefore(following, now);
    if (room) return { outcome: 'open', ...room, ...(following ? { next: following } : {}) };
  }
  let further: FurtherRuns | undefined;
  let next = following;
  while (next && next.at <= now && (further?.count ?? 0) < mostCounted) {
    const after = nextRun(schedule, programme, next.at);
    if (!isTooLate(next.at, now) && roomBefore(after, now)) break;
    further = { count: (further?.count ?? 0) + 1, until: next.at };
    next = after;
  }
  return { outcome: 'tooLate', ...(further ? { further } : {}), ...(next ? { next } : {}) };
}

/** Until when a wave that opens now may be open so that the next run finds it closed; undefined where that is too soon for
 * anybody to answer: less than twelve hours. */
export function roomBefore(next: PlannedRun | undefined, now: Instant): { closesBy?: Instant } | undefined {
  if (!next) return {};
  const closesBy = clearBefore(next);
  return plusMs(now, shortestOpenMs) <= closesBy ? { closesBy } : undefined;
}

/** When a wave is closed at the latest, so as not to be in the way of the following run. */
export function clearBefore({ at }: PlannedRun): Instant {
  return plusMs(at, -clearMs);
}

function isTooLate(due: Instant, now: Instant): boolean {
  return epochMsOf(now) - epochMsOf(due) > latestMs;
}
