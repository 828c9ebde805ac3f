/** When a schedule runs next, by the wall clock of the programme and past the days on which nobody is asked. */

import { calendarOf, minutesOf } from '../calendar/calendar-of';
import { addDays, instantAt, localDay } from '../calendar/local-time';
import type { Day, Instant } from '../instant';
import type { Programme } from '../programme/programme';
import { occurrencesFrom } from './occurrences';
import type { PlannedRun, Schedule } from './schedule';

/** Who is asked when the programme asks nobody: days of the whole programme, not of single site groups. */
type Owner = Pick<Programme, 'timeZone' | 'workingHours' | 'stages' | 'sending'>;

/** A run may be put off over a blackout for so long; a schedule that finds no day within it has no next run. */
const mostDaysAhead = 3_660;

/** The first run strictly later than `after`, or undefined where none is to come. Its time is the programme's local time
 * on both sides of a clock change; a time that the change skips runs at the moment of the change, one that comes twice runs
 * the first time. A run on a bank holiday (where the programme's `sending` excludes them) or in a blackout of the whole
 * programme moves to the next day that is neither; where that reaches the following occurrence, or lies after the last
 * day, it does not take place by itself. The same arguments always give the same run. */
export function nextRun(schedule: Schedule, programme: Owner, after: Instant): PlannedRun | undefined {
  const today = localDay(after, programme.timeZone);
  const reasonAgainst = reasonsOf(programme);
  const minutes = minutesOf(schedule.at);
  let examined = 0;
  for (const { day, before } of occurrencesFrom(schedule, programme, today)) {
    const movedBecause = reasonAgainst(day);
    let runsOn = day;
    while (runsOn < before && reasonAgainst(runsOn)) {
      runsOn = addDays(runsOn, 1);
      if (++examined > mostDaysAhead) return undefined;
    }
    if (runsOn >= before) continue;
    const at = instantAt(runsOn, minutes, programme.timeZone);
    if (at <= after) continue;
    return movedBecause ? { at, movedFrom: day, movedBecause } : { at };
  }
  return undefined;
}

/** Why nobody is asked on a day, or undefined where they are. */
function reasonsOf(programme: Owner): (day: Day) => PlannedRun['movedBecause'] {
  const { sending } = programme;
  const { isBankHoliday } = calendarOf(programme);
  const blackouts = (sending?.blackouts ?? []).filter(({ siteGroups }) => siteGroups === undefined);
  return (day) => {
    if (sending?.notOnBankHolidays && isBankHoliday(day)) return 'bankHoliday';
    return blackouts.some(({ from, to }) => from <= day && day <= to) ? 'blackout' : undefined;
  };
}
