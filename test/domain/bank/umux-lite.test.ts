import fc from 'fast-check';
import { umuxLiteIds } from '../../../src/domain/bank/items/outcome-items';
import { umuxLite } from '../../../src/domain/bank/umux-lite';
import type { Figures } from '../../../src/domain/disclosure/release';
import { asId, type GroupId } from '../../../src/domain/ids';
import { meanScore } from '../../../src/domain/score/mean-score';
import { bankTable, releaseWith, shownWith } from './bank-releases';

const everyone = asId<GroupId>('total');
const scoreOf = (useful: Figures, easy: Figures) =>
  umuxLite(
    releaseWith('2026-11-02', bankTable(umuxLiteIds.useful, useful), bankTable(umuxLiteIds.easy, easy)),
    everyone,
  );
const meanOf = (answers: readonly number[]) =>
  meanScore([1, 2, 3, 4, 5, 6, 7].map((point) => answers.filter((answer) => answer === point).length));

test('is the mean of (a + b − 2) × 100 / 12 over the people who answered both items', () => {
  const answer = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 60 }), (pairs) => {
      const scored = scoreOf(
        shownWith(pairs.length, meanOf(pairs.map(([a]) => a))),
        shownWith(pairs.length, meanOf(pairs.map(([, b]) => b))),
      );
      const own = pairs.map(([a, b]) => ((a + b - 2) * 100) / 12);
      const mean = own.reduce((sum, score) => sum + score, 0) / own.length;
      expect(scored).toMatchObject({ outcome: 'scored', score: expect.closeTo(mean, 8) });
    }),
  );
});

test('says of how many people each of its two means is', () => {
  expect(scoreOf(shownWith(210, 50), shownWith(205, 70))).toEqual({
    outcome: 'scored',
    score: 60,
    useful: { n: 210, mean: 50 },
    easy: { n: 205, mean: 70 },
  });
});

test.each([
  [shownWith(200, 50), shownWith(200), 'meanNotShown'],
  [shownWith(200), { label: 'band', n: 20, band: 'atLeast80' }, 'band'],
  [{ label: 'notHeardYet' }, shownWith(200, 50), 'notHeardYet'],
  [{ label: 'notHeardYet' }, { label: 'tooSmallToShow' }, 'tooSmallToShow'],
] as const)('is withheld where one of its means is, whatever the other says (%#)', (a, b, because) => {
  expect(scoreOf(a, b)).toEqual({ outcome: 'withheld', because });
  expect(scoreOf(b, a)).toEqual({ outcome: 'withheld', because });
});

test('is of the bank’s own pair alone, in its own words, in one wave', () => {
  const useful = bankTable(umuxLiteIds.useful, shownWith(200, 50));
  const easy = bankTable(umuxLiteIds.easy, shownWith(200, 50));
  const reworded = { ...easy, questionText: 'It is easy.' };
  for (const tables of [[useful], [easy], [useful, reworded], []]) {
    expect(umuxLite(releaseWith('2026-11-02', ...tables), everyone)).toEqual({ outcome: 'notAsked' });
  }
  expect(umuxLite(releaseWith('2026-11-02', useful, easy), asId('atom:none'))).toEqual({
    outcome: 'notAsked',
  });
});
