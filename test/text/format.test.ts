import { instantOf } from '../../src/domain/instant';
import { createFormat } from '../../src/text/format';

const format = createFormat('en-GB', 'Europe/London');
const at = (iso: string) => instantOf(Date.parse(iso));

test('writes days without a time, in the programme’s own time zone', () => {
  expect(format.day(at('2026-11-24T10:00:00Z'))).toBe('Tuesday 24 November');
  expect(format.date(at('2026-11-24T10:00:00Z'))).toBe('24 November 2026');
  expect(format.dayAndYear(at('2026-11-24T10:00:00Z'))).toBe('Tuesday 24 November 2026');
  expect(format.day(at('2026-07-01T23:30:00Z'))).toBe('Thursday 2 July');
  expect(createFormat('en-GB', 'America/New_York').day(at('2026-07-01T02:00:00Z'))).toBe('Tuesday 30 June');
});

test('takes an end at midnight for the day before', () => {
  expect(format.lastDay(at('2026-11-24T00:00:00Z'))).toBe('Monday 23 November');
  expect(format.lastDay(at('2026-11-24T17:00:00Z'))).toBe('Tuesday 24 November');
});

test('writes shares, counts, signs and lists as British readers expect them', () => {
  expect(format.percent(0.617)).toBe('62%');
  expect(format.inHundred(0.306)).toBe('31');
  expect(format.count(5077)).toBe('5,077');
  expect([12, 0, -12].map(format.signed)).toEqual(['+12', '0', '−12']);
  expect(format.list(['A', 'B', 'C'])).toBe('A, B and C');
  expect([1, 2].map((count) => format.plural(count, 'group', 'groups'))).toEqual(['1 group', '2 groups']);
});

test('gives the same day again however many other days were asked for', () => {
  for (let day = 0; day < 1200; day += 1) format.day(instantOf(day * 86_400_000));
  expect(format.day(instantOf(0))).toBe('Thursday 1 January');
});
