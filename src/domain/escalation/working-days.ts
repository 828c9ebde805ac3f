/** Deadlines in working days: Monday to Friday, at the end of the working day in the programme's time zone. */

import { type Instant, instantOf } from '../instant';

const closingHour = 17;

/** 17:00 local time on the `days`-th weekday after the day of `from`. Bank holidays count as working days until the
 * programme's calendar is known. */
export function endOfWorkingDay(from: Instant, days: number, timeZone: string): Instant {
  const local = localDate(from, timeZone);
  const day = new Date(Date.UTC(local.year, local.month - 1, local.day));
  for (let left = days; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left -= 1;
  }
  const wallClock = day.getTime() + closingHour * 3_600_000;
  return instantOf(wallClock - offsetMs(instantOf(wallClock), timeZone));
}

interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function localDate(instant: Instant, timeZone: string): LocalDate {
  const shifted = new Date(Date.parse(instant) + offsetMs(instant, timeZone));
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
}

/** How far local wall time is ahead of UTC. No clock change falls between 16:00 and 18:00, so one look is enough. */
function offsetMs(instant: Instant, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value ?? 0);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(Date.parse(instant) / 1000) * 1000;
}
