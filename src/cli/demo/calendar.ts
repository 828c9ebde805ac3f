/** The days of the demo's story, counted back from today; on each of them somebody is at work. */

import { instantAt } from '../../domain/calendar/local-time';
import { daysBetweenPulses } from '../../domain/campaign/pulse-budget';
import { type Day, dayOf, type Instant, plusDays } from '../../domain/instant';

export interface WaveDays {
  readonly opensAt: Instant;
  readonly answeredAt: Instant;
  /** Absent for the wave that is still open. */
  readonly closesAt?: Instant;
  /** Of the open wave: when its first reminder has gone out. */
  readonly remindedAt?: Instant;
  /** When an escalation of this wave is sent on and decided; after the close, before the next wave. */
  readonly forwardedAt?: Instant;
  readonly decidedAt?: Instant;
}

const closedWaves = 3;
export const betweenWaves = 28;
/** Local time, in `demoTimeZone`: the pulse's schedule opens every wave. */
export const opensAtTime = '11:00';
export const demoTimeZone = 'Europe/London';
const opensAtMinutes = 11 * 60;
/** A wave would close by itself a day before the next one opens; the lead closes it after two weeks. */
export const openForDays = betweenWaves - 1;
const closedAfterDays = 14;

/** Four waves, four weeks apart. The last opened a fortnight ago or a little earlier, so that whoever it asked may be asked by
 * another pulse today: its first reminder has gone out, its second is not due yet. */
export function waveDays(today: Day): readonly WaveDays[] {
  const latest = weekdayAtOrBefore(dayOf(plusDays(at(today, '12'), -daysBetweenPulses)));
  return Array.from({ length: closedWaves + 1 }, (_, index) => {
    const opensOn = dayOf(plusDays(at(latest, '12'), (index - closedWaves) * betweenWaves));
    const opensAt = instantAt(opensOn, opensAtMinutes, demoTimeZone);
    const answeredAt = at(dayOf(plusDays(opensAt, 1)), '12');
    if (index === closedWaves) {
      return { opensAt, answeredAt, remindedAt: at(dayOf(plusDays(opensAt, openForDays / 3)), '12') };
    }
    const closesOn = dayOf(plusDays(opensAt, closedAfterDays));
    const forwardedOn = weekdayAfter(closesOn);
    const decidedOn = weekdayAfter(forwardedOn);
    return {
      opensAt,
      answeredAt,
      closesAt: at(closesOn, '09'),
      forwardedAt: at(forwardedOn, '14'),
      decidedAt: at(decidedOn, '15'),
    };
  });
}

/** Until when the demo's past is played. */
export function pastEndsAt(today: Day): Instant {
  return at(weekdayAtOrBefore(dayOf(plusDays(at(today, '12'), -2))), '12');
}

function at(day: Day, hour: string): Instant {
  return `${day}T${hour}:00:00.000Z` as Instant;
}

function weekdayAtOrBefore(day: Day): Day {
  return isWeekend(day) ? weekdayAtOrBefore(dayOf(plusDays(at(day, '12'), -1))) : day;
}

function weekdayAfter(day: Day): Day {
  const next = dayOf(plusDays(at(day, '12'), 1));
  return isWeekend(next) ? weekdayAfter(next) : next;
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}
