/** Clocks that run only while people are at work. */

import { epochMsOf, type Instant, plusMs } from '../instant';
import { addDays, localDay } from './local-time';
import type { WorkingCalendar } from './working-calendar';
import { closingOf, isWorkingDay, openingOf } from './working-days';

const minuteMs = 60_000;

interface OpenSpan {
  readonly opens: Instant;
  readonly closes: Instant;
}

/** The first instant by which `minutes` of working time have passed since `from`: a closing time rather than the next
 * opening. With no minutes to pass it is `from`. On the days of a clock change the time that really passes counts. */
export function addWorkingMinutes(from: Instant, minutes: number, calendar: WorkingCalendar): Instant {
  if (minutes <= 0) return from;
  let leftMs = minutes * minuteMs;
  for (const { opens, closes } of openSpans(from, calendar)) {
    const spanMs = epochMsOf(closes) - epochMsOf(opens);
    if (leftMs <= spanMs) return plusMs(opens, leftMs);
    leftMs -= spanMs;
  }
  throw new RangeError('a calendar without working time');
}

/** `from` itself in working time, else the next time it opens. */
export function nextOpening(from: Instant, calendar: WorkingCalendar): Instant {
  for (const { opens } of openSpans(from, calendar)) return opens;
  throw new RangeError('a calendar without working time');
}

/** The spans of working time after `from`, in order and without end; the first may have begun before and begins with it. */
function* openSpans(from: Instant, calendar: WorkingCalendar): Generator<OpenSpan> {
  for (let day = localDay(from, calendar.timeZone); ; day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    const opens = openingOf(day, calendar);
    const closes = closingOf(day, calendar);
    if (closes <= from || closes <= opens) continue;
    yield { opens: opens < from ? from : opens, closes };
  }
}
