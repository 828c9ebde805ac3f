/** When a person may next be written to as a respondent: never in quiet hours, nor on a day that their programme left out. */

import { calendarOf } from '../calendar/calendar-of';
import { addDays, instantAt, localDay } from '../calendar/local-time';
import type { Day, Instant } from '../instant';
import type { Shift } from '../programme/person';
import type { Programme } from '../programme/programme';
import type { PreferredTime } from './sending-policy';
import { type Suiting, suitingOf, timeWindows } from './time-windows';

/** A programme's rules of sending, with the days that were worked out: make it once for many people. */
export interface SendingRules {
  /** The day on the programme's wall clock. */
  dayAt(instant: Instant): Day;
  /** Whether nobody of this site group is written to on that day. */
  isClosed(day: Day, siteGroup: string | undefined): boolean;
  /** The spans of that day that suit, in order; each without its end. */
  spansOf(day: Day, suiting: Suiting): readonly Span[];
}

export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** What decides when one person may be written to. */
export interface PersonTiming {
  readonly shift?: Shift;
  readonly suits?: PreferredTime;
  readonly siteGroup?: string;
}

/** What of a programme its rules of sending follow from. */
export type SendingOwner = Pick<Programme, 'timeZone' | 'workingHours' | 'sending'>;

/** `from` itself when it suits, else the first instant after it that does. A blackout and a bank holiday close the local day
 * on which the instant itself falls: of a night that begins on the eve of one, the hours before midnight stay open. */
export function nextTimeToWrite(from: Instant, person: PersonTiming, rules: SendingRules): Instant {
  const suiting = suitingOf(person.shift, person.suits);
  for (let day = rules.dayAt(from); ; day = addDays(day, 1)) {
    if (rules.isClosed(day, person.siteGroup)) continue;
    const span = rules.spansOf(day, suiting).find(({ to }) => from < to);
    if (span) return span.from < from ? from : span.from;
  }
}

/** Formatting a time zone is slow: every day is worked out once, so that asking for 300,000 people is cheap. */
export function sendingRulesOf(programme: SendingOwner): SendingRules {
  const { timeZone, sending = {} } = programme;
  const calendar = calendarOf(programme);
  const spans = new Map<string, readonly Span[]>();
  let known = { day: '' as Day, begins: '' as Instant, ends: '' as Instant };
  return {
    dayAt(instant) {
      if (instant < known.begins || instant >= known.ends)
        known = boundsOf(localDay(instant, timeZone), timeZone);
      return known.day;
    },
    isClosed(day, siteGroup) {
      if (sending.notOnBankHolidays && calendar.isBankHoliday(day)) return true;
      return (sending.blackouts ?? []).some(
        ({ from, to, siteGroups }) =>
          from <= day &&
          day <= to &&
          (!siteGroups || (siteGroup !== undefined && siteGroups.includes(siteGroup))),
      );
    },
    spansOf(day, suiting) {
      const key = `${day} ${suiting}`;
      const worked = spans.get(key) ?? spansOn(day, suiting, timeZone);
      spans.set(key, worked);
      return worked;
    },
  };
}

function boundsOf(day: Day, timeZone: string) {
  return { day, begins: instantAt(day, 0, timeZone), ends: instantAt(addDays(day, 1), 0, timeZone) };
}

function spansOn(day: Day, suiting: Suiting, timeZone: string): readonly Span[] {
  return timeWindows[suiting].map(([from, to]) => ({
    from: instantAt(day, from, timeZone),
    to: instantAt(day, to, timeZone),
  }));
}
