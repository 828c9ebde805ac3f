/** Clocks run while people are at work: hours, weekends, bank holidays and both clock changes. */

import fc from 'fast-check';
import { calendarOf } from '../../../src/domain/calendar/calendar-of';
import { addDays, localDay, weekdayOf } from '../../../src/domain/calendar/local-time';
import type { WorkingCalendar } from '../../../src/domain/calendar/working-calendar';
import { endOfWorkingDay, isWorkingDay, workingDaysBetween } from '../../../src/domain/calendar/working-days';
import { addWorkingMinutes, nextOpening } from '../../../src/domain/calendar/working-time';
import { type Day, epochMsOf, type Instant, instantOf } from '../../../src/domain/instant';
import type { WorkingHours } from '../../../src/domain/programme/programme';

const timeZone = 'Europe/London';
const london = calendarOf({ timeZone });
const hoursOf = (more: Partial<WorkingHours>): WorkingCalendar =>
  calendarOf({
    timeZone,
    workingHours: {
      opensAt: '09:00',
      closesAt: '17:00',
      weekdays: [1, 2, 3, 4, 5],
      bankHolidays: 'england',
      ...more,
    },
  });
const at = (text: string) => `${text}:00.000Z` as Instant;

describe('so many working hours from', () => {
  it.each([
    ['Monday morning, two hours', '2026-11-23T10:00', 2, '2026-11-23T12:00'],
    ['Monday at opening, a whole day', '2026-11-23T09:00', 8, '2026-11-23T17:00'],
    ['Monday at opening, a day and a minute', '2026-11-23T09:00', 8 + 1 / 60, '2026-11-24T09:01'],
    ['Monday at closing, one hour', '2026-11-23T17:00', 1, '2026-11-24T10:00'],
    ['a minute before closing, one hour', '2026-11-23T16:59', 1, '2026-11-24T09:59'],
    ['Friday 16:30, four hours over a weekend', '2026-11-27T16:30', 4, '2026-11-30T12:30'],
    ['Friday 16:30, half an hour', '2026-11-27T16:30', 0.5, '2026-11-27T17:00'],
    ['Friday 16:30, eight hours', '2026-11-27T16:30', 8, '2026-11-30T16:30'],
    ['Friday 16:30, forty hours', '2026-11-27T16:30', 40, '2026-12-04T16:30'],
    ['Saturday noon, four hours', '2026-11-28T12:00', 4, '2026-11-30T13:00'],
    ['Sunday night, one hour', '2026-11-29T23:59', 1, '2026-11-30T10:00'],
    ['Monday at three in the morning, four hours', '2026-11-30T03:00', 4, '2026-11-30T13:00'],
    ['Tuesday at eleven at night, one hour', '2026-11-24T23:00', 1, '2026-11-25T10:00'],
    ['local midnight in summer, one hour', '2026-06-30T23:00', 1, '2026-07-01T09:00'],
    ['a summer afternoon in local time, two hours', '2026-07-01T15:30', 2, '2026-07-02T09:30'],
    ['Maundy Thursday 16:00, four hours over Easter', '2026-04-02T15:00', 4, '2026-04-07T11:00'],
    ['Good Friday noon, one hour', '2026-04-03T11:00', 1, '2026-04-07T09:00'],
    ['Easter Monday, eight hours', '2026-04-06T09:00', 8, '2026-04-07T16:00'],
    ['Christmas Eve 16:00, four hours to the 29th', '2026-12-24T16:00', 4, '2026-12-29T12:00'],
    ['Boxing Day on a Saturday, one hour', '2026-12-26T10:00', 1, '2026-12-29T10:00'],
    ['Christmas Eve to New Year, thirty-two hours', '2026-12-24T09:00', 32, '2026-12-31T17:00'],
    ['New Year’s Eve 16:30, one hour', '2026-12-31T16:30', 1, '2027-01-04T09:30'],
    ['Christmas 2027 on a Saturday, one hour', '2027-12-24T16:30', 1, '2027-12-29T09:30'],
    ['Christmas 2022 on a Sunday, one hour', '2022-12-23T16:30', 1, '2022-12-28T09:30'],
    ['New Year 2028 on a Saturday, one hour', '2027-12-31T16:30', 1, '2028-01-04T09:30'],
    ['the Friday before early May, two hours', '2026-05-01T15:00', 2, '2026-05-05T09:00'],
    ['the Friday before the late May holiday, two hours', '2026-05-22T15:00', 2, '2026-05-26T09:00'],
    ['the Friday before the August holiday, two hours', '2026-08-28T15:00', 2, '2026-09-01T09:00'],
    ['VE Day 2020, moved from Monday to Friday', '2020-05-07T15:30', 1, '2020-05-11T08:30'],
    ['the Monday that was not early May 2020', '2020-05-04T08:00', 1, '2020-05-04T09:00'],
    ['the jubilee, Thursday and Friday', '2022-06-01T15:30', 1, '2022-06-06T08:30'],
    ['the Monday that was not the jubilee’s', '2022-05-30T08:00', 1, '2022-05-30T09:00'],
    ['the state funeral', '2022-09-16T15:30', 1, '2022-09-20T08:30'],
    ['the coronation, and early May a week before', '2023-05-05T15:30', 1, '2023-05-09T08:30'],
    ['the Friday before the clocks go forward', '2027-03-25T16:00', 2, '2027-03-30T09:00'],
    ['the Friday before the clocks go back', '2026-10-23T15:00', 2, '2026-10-26T10:00'],
    ['the Sunday of the change forward, one hour', '2026-03-29T00:59', 1, '2026-03-30T09:00'],
    ['the Sunday of the change back, one hour', '2026-10-25T00:30', 1, '2026-10-26T10:00'],
    ['a leap day, one hour over its end', '2028-02-29T16:30', 1, '2028-03-01T09:30'],
    ['no time at all, at night', '2026-11-23T03:00', 0, '2026-11-23T03:00'],
    ['twenty working days', '2026-11-23T09:00', 160, '2026-12-18T17:00'],
  ])('%s', (_what, from, hours, expected) => {
    expect(addWorkingMinutes(at(from), hours * 60, london)).toBe(at(expected));
  });

  it.each([
    [
      'a whole night on the day the clocks go forward',
      hoursOf({ opensAt: '00:00', closesAt: '06:00', weekdays: [7] }),
      '2026-03-28T12:00',
      5,
      '2026-03-29T05:00',
    ],
    [
      'a whole night on the day the clocks go back',
      hoursOf({ opensAt: '00:00', closesAt: '06:00', weekdays: [7] }),
      '2026-10-24T12:00',
      7,
      '2026-10-25T06:00',
    ],
    [
      'an opening that the change forward leaps over',
      hoursOf({ opensAt: '01:30', weekdays: [7] }),
      '2026-03-28T12:00',
      1,
      '2026-03-29T02:00',
    ],
    [
      'round the clock over a change',
      hoursOf({ opensAt: '00:00', closesAt: '24:00', weekdays: [6, 7] }),
      '2026-03-28T00:00',
      47,
      '2026-03-29T23:00',
    ],
    [
      'weekends only, from a Monday',
      hoursOf({ weekdays: [6, 7] }),
      '2026-11-23T09:00',
      1,
      '2026-11-28T10:00',
    ],
    [
      'a holiday on a weekend that is worked',
      hoursOf({ weekdays: [6, 7] }),
      '2021-12-24T12:00',
      1,
      '2022-01-02T10:00',
    ],
    [
      'bank holidays of its own, Christmas among working days',
      hoursOf({ bankHolidays: ['2026-12-24' as Day] }),
      '2026-12-23T16:00',
      2,
      '2026-12-25T10:00',
    ],
    ['no bank holidays', hoursOf({ bankHolidays: [] }), '2026-12-24T16:30', 1, '2026-12-25T09:30'],
  ])('%s', (_what, calendar, from, hours, expected) => {
    expect(addWorkingMinutes(at(from), hours * 60, calendar)).toBe(at(expected));
  });
});

it.each([
  ['Tuesday, three days', '2026-11-24T10:00', 3, '2026-11-27T17:00'],
  ['Friday afternoon, one day', '2026-11-27T16:30', 1, '2026-11-30T17:00'],
  ['Saturday, one day', '2026-11-28T09:00', 1, '2026-11-30T17:00'],
  ['in summer time', '2026-06-30T10:00', 2, '2026-07-02T16:00'],
  ['over the spring change and Easter', '2027-03-25T10:00', 1, '2027-03-30T16:00'],
  ['over the autumn change', '2026-10-23T10:00', 1, '2026-10-26T17:00'],
  ['late in the evening local time', '2026-07-01T23:30', 1, '2026-07-03T16:00'],
  ['over Christmas', '2026-12-23T10:00', 3, '2026-12-30T17:00'],
  ['the same day, a Sunday', '2026-11-29T10:00', 0, '2026-11-29T17:00'],
])('the end of a working day: %s', (_what, from, days, expected) => {
  expect(endOfWorkingDay(at(from), days, london)).toBe(at(expected));
});

it('knows the bank holidays that were published', () => {
  const of = (year: number) => {
    const first = Date.UTC(year, 0, 1);
    const days = Array.from(
      { length: 366 },
      (_, index) => instantOf(first + index * 86_400_000).slice(0, 10) as Day,
    );
    const weekdays = days.filter((day) => day.startsWith(`${year}`) && weekdayOf(day) <= 5);
    return weekdays
      .filter((day) => london.isBankHoliday(day))
      .map((day) => day.slice(5))
      .join(' ');
  };
  expect([2022, 2023, 2025, 2026, 2027].map(of)).toEqual([
    '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
    '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
    '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
    '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  ]);
});

it('refuses hours in which it would never open', () => {
  for (const never of [{ closesAt: '09:00' }, { weekdays: [] }]) {
    expect(() => hoursOf(never)).toThrow('without working time');
  }
});

describe('against a brute force', () => {
  const minuteMs = 60_000;
  const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'] as const;
  const formats = new Map(
    zones.map((zone) => [
      zone as string,
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
    ]),
  );
  const walls = new Map<string, number>();
  /** What a clock shows; clocks change on the half-hour, so that the minutes of one follow from its first. */
  function wallOf(ms: number, zone: string): number {
    const halfHour = ms - (ms % (30 * minuteMs));
    const key = `${zone} ${halfHour}`;
    const known = walls.get(key) ?? Date.parse(`${formats.get(zone)?.format(halfHour).replace(' ', 'T')}Z`);
    walls.set(key, known);
    return known + ms - halfHour;
  }
  const clockTime = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

  const dayMs = 1_440 * minuteMs;
  /** Looks at every minute: one counts when that day's clock has shown the opening and not yet the closing time. */
  function* openMinutes(fromMs: number, zone: string, calendar: WorkingCalendar): Generator<number> {
    let today = { number: Number.NaN, isWorked: false, hasOpened: false, hasClosed: false };
    for (let ms = fromMs - 26 * 60 * minuteMs; ; ms += minuteMs) {
      const wall = wallOf(ms, zone);
      const number = Math.floor(wall / dayMs);
      const shown = (wall - number * dayMs) / minuteMs;
      if (number !== today.number) {
        const day = instantOf(number * dayMs).slice(0, 10) as Day;
        const weekday = new Date(number * dayMs).getUTCDay() || 7;
        const isWorked = calendar.weekdays.has(weekday) && !calendar.isBankHoliday(day);
        today = { number, isWorked, hasOpened: false, hasClosed: false };
      }
      today.hasOpened ||= shown >= calendar.opensAt;
      today.hasClosed ||= shown >= calendar.closesAt;
      if (ms >= fromMs && today.isWorked && today.hasOpened && !today.hasClosed) yield ms;
    }
  }

  const around = [
    Date.UTC(2026, 2, 27),
    Date.UTC(2026, 9, 23),
    Date.UTC(2026, 2, 6),
    Date.UTC(2026, 3, 3),
    Date.UTC(2026, 11, 23),
  ];
  const scene = fc.record({
    zone: fc.constantFrom(...zones),
    fromMs: fc
      .tuple(fc.constantFrom(...around), fc.integer({ min: 0, max: 5 * 1_440 }))
      .map(([start, minutes]) => start + minutes * minuteMs),
    opensAt: fc.integer({ min: 0, max: 1_300 }),
    length: fc.integer({ min: 180, max: 1_440 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 7 }),
    holidays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 2 }),
    minutes: fc.integer({ min: 1, max: 700 }),
  });

  it('ends at the same minute, opens at the same one', () => {
    fc.assert(
      fc.property(scene, ({ zone, fromMs, opensAt, length, weekdays, holidays, minutes }) => {
        const from = instantOf(fromMs);
        const hours: WorkingHours = {
          opensAt: clockTime(opensAt),
          closesAt: clockTime(Math.min(1_440, opensAt + length)),
          weekdays,
          bankHolidays: holidays.map((days) => addDays(localDay(from, zone), days)),
        };
        const calendar = calendarOf({ timeZone: zone, workingHours: hours });
        let [first, last, counted] = [0, 0, 0];
        for (const minute of openMinutes(fromMs, zone, calendar)) {
          if (counted === 0) first = minute;
          last = minute;
          counted += 1;
          if (counted === minutes) break;
        }
        const end = addWorkingMinutes(from, minutes, calendar);
        expect(epochMsOf(end)).toBe(last + minuteMs);
        expect(nextOpening(from, calendar)).toBe(instantOf(first));
      }),
      { numRuns: 60 },
    );
  });

  it('counts the days that are worked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 60 }), (start, length) => {
        const from = addDays('2026-01-01' as Day, start);
        const days = Array.from({ length }, (_, index) => addDays(from, index + 1));
        const worked = days.filter((day) => isWorkingDay(day, london));
        expect(workingDaysBetween(from, addDays(from, length), london)).toBe(worked.length);
        if (worked.length === 0) return;
        const noon = `${from}T12:00:00.000Z` as Instant;
        const last = worked.at(-1) as Day;
        expect(localDay(endOfWorkingDay(noon, worked.length, london), timeZone)).toBe(last);
      }),
    );
  });
});
