import fc from 'fast-check';
import { calendarOf } from '../../../src/domain/calendar/calendar-of';
import { addDays, instantAt, weekdayOf } from '../../../src/domain/calendar/local-time';
import { type Day, type Instant, plusMs } from '../../../src/domain/instant';
import type { Programme } from '../../../src/domain/programme/programme';
import { nextRun } from '../../../src/domain/schedule/next-run';
import { lastDayOf } from '../../../src/domain/schedule/resolve-day';
import type { DailySchedule, Schedule, WeeklySchedule } from '../../../src/domain/schedule/schedule';

type Owner = Pick<Programme, 'timeZone' | 'workingHours' | 'stages' | 'sending'>;

const day = (value: string) => value as Day;
const instant = (value: string) => value as Instant;
const london: Owner = {
  timeZone: 'Europe/London',
  stages: [{ name: 'go-live', startsOn: day('2027-01-18'), setBy: 'Board', why: 'Milestone' }],
};
const weekly = (more: Partial<WeeklySchedule> = {}): WeeklySchedule => ({
  kind: 'weekly',
  everyWeeks: 2,
  weekday: 2,
  at: '10:00',
  from: day('2026-12-01'),
  ...more,
});
const daily = (more: Partial<DailySchedule> = {}): DailySchedule => ({
  kind: 'daily',
  everyDays: 3,
  at: '10:00',
  from: 'go-live',
  ...more,
});

/** The first runs after an instant. */
function runs(schedule: Schedule, owner: Owner, after: string, count: number): string[] {
  const found: string[] = [];
  let from = instant(after);
  for (let index = 0; index < count; index += 1) {
    const run = nextRun(schedule, owner, from);
    if (!run) break;
    found.push(run.movedFrom ? `${run.at} instead of ${run.movedFrom}: ${run.movedBecause}` : run.at);
    from = run.at;
  }
  return found;
}

describe('which days', () => {
  test('a fortnightly one counts from its first weekday on or after the day it begins', () => {
    expect(runs(weekly({ from: day('2026-11-25') }), london, '2026-11-01T00:00:00.000Z', 3)).toEqual([
      '2026-12-01T10:00:00.000Z',
      '2026-12-15T10:00:00.000Z',
      '2026-12-29T10:00:00.000Z',
    ]);
  });

  test('years do not shift it', () => {
    const run = nextRun(weekly({ everyWeeks: 3 }), london, instant('2036-01-01T00:00:00.000Z'));
    const days = (Date.parse(run?.at.slice(0, 10) ?? '') - Date.parse('2026-12-01')) / 86_400_000;
    expect(days % 21).toBe(0);
  });

  test('until a stage is until the day before it begins', () => {
    const until = weekly({ everyWeeks: 1, weekday: 1, until: 'go-live' });
    expect(runs(until, london, '2027-01-01T00:00:00.000Z', 5)).toEqual([
      '2027-01-04T10:00:00.000Z',
      '2027-01-11T10:00:00.000Z',
    ]);
  });

  test('from a stage moves with the stage, and there is none of a stage that is not there', () => {
    expect(runs(daily(), london, '2026-12-01T00:00:00.000Z', 2)).toEqual([
      '2027-01-18T10:00:00.000Z',
      '2027-01-21T10:00:00.000Z',
    ]);
    expect(nextRun(daily({ from: 'train' }), london, instant('2026-12-01T00:00:00.000Z'))).toBeUndefined();
    expect(nextRun(daily({ until: 'train' }), london, instant('2026-12-01T00:00:00.000Z'))).toBeUndefined();
  });

  test('one that runs once runs once', () => {
    const once: Schedule = { kind: 'once', on: day('2026-12-01'), at: '10:00' };
    expect(runs(once, london, '2026-11-01T00:00:00.000Z', 3)).toEqual(['2026-12-01T10:00:00.000Z']);
    expect(nextRun(once, london, instant('2026-12-01T10:00:00.000Z'))).toBeUndefined();
  });

  test('a leap day is a day like others', () => {
    expect(
      runs(daily({ everyDays: 1, from: day('2028-02-28') }), london, '2028-02-01T00:00:00.000Z', 3),
    ).toEqual(['2028-02-28T10:00:00.000Z', '2028-02-29T10:00:00.000Z', '2028-03-01T10:00:00.000Z']);
    const onLeapDay: Schedule = { kind: 'once', on: day('2028-02-29'), at: '10:00' };
    expect(runs(onLeapDay, london, '2028-02-01T00:00:00.000Z', 1)).toEqual(['2028-02-29T10:00:00.000Z']);
  });
});

describe('the clock', () => {
  test('ten stays ten through both changes', () => {
    const tuesdays = weekly({ everyWeeks: 1, from: day('2027-03-01') });
    expect(runs(tuesdays, london, '2027-03-20T00:00:00.000Z', 2)).toEqual([
      '2027-03-23T10:00:00.000Z',
      '2027-03-30T09:00:00.000Z',
    ]);
    expect(runs(tuesdays, london, '2027-10-25T00:00:00.000Z', 2)).toEqual([
      '2027-10-26T09:00:00.000Z',
      '2027-11-02T10:00:00.000Z',
    ]);
  });

  test('a time that the change skips runs at the moment of the change', () => {
    const skipped = daily({ everyDays: 1, at: '01:30', from: day('2027-03-27') });
    expect(runs(skipped, london, '2027-03-26T12:00:00.000Z', 3)).toEqual([
      '2027-03-27T01:30:00.000Z',
      '2027-03-28T01:00:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ]);
  });

  test('a time that comes twice runs once', () => {
    const twice = daily({ everyDays: 1, at: '01:30', from: day('2027-10-30') });
    expect(runs(twice, london, '2027-10-29T12:00:00.000Z', 3)).toEqual([
      '2027-10-30T00:30:00.000Z',
      '2027-10-31T00:30:00.000Z',
      '2027-11-01T01:30:00.000Z',
    ]);
  });
});

describe('days on which nobody is asked', () => {
  const closed: Owner = { ...london, sending: { notOnBankHolidays: true } };

  test('Christmas moves to the day after its substitutes', () => {
    const fridays = weekly({ weekday: 5, everyWeeks: 1, from: day('2026-12-18') });
    expect(runs(fridays, closed, '2026-12-20T00:00:00.000Z', 2)).toEqual([
      '2026-12-27T10:00:00.000Z instead of 2026-12-25: bankHoliday',
      '2027-01-02T10:00:00.000Z instead of 2027-01-01: bankHoliday',
    ]);
    const mondays = weekly({ weekday: 1, everyWeeks: 2, from: day('2027-12-13') });
    expect(runs(mondays, closed, '2027-12-14T00:00:00.000Z', 1)).toEqual([
      '2027-12-29T10:00:00.000Z instead of 2027-12-27: bankHoliday',
    ]);
  });

  test('Easter: Good Friday runs on Saturday, Easter Monday on Tuesday, at the same local time', () => {
    const good = weekly({ weekday: 5, everyWeeks: 4, from: day('2027-03-26') });
    const monday = weekly({ weekday: 1, everyWeeks: 4, from: day('2027-03-29') });
    expect(runs(good, closed, '2027-03-20T00:00:00.000Z', 1)).toEqual([
      '2027-03-27T10:00:00.000Z instead of 2027-03-26: bankHoliday',
    ]);
    expect(runs(monday, closed, '2027-03-20T00:00:00.000Z', 1)).toEqual([
      '2027-03-30T09:00:00.000Z instead of 2027-03-29: bankHoliday',
    ]);
  });

  test('bank holidays count only where the programme says so, by its own list where it has one', () => {
    const fridays = weekly({ weekday: 5, from: day('2026-12-25') });
    expect(runs(fridays, london, '2026-12-20T00:00:00.000Z', 1)).toEqual(['2026-12-25T10:00:00.000Z']);
    const ownDays: Owner = {
      ...closed,
      workingHours: { opensAt: '09:00', closesAt: '17:00', weekdays: [1], bankHolidays: [day('2026-12-01')] },
    };
    expect(runs(weekly(), ownDays, '2026-11-20T00:00:00.000Z', 1)).toEqual([
      '2026-12-02T10:00:00.000Z instead of 2026-12-01: bankHoliday',
    ]);
  });

  const survey = { from: day('2026-11-30'), to: day('2026-12-07'), why: 'National Staff Survey' };

  test('a blackout of the whole programme moves a run past it, one of a site group does not', () => {
    const whole: Owner = { ...london, sending: { blackouts: [survey] } };
    const part: Owner = { ...london, sending: { blackouts: [{ ...survey, siteGroups: ['acute'] }] } };
    expect(runs(weekly(), whole, '2026-11-20T00:00:00.000Z', 2)).toEqual([
      '2026-12-08T10:00:00.000Z instead of 2026-12-01: blackout',
      '2026-12-15T10:00:00.000Z',
    ]);
    expect(runs(weekly(), part, '2026-11-20T00:00:00.000Z', 1)).toEqual(['2026-12-01T10:00:00.000Z']);
  });

  test('a run that would reach the following one is that one', () => {
    const long: Owner = { ...london, sending: { blackouts: [{ ...survey, to: day('2026-12-14') }] } };
    expect(runs(weekly(), long, '2026-11-20T00:00:00.000Z', 1)).toEqual(['2026-12-15T10:00:00.000Z']);
  });

  test('the last run is not moved past the day that ends the schedule', () => {
    const whole: Owner = { ...london, sending: { blackouts: [survey] } };
    const ends = weekly({ until: day('2026-12-05') });
    expect(nextRun(ends, whole, instant('2026-11-20T00:00:00.000Z'))).toBeUndefined();
  });

  test('a blackout without end has no next run rather than no answer', () => {
    const never: Owner = {
      ...london,
      sending: { blackouts: [{ ...survey, from: day('2000-01-01'), to: day('9999-12-31') }] },
    };
    expect(nextRun(weekly(), never, instant('2026-11-20T00:00:00.000Z'))).toBeUndefined();
  });
});

/** What the rule says, day by day: each occurrence moves forward until somebody may be asked. */
function bruteForce(schedule: Exclude<Schedule, { kind: 'once' }>, owner: Owner, after: Instant) {
  const from = schedule.from as Day;
  const last = schedule.until === undefined ? undefined : lastDayOf(schedule.until, owner);
  const { isBankHoliday } = calendarOf(owner);
  const isFree = (one: Day) =>
    !(owner.sending?.notOnBankHolidays && isBankHoliday(one)) &&
    !(owner.sending?.blackouts ?? []).some((out) => !out.siteGroups && out.from <= one && one <= out.to);
  const isNamed = (one: Day, first: Day | undefined) => {
    if (one < from || (last !== undefined && one > last)) return false;
    if (schedule.kind === 'weekly' && weekdayOf(one) !== schedule.weekday) return false;
    const every = schedule.kind === 'weekly' ? schedule.everyWeeks * 7 : schedule.everyDays;
    return first === undefined || ((Date.parse(one) - Date.parse(first)) / 86_400_000) % every === 0;
  };
  const [hours = 0, minutes = 0] = schedule.at.split(':').map(Number);
  let first: Day | undefined;
  let pending: Day | undefined;
  for (let one = from; one < '2030-01-01'; one = addDays(one, 1)) {
    if (last !== undefined && one > last) return undefined;
    if (isNamed(one, first)) {
      first ??= one;
      pending = one;
    }
    if (pending && isFree(one)) {
      const at = instantAt(one, hours * 60 + minutes, owner.timeZone);
      if (at > after) return { at, movedFrom: pending === one ? undefined : pending };
      pending = undefined;
    }
  }
  return undefined;
}

test('agrees with a search day by day, is deterministic and always later', () => {
  const days = fc.integer({ min: 0, max: 800 }).map((index) => addDays(day('2026-01-01'), index));
  const times = fc.constantFrom('00:00', '00:30', '01:30', '02:30', '10:00', '23:59');
  const schedules = fc.oneof(
    fc.record({
      kind: fc.constant('weekly' as const),
      everyWeeks: fc.integer({ min: 1, max: 5 }),
      weekday: fc.integer({ min: 1, max: 7 }),
      at: times,
      from: days,
      until: fc.option(fc.oneof(days, fc.constant('go-live' as const)), { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant('daily' as const),
      everyDays: fc.integer({ min: 1, max: 20 }),
      at: times,
      from: days,
      until: fc.option(days, { nil: undefined }),
    }),
  );
  const blackouts = fc.array(
    fc.record({
      from: days,
      length: fc.integer({ min: 0, max: 40 }),
      part: fc.boolean(),
    }),
    { maxLength: 3 },
  );
  const zones = fc.constantFrom('Europe/London', 'Australia/Lord_Howe', 'America/New_York', 'UTC');
  fc.assert(
    fc.property(
      schedules,
      blackouts,
      fc.boolean(),
      zones,
      days,
      fc.integer({ min: 0, max: 86_399_999 }),
      (schedule, outs, notOnBankHolidays, timeZone, on, ms) => {
        const { until, ...rest } = schedule;
        const exact = (until === undefined ? rest : schedule) as Exclude<Schedule, { kind: 'once' }>;
        const owner: Owner = {
          ...london,
          timeZone,
          sending: {
            notOnBankHolidays,
            blackouts: outs.map(({ from, length, part }) => ({
              from,
              to: addDays(from, length),
              why: 'a survey',
              ...(part ? { siteGroups: ['acute'] } : {}),
            })),
          },
        };
        const after = plusMs(instant(`${on}T00:00:00.000Z`), ms);
        const run = nextRun(exact, owner, after);
        const expected = bruteForce(exact, owner, after);
        expect(run?.at).toBe(expected?.at);
        expect(run?.movedFrom).toBe(expected?.movedFrom);
        expect(nextRun(exact, owner, after)).toEqual(run);
        if (run) expect(run.at > after).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
