/** The days that a schedule names, before any of them is moved. */

import { addDays, weekdayOf } from '../calendar/local-time';
import type { Day } from '../instant';
import type { Programme } from '../programme/programme';
import { firstDayOf, lastDayOf } from './resolve-day';
import type { Schedule } from './schedule';

export interface Occurrence {
  readonly day: Day;
  /** A run of it that is put off takes place before this day: that of the following occurrence, or the one after the
   * schedule's last. */
  readonly before: Day;
}

/** A schedule without a last day ends here. */
const endOfDays = '9000-01-01' as Day;

/** In order, from the last one on or before `around`, or the first. Each is a whole number of intervals after the first one,
 * so that years do not shift it. None for a schedule by a stage that the programme does not have. */
export function* occurrencesFrom(
  schedule: Schedule,
  programme: Pick<Programme, 'stages'>,
  around: Day,
): Generator<Occurrence> {
  if (schedule.kind === 'once') {
    const day = firstDayOf(schedule.on, programme);
    if (day) yield { day, before: endOfDays };
    return;
  }
  const from = firstDayOf(schedule.from, programme);
  const last = schedule.until === undefined ? endOfDays : lastDayOf(schedule.until, programme);
  if (!from || !last) return;
  const first = schedule.kind === 'weekly' ? firstWeekday(from, schedule.weekday) : from;
  const interval = intervalDaysOf(schedule);
  const passed = Math.floor(daysBetween(first, around) / interval);
  let day = addDays(first, Math.max(0, passed) * interval);
  while (day <= last) {
    const following = addDays(day, interval);
    yield { day, before: following <= last ? following : addDays(last, 1) };
    day = following;
  }
}

/** Days from one occurrence to the next; a schedule that runs once has none. */
export function intervalDaysOf(schedule: Exclude<Schedule, { kind: 'once' }>): number {
  return schedule.kind === 'weekly' ? schedule.everyWeeks * 7 : schedule.everyDays;
}

function firstWeekday(from: Day, weekday: number): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
