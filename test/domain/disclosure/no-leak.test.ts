import fc from 'fast-check';
import { answerClasses } from '../../../src/domain/disclosure/answer-classes';
import { computeRows } from '../../../src/domain/disclosure/compute-table';
import type { GroupRow, ReportingGroup } from '../../../src/domain/disclosure/release';
import { reportingGroups } from '../../../src/domain/disclosure/reporting-groups';
import { asId } from '../../../src/domain/ids';
import type { ScaleQuestion } from '../../../src/domain/pulse/question';
import type { Atom, Frame } from '../../../src/domain/pulse/wave';
import { answersOf, findLeak, type Publish, type Secret } from './attacker';

const runs = Number(process.env.LEAK_RUNS ?? 10);
const question: ScaleQuestion = { id: asId('q'), text: 'Ready?', kind: 'scale', minimum: 0, maximum: 2 };

const publish: Publish = ({ headcounts, secrets, minimumGroupSize }) => {
  const { frame, groups } = frameOf(headcounts);
  const rows = computeRows({
    question,
    groups,
    atoms: frame.atoms.map((atom, index) => {
      const { favourable = 0, neutral = 0, unfavourable = 0 } = secrets[index] ?? {};
      const counts = { 'number:0': unfavourable, 'number:1': neutral, 'number:2': favourable };
      const answers = answerClasses(question, counts);
      return { atom, answers, responded: answers.n };
    }),
    minimumGroupSize,
    confidenceFloor: 0.6,
  });
  return asPublished(rows);
};

/** Withholds atoms with n < k and stops there, as if nobody could subtract. */
const publishCarelessly: Publish = (programme) => {
  const careful = publish(programme);
  const shown = (row: GroupRow, n: number, favourable: number): GroupRow => ({
    ...row,
    isBelowFloor: false,
    figures: { label: 'shown', n, favourable, favourableShare: 0, interval: { lower: 0, upper: 1 } },
  });
  const { secrets, minimumGroupSize } = programme;
  const sum = (of: (secret: Secret) => number) => secrets.reduce((all, secret) => all + of(secret), 0);
  return {
    total: shown(
      careful.total,
      sum(answersOf),
      sum(({ favourable }) => favourable),
    ),
    atoms: careful.atoms.map((row, index) => {
      const secret = secrets[index];
      return secret && answersOf(secret) >= minimumGroupSize
        ? shown(row, answersOf(secret), secret.favourable)
        : { ...row, isBelowFloor: false, figures: { label: 'notHeardYet' } };
    }),
  };
};

const frames = new Map<string, { frame: Frame; groups: readonly ReportingGroup[] }>();

/** Two site groups; each atom a staff family of its own, but the first of each site group. */
function frameOf(headcounts: readonly number[]) {
  const key = headcounts.join();
  const known = frames.get(key);
  if (known) return known;
  const atoms: readonly Atom[] = headcounts.map((headcount, index) => ({
    id: asId(`a${index}`),
    name: `Atom ${index}`,
    headcount,
    cells: [{ siteGroup: index % 2 ? 'odd' : 'even', staffFamily: `f${Math.floor(index / 2)}` }],
  }));
  const framed = { frame: { atoms }, groups: reportingGroups({ atoms }) };
  frames.set(key, framed);
  return framed;
}

function asPublished(rows: readonly GroupRow[]) {
  const [total, ...others] = rows;
  if (!total) throw new Error('a table has a total');
  return {
    total,
    margins: others.filter(({ kind }) => kind !== 'atom'),
    atoms: rows.filter(({ kind }) => kind === 'atom'),
  };
}

/** Few or no answers, (nearly) unanimous ones and ordinary ones, so that every part of the rule is met. */
const secretIn = (headcount: number, k: number) => {
  const within = (most: number) =>
    fc
      .record({ n: fc.nat({ max: most }), cut: fc.nat({ max: 1000 }), other: fc.nat({ max: 1000 }) })
      .map(({ n, cut, other }) => {
        const favourable = Math.floor((cut * (n + 1)) / 1001);
        const unfavourable = Math.floor((other * (n - favourable + 1)) / 1001);
        return { favourable, unfavourable, neutral: n - favourable - unfavourable };
      });
  const unanimous = fc
    .record({ n: fc.integer({ min: k, max: headcount }), odd: fc.nat({ max: 1 }), side: fc.nat({ max: 2 }) })
    .map(({ n, odd, side }) => ({
      favourable: side === 0 ? n - odd : side === 1 ? 0 : odd,
      unfavourable: side === 1 ? n - odd : side === 0 ? odd : 0,
      neutral: side === 1 ? odd : side === 0 ? 0 : n - odd,
    }));
  return fc.oneof(
    { weight: 4, arbitrary: within(k - 1) },
    { weight: 5, arbitrary: within(headcount) },
    { weight: 1, arbitrary: unanimous },
  );
};

const programmes = fc
  .record({ minimumGroupSize: fc.constantFrom(5, 6), atoms: fc.integer({ min: 2, max: 6 }) })
  .chain(({ minimumGroupSize, atoms }) =>
    fc.record({
      minimumGroupSize: fc.constant(minimumGroupSize),
      headcounts: fc.array(fc.integer({ min: 2 * minimumGroupSize, max: 2 * minimumGroupSize + 3 }), {
        minLength: atoms,
        maxLength: atoms,
      }),
    }),
  )
  .chain(({ minimumGroupSize, headcounts }) =>
    fc.record({
      minimumGroupSize: fc.constant(minimumGroupSize),
      headcounts: fc.constant(headcounts),
      secrets: fc.tuple(...headcounts.map((headcount) => secretIn(headcount, minimumGroupSize))),
    }),
  )
  .filter(({ secrets, minimumGroupSize: k }) => secrets.filter((s) => answersOf(s) < k).length <= 3);

function seeded(): () => number {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('what is shown of a wave', () => {
  it('never lets somebody who knows the rule work out a few people', () => {
    fc.assert(
      fc.property(programmes, (programme) => findLeak(publish, programme, seeded()) === undefined),
      { seed: 20261122, numRuns: runs, endOnFailure: true },
    );
  });

  it('would leak if atoms were withheld but the total always shown', () => {
    const few = programmes.filter(
      ({ secrets, minimumGroupSize: k }) => secrets.filter((secret) => answersOf(secret) < k).length < 3,
    );
    const leaks = fc
      .sample(few, { seed: 7, numRuns: 12 })
      .filter((programme) => findLeak(publishCarelessly, programme, seeded(), 1_000) !== undefined);
    expect(leaks.length).toBeGreaterThan(4);
  });
});
