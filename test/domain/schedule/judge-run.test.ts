import { type Day, type Instant, plusMs } from '../../../src/domain/instant';
import { judgeRun, roomBefore } from '../../../src/domain/schedule/judge-run';
import type { Schedule } from '../../../src/domain/schedule/schedule';

const hourMs = 3_600_000;
const instant = (value: string) => value as Instant;
const programme = { timeZone: 'Europe/London', stages: [] };
const due = instant('2026-12-01T10:00:00.000Z');
const every = (everyDays: number): Schedule => ({
  kind: 'daily',
  everyDays,
  at: '10:00',
  from: '2026-12-01' as Day,
});
const judged = (everyDays: number, hoursLate: number) =>
  judgeRun(due, every(everyDays), programme, plusMs(due, hoursLate * hourMs));

test('opens on time and up to 24 hours late, closed six hours before the next run', () => {
  const next = { at: instant('2026-12-15T10:00:00.000Z') };
  const open = { outcome: 'open', closesBy: '2026-12-15T04:00:00.000Z', next };
  expect([judged(14, 0), judged(14, 24)]).toEqual([open, open]);
  expect(judged(14, 24.01)).toEqual({ outcome: 'tooLate', next });
});

test('does not open late where hardly anybody could answer before the next run', () => {
  expect(judged(1, 12)).toMatchObject({ outcome: 'open', closesBy: '2026-12-02T04:00:00.000Z' });
  expect(judged(1, 12.01)).toEqual({ outcome: 'tooLate', next: { at: '2026-12-02T10:00:00.000Z' } });
});

test('counts the runs that a standstill passed, apart from one that can still be opened', () => {
  expect(judged(3, 9 * 24 + 2)).toEqual({
    outcome: 'tooLate',
    further: { count: 2, until: '2026-12-07T10:00:00.000Z' },
    next: { at: '2026-12-10T10:00:00.000Z' },
  });
  expect(judged(3, 11 * 24 + 2)).toEqual({
    outcome: 'tooLate',
    further: { count: 3, until: '2026-12-10T10:00:00.000Z' },
    next: { at: '2026-12-13T10:00:00.000Z' },
  });
});

test('a run after which none is to come leaves its wave open as long as usual', () => {
  const once: Schedule = { kind: 'once', on: '2026-12-01' as Day, at: '10:00' };
  expect(judgeRun(due, once, programme, due)).toEqual({ outcome: 'open' });
  expect(judgeRun(due, once, programme, plusMs(due, 25 * hourMs))).toEqual({ outcome: 'tooLate' });
  expect(roomBefore(undefined, due)).toEqual({});
});
