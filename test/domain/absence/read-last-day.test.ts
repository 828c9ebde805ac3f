/** Until when somebody is away, as people write it. */

import { readLastDay } from '../../../src/domain/absence/read-last-day';
import type { Day } from '../../../src/domain/instant';

/** A Tuesday. */
const today = '2026-11-24' as Day;

test.each([
  ['Friday', '2026-11-27'],
  ['fri', '2026-11-27'],
  ['next Friday', '2026-11-27'],
  ['tuesday', '2026-12-01'],
  ['today', '2026-11-24'],
  ['tomorrow', '2026-11-25'],
  ['2026-12-24', '2026-12-24'],
  ['24 December', '2026-12-24'],
  ['24th of December', '2026-12-24'],
  ['Thursday 24 Dec', '2026-12-24'],
  ['December 24', '2026-12-24'],
  ['December 24th, 2026', '2026-12-24'],
  ['24/12', '2026-12-24'],
  ['24.12.2026', '2026-12-24'],
  ['24 November', '2026-11-24'],
  ['23 November', '2027-11-23'],
  ['25/11/2027', '2027-11-25'],
])('reads “%s” as %s', (words, day) => {
  expect(readLastDay(words, today)).toEqual({ outcome: 'until', day });
});

test.each([
  ['', 'unreadable'],
  ['whenever', 'unreadable'],
  ['31 April', 'unreadable'],
  ['2026-13-01', 'unreadable'],
  ['24 Ma', 'unreadable'],
  ['29 February 2027', 'unreadable'],
  ['2026-11-23', 'past'],
  ['24 December 2019', 'past'],
  ['2027-11-26', 'tooFar'],
  ['29 February', 'tooFar'],
  ['1/1/2030', 'tooFar'],
])('does not take “%s”: %s', (words, outcome) => {
  expect(readLastDay(words, today)).toEqual({ outcome });
});
