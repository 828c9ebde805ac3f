/** When a person may next be written to as a respondent: never in quiet hours, nor on a day that their programme left out. */

import { calendarOf } from '../calendar/calendar-of';
import { addDays, instantAt, localDay } from '../calendar/local-time';
import { type Day, type Instant, plusMs } from '../instant';
import type { Shift } from '../programme/person';
import type { Programme } from '../programme/programme';
import type { PreferredTime } from './sending-policy';
import { type Suiting, suitingOf, timeWindows } from './time-windows';

/** A programme's rules of sending, with the days that were worked out: make it once for many people. */
export interface SendingRules {
  /** True where nothing but a person's own choice and the days left out count. */
  readonly anyTime: boolean;
  /** Whether some days are left out for some site groups alone. */
  readonly needsSiteGroup: boolean;
  /** The day on the programme's wall clock. */
  dayAt(instant: Instant): Day;
  /** Whether nobody of this site group is written to on that day. */
  isClosed(day: Day, siteGroup: string | undefined): boolean;
  /** The spans of that day that suit, in order. */
  spansOf(day: Day, suiting: Suiting): readonly Span[];
}

export interface Span {
  readonly from: Instant;
  /** The first instant after it. */
  readonly to: Instant;
  /** A request that begins by then is over within it. */
  readonly lastBeginning: Instant;
}

/** What decides when one person may be written to. */
export interface PersonTiming {
  readonly shift?: Shift;
  readonly suits?: PreferredTime;
  readonly siteGroup?: string;
}

/** What of a programme its rules of sending follow from. */
export type SendingOwner = Pick<Programme, 'timeZone' | 'workingHours' | 'sending'> &
  Partial<Pick<Programme, 'isSynthetic'>>;

/** A request that was begun so long ago is answered or given up. */
const requestLastsMs = 15_000;

/** `from` itself when it suits, else the first instant after it that does. A blackout and a bank holiday close the local day
 * on which the instant itself falls: of a night that begins on the eve of one, the hours before midnight stay open. */
export function nextTimeToWrite(from: Instant, person: PersonTiming, rules: SendingRules): Instant {
  return later(from, nextSpan(from, person, rules).from);
}

/** The same for the beginning of a request, which must also be over before the time that suits is. */
export function nextTimeToBegin(from: Instant, person: PersonTiming, rules: SendingRules): Instant {
  const span = nextSpan(from, person, rules);
  const begins = later(from, span.from);
  if (begins <= span.lastBeginning) return begins;
  // The next span may follow at once, as at midnight.
  const ends = plusMs(begins, requestLastsMs);
  const then = nextTimeToWrite(ends, person, rules);
  return then === ends ? begins : then;
}

/** Nobody looks further ahead: whoever waits is looked at again every day. */
const mostDaysAhead = 366;

/** The first span that is not over at `from`, or the first one a year ahead where every day until then is left out. */
function nextSpan(from: Instant, { shift, suits, siteGroup }: PersonTiming, rules: SendingRules): Span {
  const suiting = rules.anyTime && !suits ? 'anyTime' : suitingOf(shift, suits);
  let day = rules.dayAt(from);
  for (let ahead = 0; ; ahead += 1, day = addDays(day, 1)) {
    if (ahead < mostDaysAhead && rules.isClosed(day, siteGroup)) continue;
    const span = rules.spansOf(day, suiting).find(({ to }) => from < to);
    if (span) return span;
  }
}

const later = (one: Instant, other: Instant) => (one < other ? other : one);

/** Formatting a time zone is slow: every day is worked out once, so that asking for 300,000 people is cheap. */
export function sendingRulesOf({ isSynthetic = false, ...programme }: SendingOwner): SendingRules {
  const { timeZone, sending = {} } = programme;
  const { blackouts = [], notOnBankHolidays = false } = sending;
  const calendar = calendarOf(programme);
  const spans = new Map<string, readonly Span[]>();
  let known = { day: '' as Day, begins: '' as Instant, ends: '' as Instant };
  return {
    anyTime: isSynthetic && (sending.anyTime ?? false),
    needsSiteGroup: blackouts.some(({ siteGroups }) => siteGroups !== undefined),
    dayAt(instant) {
      if (instant < known.begins || instant >= known.ends)
        known = boundsOf(localDay(instant, timeZone), timeZone);
      return known.day;
    },
    isClosed(day, siteGroup) {
      if (notOnBankHolidays && calendar.isBankHoliday(day)) return true;
      return blackouts.some(({ from, to, siteGroups }) => {
        const isTheirs = !siteGroups || (siteGroup !== undefined && siteGroups.includes(siteGroup));
        return isTheirs && from <= day && day <= to;
      });
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
  return timeWindows[suiting].map(([opens, closes]) => {
    const to = instantAt(day, closes, timeZone);
    return { from: instantAt(day, opens, timeZone), to, lastBeginning: plusMs(to, -requestLastsMs - 1) };
  });
}
