/** Wall clocks of a time zone: which day an instant falls on there, and when a clock there shows a time. */

import { type Day, epochMsOf, type Instant, instantOf } from '../instant';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The calendar day of an instant in an IANA time zone. */
export function localDay(instant: Instant, timeZone: string): Day {
  return dayOfWall(wallMsOf(epochMsOf(instant), timeZone));
}

/** The first instant at which a wall clock of that zone shows `minutes` after midnight on `day`, or more: where the clocks
 * go forward over that time, the moment of the change; where they go back over it, the earlier of the two.
 * @param minutes 0 to 1,440; 1,440 is the midnight at the end of the day. */
export function instantAt(day: Day, minutes: number, timeZone: string): Instant {
  const wall = Date.parse(day) + minutes * minuteMs;
  const before = offsetMs(wall - dayMs, timeZone);
  const after = offsetMs(wall + dayMs, timeZone);
  const exact = [wall - before, wall - after]
    .sort((a, b) => a - b)
    .find((candidate) => wallMsOf(candidate, timeZone) === wall);
  return instantOf(exact ?? changeBetween(wall - after, wall - before, timeZone));
}

/** A day of the calendar, `days` later. */
export function addDays(day: Day, days: number): Day {
  return dayOfWall(Date.parse(day) + days * dayMs);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}

function dayOfWall(wallMs: number): Day {
  return new Date(wallMs).toISOString().slice(0, 10) as Day;
}

/** The moment at which the clocks change, to the minute: they change after `from` and not after `to`. */
function changeBetween(from: number, to: number, timeZone: string): number {
  const earlier = offsetMs(from, timeZone);
  let [same, changed] = [from, to];
  while (changed - same > minuteMs) {
    const middle = same + Math.floor((changed - same) / 2 / minuteMs) * minuteMs;
    if (offsetMs(middle, timeZone) === earlier) same = middle;
    else changed = middle;
  }
  return changed;
}

/** What a clock shows, as if it were UTC. */
function wallMsOf(epochMs: number, timeZone: string): number {
  return epochMs + offsetMs(epochMs, timeZone);
}

/** How far local wall time is ahead of UTC. No zone changes its clocks twice within a day: where both ends of a day agree, so
 * does what is between. */
function offsetMs(epochMs: number, timeZone: string): number {
  const day = Math.floor(epochMs / dayMs);
  const offset = offsetAtMidnightMs(day, timeZone);
  return offset === offsetAtMidnightMs(day + 1, timeZone) ? offset : readOffsetMs(epochMs, timeZone);
}

const midnights = new Map<string, Map<number, number>>();
const mostMidnights = 20_000;

/** @param day counted from 1970. */
function offsetAtMidnightMs(day: number, timeZone: string): number {
  const known = midnights.get(timeZone) ?? new Map<number, number>();
  midnights.set(timeZone, known);
  if (known.size >= mostMidnights) known.clear();
  const offset = known.get(day) ?? readOffsetMs(day * dayMs, timeZone);
  known.set(day, offset);
  return offset;
}

/** Slow: formatting a time costs as much as a hundred comparisons. */
function readOffsetMs(epochMs: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(epochMs)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1_000) * 1_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times as much as using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
