/** Whether a run that is due still opens its wave: late is better than never, but not on top of the following run. */

import { epochMsOf, type Instant, plusMs } from '../instant';
import type { Programme } from '../programme/programme';
import { nextRun } from './next-run';
import type { PlannedRun, Schedule } from './schedule';

const hourMs = 3_600_000;
/** Later it is missed. */
const latestMs = 24 * hourMs;
/** A wave is closed so long before the following run, which it would otherwise be in the way of. */
const clearMs = 6 * hourMs;
/** A wave that could be open for less is not opened. */
const shortestOpenMs = 6 * hourMs;
/** Runs that a long standstill may pass and that are still counted. */
const mostCounted = 1_000;

type Owner = Parameters<typeof nextRun>[1];

export type RunJudgement =
  | { readonly outcome: 'open'; readonly closesBy?: Instant; readonly next?: PlannedRun }
  | {
      readonly outcome: 'tooLate';
      /** Runs that passed in the meantime, apart from one that can still be opened. */
      readonly further?: { readonly count: number; readonly until: Instant };
      /** The run to come, or one that is late and can still be opened. */
      readonly next?: PlannedRun;
    };

/** A run opens its wave up to 24 hours late, if the wave can then be open for six hours and closed six hours before the
 * following run. */
export function judgeRun(
  due: Instant,
  schedule: Schedule,
  programme: Pick<Programme, keyof Owner>,
  now: Instant,
): RunJudgement {
  let next = nextRun(schedule, programme, due);
  if (canOpen(due, next, now)) {
    return {
      outcome: 'open',
      ...(next ? { closesBy: plusMs(next.at, -clearMs), next } : {}),
    };
  }
  let further: { count: number; until: Instant } | undefined;
  for (let count = 1; next && next.at <= now && count <= mostCounted; count += 1) {
    const following = nextRun(schedule, programme, next.at);
    if (canOpen(next.at, following, now)) break;
    further = { count, until: next.at };
    next = following;
  }
  if (next && next.at <= now && further?.count === mostCounted) next = nextRun(schedule, programme, now);
  return { outcome: 'tooLate', ...(further ? { further } : {}), ...(next ? { next } : {}) };
}

function canOpen(due: Instant, next: PlannedRun | undefined, now: Instant): boolean {
  const lateMs = epochMsOf(now) - epochMsOf(due);
  if (lateMs > latestMs) return false;
  return !next || plusMs(now, clearMs + shortestOpenMs) <= next.at;
}
