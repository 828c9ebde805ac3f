import { changesFromBaseline } from '../../../src/domain/bank/change-from-baseline';
import type { ReleaseTable } from '../../../src/domain/disclosure/release';
import { choiceTable, releaseWith } from './bank-releases';

const asked = (counts: Readonly<Record<string, number>>) => choiceTable('log-in-time', counts);
const withheld: ReleaseTable = { ...asked({}), choices: { label: 'notHeardYet' } };
const now = releaseWith('2026-11-02', asked({ 'under-30-s': 60, 'under-1-min': 40 }));

test('puts the shares of a question beside those of the oldest wave that shows it', () => {
  const first = releaseWith('2026-03-02', withheld);
  const second = releaseWith('2026-05-04', asked({ 'under-30-s': 10, 'under-1-min': 90 }));
  const third = releaseWith('2026-08-03', asked({ 'under-30-s': 50, 'under-1-min': 50 }));
  const later = releaseWith('2026-12-07', asked({ 'under-30-s': 100 }));
  expect(changesFromBaseline(now, [later, third, now, second, first])).toEqual([
    {
      questionId: 'log-in-time',
      baseline: second,
      shares: [
        { label: 'under-30-s', before: 0.1, now: 0.6 },
        { label: 'under-1-min', before: 0.9, now: 0.4 },
      ],
    },
  ]);
});

test('leaves open what one of the two waves shows among others only', () => {
  const before = releaseWith('2026-03-02', asked({ 'under-30-s': 98, other: 2 }));
  expect(changesFromBaseline(now, [before])[0]?.shares).toEqual([
    { label: 'under-30-s', before: 0.98, now: 0.6 },
    { label: 'other', before: 0.02, now: 0 },
    { label: 'under-1-min', now: 0.4 },
  ]);
});

test.each([
  ['no wave asked it before', now, []],
  ['it was not shown before', now, [releaseWith('2026-03-02', withheld)]],
  [
    'it was asked in other words',
    now,
    [releaseWith('2026-03-02', { ...asked({ 'under-30-s': 50 }), questionText: 'How slow is it?' })],
  ],
  [
    'it has no baseline',
    releaseWith('2026-11-02', choiceTable('in-the-way', { devices: 50 })),
    [releaseWith('2026-03-02', choiceTable('in-the-way', { devices: 60 }))],
  ],
])('says nothing where %s', (_why, release, earlier) => {
  expect(changesFromBaseline(release, earlier)).toEqual([]);
});
