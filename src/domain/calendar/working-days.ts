/** Deadlines that are told in working days. */

import type { Day, Instant } from '../instant';
import { addDays, instantAt, localDay, weekdayOf } from './local-time';
import type { WorkingCalendar } from './working-calendar';

export function isWorkingDay(day: Day, calendar: WorkingCalendar): boolean {
  return calendar.weekdays.has(weekdayOf(day)) && !calendar.isBankHoliday(day);
}

/** Closing time on the `days`-th working day after the day on which `from` falls in the calendar's zone; 0 is closing time on
 * that day itself, working or not. */
export function endOfWorkingDay(from: Instant, days: number, calendar: WorkingCalendar): Instant {
  return closingOf(workingDayAfter(localDay(from, calendar.timeZone), days, calendar), calendar);
}

/** The `days`-th working day after `day`; 0 is `day` itself. */
export function workingDayAfter(day: Day, days: number, calendar: WorkingCalendar): Day {
  let reached = day;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

/** When it opens on that day, working or not. */
export function openingOf(day: Day, { opensAt, timeZone }: WorkingCalendar): Instant {
  return instantAt(day, opensAt, timeZone);
}

/** When it closes on that day, working or not. */
export function closingOf(day: Day, { closesAt, timeZone }: WorkingCalendar): Instant {
  return instantAt(day, closesAt, timeZone);
}
