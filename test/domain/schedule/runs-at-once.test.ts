import fc from 'fast-check';
import { asId, type QuestionId } from '../../../src/domain/ids';
import { type Day, type Instant, plusDays } from '../../../src/domain/instant';
import { clearBefore } from '../../../src/domain/schedule/judge-run';
import { nextRun } from '../../../src/domain/schedule/next-run';
import { type RunningPulse, runsAtOnce } from '../../../src/domain/schedule/runs-at-once';
import type { Schedule } from '../../../src/domain/schedule/schedule';

const now = '2026-11-22T13:00:00.000Z' as Instant;
const programme = { timeZone: 'Europe/London', stages: [], sending: { notOnBankHolidays: true } };
const day = (value: string) => value as Day;
const asking = (openForDays: number, schedule: Schedule, question = 'confident'): RunningPulse => ({
  questions: [{ id: asId<QuestionId>(question) }],
  openForDays,
  schedule,
});
const tuesdays = (everyWeeks: number, from: string): Schedule => ({
  ...{ kind: 'weekly', everyWeeks, weekday: 2, at: '10:00' },
  from: day(from),
});
const once = (on: string, at = '10:00'): Schedule => ({ kind: 'once', on: day(on), at });
const found = (...pulses: readonly RunningPulse[]) => runsAtOnce(pulses, programme, now)[0]?.runs;

test('names the first two that are in each other’s way, also those that touch', () => {
  const weeks = asking(7, tuesdays(4, '2026-12-01'));
  const opensAt = '2026-12-08T10:00:00.000Z';
  expect(found(weeks, asking(3, once('2026-12-08')))).toEqual([
    { at: '2026-12-01T10:00:00.000Z', closesAt: opensAt },
    { at: opensAt, closesAt: '2026-12-11T10:00:00.000Z' },
  ]);
  expect(found(weeks, asking(3, once('2026-12-08', '10:01')))).toBeUndefined();
  expect(found(weeks, asking(3, once('2026-12-08'), 'another'))).toBeUndefined();
  const { schedule: _none, ...byHand } = weeks;
  expect(found(weeks, byHand)).toBeUndefined();
});

test('sees the hour that a clock change takes, and a wave that is open already', () => {
  const spring = asking(7, once('2027-03-23', '10:00'));
  expect(found(spring, asking(2, once('2027-03-30', '10:30')))?.[0].closesAt).toBe(
    '2027-03-30T10:00:00.000Z',
  );
  expect(found(spring, asking(2, once('2027-03-30', '11:30')))).toBeUndefined();
  const open = { at: '2026-11-17T10:00:00.000Z' as Instant, closesAt: '2026-11-24T10:00:00.000Z' as Instant };
  const fourthWeekly = { ...asking(7, tuesdays(4, '2026-11-17')), open };
  expect(found(fourthWeekly, asking(5, once('2026-11-23')))?.[0]).toEqual(open);
});

test('two pulses that it passes never miss a run for each other, and of others it names the first that would', () => {
  const schedules = fc.record({
    kind: fc.constant('daily' as const),
    everyDays: fc.integer({ min: 3, max: 60 }),
    at: fc.constantFrom('08:30', '10:00', '16:00'),
    from: fc.integer({ min: 1, max: 90 }).map((days) => plusDays(now, days).slice(0, 10) as Day),
    until: fc.integer({ min: 60, max: 500 }).map((days) => plusDays(now, days).slice(0, 10) as Day),
  });
  const pulses = fc
    .tuple(schedules, fc.integer({ min: 1, max: 10 }))
    .map(([schedule, days]) => asking(Math.min(days, schedule.everyDays - 1), schedule));
  fc.assert(
    fc.property(pulses, pulses, (one, other) => {
      const later = found(one, other)
        ?.map(({ at }) => at)
        .sort()[1];
      expect(later).toBe(firstRefused(one, other));
    }),
    { numRuns: 60 },
  );
});

/** Every run of both in the order of time, each opened unless the other's wave is open: what happens, told plainly. */
function firstRefused(...pulses: readonly RunningPulse[]): Instant | undefined {
  const runs = pulses.flatMap(({ schedule, openForDays }, pulse) => {
    const made: { pulse: number; at: Instant; closesAt: Instant }[] = [];
    let run = schedule && nextRun(schedule, programme, now);
    while (schedule && run) {
      const next = nextRun(schedule, programme, run.at);
      const closings = [plusDays(run.at, openForDays), ...(next ? [clearBefore(next)] : [])].sort();
      made.push({ pulse, at: run.at, closesAt: closings[0] as Instant });
      run = next;
    }
    return made;
  });
  return runs
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .find(({ pulse, at }) =>
      runs.some((open) => open.pulse !== pulse && open.at <= at && at <= open.closesAt),
    )?.at;
}
