import fc from 'fast-check';
import { umuxLiteIds } from '../../../src/domain/bank/items/outcome-items';
import { findBankItem } from '../../../src/domain/bank/question-bank';
import { umuxLite } from '../../../src/domain/bank/umux-lite';
import type { Figures, Release } from '../../../src/domain/disclosure/release';
import { asId, type GroupId } from '../../../src/domain/ids';
import { meanScore } from '../../../src/domain/score/mean-score';
import { releaseOf } from '../disclosure/waves';
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

test('of a computed release is there where all seven numbers of both items have answers enough', async () => {
  const useful = findBankItem(umuxLiteIds.useful)?.question;
  const easy = findBankItem(umuxLiteIds.easy)?.question;
  if (!useful || !easy) throw new Error('the bank has no such pair');
  const keys = [1, 2, 3, 4, 5, 6, 7].map((number) => `number:${number}`);
  const sites = [
    [{ headcount: 200, answers: [5, 5, 6, 8, 20, 24, 12] }],
    [{ headcount: 200, answers: [1, 5, 6, 8, 20, 24, 16] }],
    [{ headcount: 200, answers: [1, 4, 6, 8, 20, 24, 17] }],
  ];
  const [one, two] = await Promise.all(
    [useful, easy].map((question) => releaseOf(sites, { question, keys })),
  );
  const release = { ...one, tables: [...(one?.tables ?? []), ...(two?.tables ?? [])] } as Release;
  const together = keys.flatMap((_, index) =>
    sites.map(([site]) => ({ point: index + 1, count: site?.answers[index] ?? 0 })),
  );
  const n = together.reduce((sum, { count }) => sum + count, 0);
  const mean = together.reduce((sum, { point, count }) => sum + (point - 1) * count, 0) / n;
  expect(umuxLite(release, everyone)).toMatchObject({
    outcome: 'scored',
    score: expect.closeTo((mean / 6) * 100, 8),
    useful: { n },
  });
  expect(umuxLite(release, asId('atom:s0.f0'))).toMatchObject({ outcome: 'scored' });
  expect(umuxLite(release, asId('atom:s1.f0'))).toEqual({ outcome: 'withheld', because: 'meanNotShown' });
});
