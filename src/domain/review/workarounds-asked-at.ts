/** When people are asked whether they work around what was decided: once they have lived with it for a while. */

import { calendarOf } from '../calendar/calendar-of';
import { addDays } from '../calendar/local-time';
import { openingOf } from '../calendar/working-days';
import { dayOf, type Instant } from '../instant';
import type { Programme } from '../programme/programme';

/** Habits have formed by then, and the first fortnight's checks are over. */
export const daysAfterGoLive = 28;

/** That long after the go-live, or after now where that is later; undefined for a programme without a go-live. */
export function workaroundsAskedAt(programme: Programme, now: Instant): Instant | undefined {
  const goLive = programme.stages.find(({ name }) => name === 'go-live');
  if (!goLive) return undefined;
  const from = goLive.startsOn > dayOf(now) ? goLive.startsOn : dayOf(now);
  return openingOf(addDays(from, daysAfterGoLive), calendarOf(programme));
}
