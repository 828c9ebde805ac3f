/** Every verdict with its reason: a table of what a gate answers to what. */

import fc from 'fast-check';
import type { Figures } from '../../../src/domain/disclosure/release';
import type { PeopleCounts } from '../../../src/domain/gate/count-people';
import type { GateStatement } from '../../../src/domain/gate/gate';
import type { Criterion, NamedGroup } from '../../../src/domain/gate/gate-definition';
import { feedsGates } from '../../../src/domain/gate/judge-released';
import type { GateReview } from '../../../src/domain/gate/judge-reviews';
import { overallVerdict, type Verdict, verdicts } from '../../../src/domain/gate/verdict';
import { asId, type PersonId, type ReviewId } from '../../../src/domain/ids';
import { day, factsOf, judgeOne, noon, pulse, releaseOf, rowOf, shown } from './gates';

const confidence = (group: NamedGroup = {}): Criterion => ({
  id: 'c',
  kind: 'confidence',
  pulse,
  group,
  floor: 0.7,
});
const outside = (dontKnowYet: number) => ({ kind: 'each', dontKnowYet, notMyArea: 0 }) as const;

describe('confidence at a floor of 70 %', () => {
  it.each<[string, Figures, Verdict]>([
    ['9 of 12 (47–91)', shown(9, 12), 'notSureYet'],
    ['900 of 1,200 (72–77)', shown(900, 1200), 'met'],
    ['600 of 1,000 (57–63)', shown(600, 1000), 'notMet'],
    ['72 % of 400, above the floor but not surely', shown(288, 400), 'notSureYet'],
    [
      '900 of 1,200, but 31 % do not know yet',
      { ...shown(900, 1200), outside: outside(0.31) } as Figures,
      'notMet',
    ],
    [
      '900 of 1,200, and 30 % do not know yet',
      { ...shown(900, 1200), outside: outside(0.3) } as Figures,
      'met',
    ],
    ['nearly all of 200', { label: 'band', n: 200, band: 'atLeast80' }, 'met'],
    ['at most 20 %', { label: 'band', n: 200, band: 'atMost20' }, 'notMet'],
    ['between 20 and 80 %', { label: 'band', n: 200, band: 'from20To80' }, 'notSureYet'],
    ['fewer than k answers', { label: 'notHeardYet' }, 'notHeardYet'],
    ['held back', { label: 'tooSmallToShow' }, 'tooSmallToShow'],
  ])('%s', (_name, figures, verdict) => {
    expect(judgeOne(confidence(), factsOf({ release: releaseOf({ figures }) })).verdict).toBe(verdict);
  });

  it('is not heard yet while no wave is released', () => {
    expect(judgeOne(confidence(), factsOf())).toMatchObject({
      verdict: 'notHeardYet',
      reason: { kind: 'noRelease' },
    });
  });

  it('reads exactly the named group, and says so when the wave has it only together with others', () => {
    const nursing = rowOf('staffFamily:nursing', ['acute.nursing', 'community.nursing'], {
      kind: 'staffFamily',
      figures: shown(600, 1000),
    });
    const release = releaseOf({ figures: shown(900, 1200) }, [nursing]);
    const facts = factsOf({ release });
    expect(judgeOne(confidence({ staffFamilies: ['nursing'] }), facts).verdict).toBe('notMet');
    expect(judgeOne(confidence({ staffFamilies: ['nursing', 'medical'] }), facts).verdict).toBe('met');
    expect(judgeOne(confidence({ siteGroups: ['acute'] }), facts)).toMatchObject({
      verdict: 'tooSmallToShow',
      reason: { kind: 'merged' },
    });
    expect(judgeOne(confidence({ siteGroups: ['acute'], staffFamilies: ['nursing'] }), facts).verdict).toBe(
      'tooSmallToShow',
    );
  });

  it('reads a one-way group by its own row', () => {
    const nights = rowOf('shift:nights', [], { kind: 'shift', figures: shown(600, 1000) });
    const facts = factsOf({ release: releaseOf({ figures: shown(900, 1200) }, [nights]) });
    expect(judgeOne(confidence({ shift: 'nights' }), facts).verdict).toBe('notMet');
    expect(judgeOne(confidence({ shift: 'days' }), facts).verdict).toBe('tooSmallToShow');
  });
});

describe('response, released to the nearest 5 %', () => {
  const criterion: Criterion = { id: 'r', kind: 'response', pulse, group: {}, floor: 0.5 };
  it.each<[number, Verdict]>([
    [55, 'met'],
    [50, 'notSureYet'],
    [45, 'notMet'],
  ])('about %i %% against 50 %%', (responsePercent, verdict) => {
    const release = releaseOf({ figures: shown(900, 1200), responsePercent });
    expect(judgeOne(criterion, factsOf({ release })).verdict).toBe(verdict);
  });

  it('is not heard yet where it may not be shown', () => {
    expect(judgeOne(criterion, factsOf({ release: releaseOf({}) })).verdict).toBe('notHeardYet');
  });
});

describe('training and access', () => {
  const training: Criterion = { id: 't', kind: 'training', group: {}, floor: 0.8 };
  const access: Criterion = { id: 't', kind: 'accessTested', group: {}, floor: 0.8 };
  const counted = (
    all: readonly [number, number],
    fortnight: readonly [number, number],
    missing: PeopleCounts['missing'] = [],
  ) =>
    factsOf({
      people: {
        missing,
        byCriterion: {
          t: {
            trained: { counted: all[0], of: all[1] },
            trainedOfFirstFortnight: { counted: fortnight[0], of: fortnight[1] },
            accessTested: { counted: all[0], of: all[1] },
          },
        },
      },
    });

  it.each<[string, readonly [number, number], readonly [number, number], Verdict]>([
    ['80 asked, 49 of all and 72 of the first fortnight', [490, 1000], [360, 500], 'notMet'],
    ['enough of the first fortnight alone', [490, 1000], [450, 500], 'notMet'],
    ['enough of all, too few of the first fortnight', [850, 1000], [390, 500], 'notMet'],
    ['both exactly at the floor', [800, 1000], [400, 500], 'met'],
    ['a group of ten', [10, 10], [5, 5], 'tooSmallToShow'],
    ['ten in the first fortnight', [400, 400], [10, 10], 'tooSmallToShow'],
  ])('%s', (_name, all, fortnight, verdict) => {
    expect(judgeOne(training, counted(all, fortnight)).verdict).toBe(verdict);
  });

  it('shows both denominators, but not the difference of fewer than k people', () => {
    expect(judgeOne(training, counted([490, 1000], [360, 500])).reason).toEqual({
      kind: 'training',
      all: { counted: 490, of: 1000 },
      firstFortnight: { counted: 360, of: 500 },
    });
    expect(judgeOne(training, counted([80, 100], [75, 95])).reason).toEqual({
      kind: 'training',
      all: { counted: 80, of: 100 },
    });
  });

  it.each(['trained_on', 'works_first_fortnight'] as const)('names the missing column %s', (column) => {
    expect(judgeOne(training, counted([0, 1000], [0, 0], [column]))).toMatchObject({
      verdict: 'notHeardYet',
      reason: { kind: 'missingColumn', column },
    });
  });

  it('judges access over all users, and names its column', () => {
    expect(judgeOne(access, counted([800, 1000], [0, 0])).verdict).toBe('met');
    expect(judgeOne(access, counted([799, 1000], [0, 0]))).toMatchObject({
      verdict: 'notMet',
      change: { kind: 'people', all: 1 },
    });
    expect(judgeOne(access, counted([0, 1000], [0, 0], ['access_tested_on'])).reason).toMatchObject({
      column: 'access_tested_on',
    });
  });

  it('says how many more people it takes, and no fewer would do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 5000 }), fc.nat(100), fc.nat(100), (of, percent, trained) => {
        const floor = percent / 100;
        const have = Math.floor((of * trained) / 100);
        const criterion = { ...access, floor } as Criterion;
        const { change, verdict } = judgeOne(criterion, counted([have, of], [0, 0]));
        if (verdict === 'met' || change?.kind !== 'people') return;
        expect(judgeOne(criterion, counted([have + change.all, of], [0, 0])).verdict).toBe('met');
        expect(judgeOne(criterion, counted([have + change.all - 1, of], [0, 0])).verdict).toBe('notMet');
      }),
    );
  });
});

describe('what is stated', () => {
  const by = {
    statedBy: asId<PersonId>('p'),
    statedByName: 'Tom',
    role: 'lead' as const,
    statedAt: noon('2027-01-08'),
  };
  const said = (statementId: string, kind: 'evidence' | 'safetyCase', isMet: boolean): GateStatement => ({
    ...by,
    statementId,
    criterionId: 'e',
    kind,
    isMet,
    words: 'Seen.',
  });
  const evidence: Criterion = {
    id: 'e',
    kind: 'evidence',
    topic: 'interfaces',
    what: 'All interfaces ran for a week',
    owner: 'Head of integration',
    dueOn: day('2027-01-08'),
  };
  const safetyCase: Criterion = { id: 'e', kind: 'safetyCase' };

  it('is not heard yet while nobody has stated it, overdue or not', () => {
    expect(judgeOne(evidence, factsOf())).toMatchObject({
      verdict: 'notHeardYet',
      reason: { kind: 'notStated', isOverdue: true },
    });
    expect(judgeOne(evidence, factsOf({ today: day('2027-01-08') })).reason).toMatchObject({
      isOverdue: false,
    });
    expect(judgeOne(safetyCase, factsOf()).verdict).toBe('notHeardYet');
  });

  it('counts the newest statement of its own kind', () => {
    const statements = [said('1', 'evidence', false), said('2', 'evidence', true)];
    expect(judgeOne(evidence, factsOf({ statements })).verdict).toBe('met');
    expect(judgeOne(evidence, factsOf({ statements: [...statements].reverse() })).verdict).toBe('notMet');
    expect(judgeOne(safetyCase, factsOf({ statements: [said('3', 'safetyCase', true)] })).verdict).toBe(
      'met',
    );
  });

  it('takes an assurance only for a group too small to show', () => {
    const assurance: GateStatement = {
      ...by,
      statementId: 'a',
      criterionId: 'c',
      kind: 'assurance',
      givenBy: 'Ruth Abara, matron',
      seenOn: day('2027-01-07'),
      words: 'All of them worked a shift on it.',
    };
    const judgedWith = (figures: Figures) =>
      judgeOne(confidence(), factsOf({ release: releaseOf({ figures }), statements: [assurance] }));
    expect(judgedWith({ label: 'tooSmallToShow' })).toMatchObject({ verdict: 'met', assuredBy: 'a' });
    expect(judgedWith({ label: 'notHeardYet' }).verdict).toBe('notHeardYet');
    expect(judgedWith(shown(600, 1000)).verdict).toBe('notMet');
  });
});

describe('design reviews', () => {
  const reviewOf = (more: Partial<GateReview> = {}): GateReview => ({
    reviewId: asId('r1'),
    title: 'Drug round',
    workflow: 'drug-round',
    status: 'decided',
    decision: { kind: 'approve' } as NonNullable<GateReview['decision']>,
    askedAt: '2026-11-01T09:00:00.000Z',
    ...more,
  });
  const decidedAs = (kind: 'approve' | 'reject' | 'defer') =>
    ({ kind }) as NonNullable<GateReview['decision']>;
  const stale = { since: day('2026-12-01'), because: 'newVersion', detail: '5.0' } as const;
  const later = { reviewId: asId<ReviewId>('r2'), askedAt: '2026-12-01T09:00:00.000Z' };

  it.each<[string, readonly GateReview[], Verdict]>([
    ['none at all', [], 'notHeardYet'],
    ['a draft alone', [reviewOf({ status: 'draft' })], 'notHeardYet'],
    ['one decided for an option', [reviewOf()], 'met'],
    ['and a draft of another', [reviewOf(), reviewOf({ ...later, status: 'draft' })], 'met'],
    ['one that is open', [reviewOf(), reviewOf({ ...later, status: 'open' })], 'notMet'],
    ['one that waits for its decision', [reviewOf({ status: 'closed', decision: undefined })], 'notMet'],
    ['one to be confirmed', [reviewOf({ status: 'toBeConfirmed', stale })], 'notMet'],
    ['one that is stale', [reviewOf({ stale })], 'notMet'],
    ['one that was rejected', [reviewOf({ decision: decidedAs('reject') })], 'notMet'],
    [
      'one rejected before another of the same workflow was decided for an option',
      [reviewOf({ decision: decidedAs('reject') }), reviewOf(later)],
      'met',
    ],
    [
      'one deferred after another was decided',
      [reviewOf(), reviewOf({ ...later, decision: decidedAs('defer') })],
      'notMet',
    ],
  ])('%s', (_name, reviews, verdict) => {
    expect(judgeOne({ id: 'x', kind: 'reviewsAgreed' }, factsOf({ reviews })).verdict).toBe(verdict);
  });

  it('counts those of the named workflows alone, and names what nobody was asked about', () => {
    const criterion: Criterion = { id: 'x', kind: 'reviewsAgreed', workflows: ['drug-round', 'discharge'] };
    const elsewhere = reviewOf({ ...later, workflow: 'theatre', status: 'open' });
    expect(judgeOne(criterion, factsOf({ reviews: [reviewOf(), elsewhere] }))).toMatchObject({
      verdict: 'notHeardYet',
      reason: { agreed: 1, unsettled: [], unheard: ['discharge'] },
    });
  });
});

it.each([
  [0, 0, 'met'],
  [1, 0, 'notMet'],
  [0, 1, 'notMet'],
  [2, 3, 'notMet'],
])('with %i hazards and %i blockers open is %s', (hazards, blockers, verdict) => {
  const result = judgeOne({ id: 'x', kind: 'openBlockers' }, factsOf({ open: { hazards, blockers } }));
  expect(result).toMatchObject({ verdict, reason: { kind: 'openBlockers', hazards, blockers } });
  expect(result.change?.kind).toBe(verdict === 'met' ? undefined : 'closed');
});

it('lets whole groups and system-drawn shares feed gates', () => {
  expect(feedsGates({ kind: 'everyone' })).toBe(true);
  expect(feedsGates({ kind: 'random', share: 0.25, seed: 's' })).toBe(true);
  expect(feedsGates({ kind: 'list', people: [], why: 'They tried it out.' })).toBe(false);
});

it('is met exactly when every criterion is, and one more criterion never makes it better', () => {
  const results = fc.array(
    fc.constantFrom(...verdicts).map((verdict) => ({ verdict })),
    { minLength: 1 },
  );
  const rank = (verdict: Verdict) => verdicts.indexOf(verdict);
  fc.assert(
    fc.property(results, fc.constantFrom(...verdicts), (some, verdict) => {
      expect(overallVerdict(some) === 'met').toBe(some.every((one) => one.verdict === 'met'));
      expect(rank(overallVerdict([...some, { verdict }]))).toBeLessThanOrEqual(rank(overallVerdict(some)));
    }),
  );
  expect(overallVerdict([])).toBe('notHeardYet');
});
