/** Deadlines fall at the end of a working day, in local time, on both sides of a clock change. */

import { endOfWorkingDay } from '../../../src/domain/escalation/working-days';
import type { Instant } from '../../../src/domain/instant';

it.each([
  ['Tuesday, three days', '2026-11-24T10:00:00.000Z', 3, '2026-11-27T17:00:00.000Z'],
  ['Friday afternoon, one day', '2026-11-27T16:30:00.000Z', 1, '2026-11-30T17:00:00.000Z'],
  ['Saturday, one day', '2026-11-28T09:00:00.000Z', 1, '2026-11-30T17:00:00.000Z'],
  ['in summer time', '2026-06-30T10:00:00.000Z', 2, '2026-07-02T16:00:00.000Z'],
  ['over the spring change', '2027-03-26T10:00:00.000Z', 1, '2027-03-29T16:00:00.000Z'],
  ['over the autumn change', '2026-10-23T10:00:00.000Z', 1, '2026-10-26T17:00:00.000Z'],
  ['late in the evening local time', '2026-07-01T23:30:00.000Z', 1, '2026-07-03T16:00:00.000Z'],
])('%s', (_what, from, days, expected) => {
  expect(endOfWorkingDay(from as Instant, days, 'Europe/London')).toBe(expected);
});
