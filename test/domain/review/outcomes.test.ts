import fc from 'fast-check';
import type { Release } from '../../../src/domain/disclosure/release';
import { asId } from '../../../src/domain/ids';
import { instantOf } from '../../../src/domain/instant';
import { concludeReview, isToEscalate } from '../../../src/domain/review/conclude-review';
import { dissentOf } from '../../../src/domain/review/dissent';
import { leadingOf } from '../../../src/domain/review/hear-named-groups';
import type { AttributedBallot, Review, ReviewOutcomeKind } from '../../../src/domain/review/review';
import {
  type Ballot,
  ballotsOf,
  confidential,
  type GroupSketch,
  groupName,
  named,
  outcomeOf,
  releaseOf,
  review,
} from './ballots';

const group = (counts: Readonly<Record<string, number>>, headcount = 40): GroupSketch => ({
  headcount,
  ballots: ballotsOf(counts),
});
const all = { 'a works': 20 };
const agreeing = group(all);
const [north, northDoctors] = [groupName(0), groupName(1)];

interface Row {
  readonly said: string;
  readonly groups: readonly GroupSketch[];
  readonly also?: Parameters<typeof outcomeOf>[1];
  readonly kind: ReviewOutcomeKind;
  readonly differ?: readonly string[];
  readonly notHeard?: readonly string[];
  readonly notAffected?: readonly string[];
  readonly leads?: string | undefined;
}

const spokesman = { groupName: 'Midwives', personId: asId<never>('m1'), displayName: 'Mia' };
const speaks = (said: Partial<AttributedBallot>, of = 'Midwives') => ({
  representatives: [{ ...spokesman, groupName: of }],
  ballots: [named('m1', of, said)],
});

const rows: readonly Row[] = [
  { said: 'everybody in every group is for it as it is', groups: [agreeing, agreeing], kind: 'agreed' },
  {
    said: 'the agreed share is reached exactly, and what is not for it is for several others',
    groups: [group({ 'a works': 14, 'b works': 3, 'c works': 3 }), agreeing],
    kind: 'agreed',
  },
  {
    said: 'one group is one vote short of the agreed share',
    groups: [group({ 'a works': 13, 'b works': 7 }), agreeing],
    kind: 'contested',
    differ: [north],
  },
  {
    said: 'a large majority of everybody does not make up for one group',
    groups: [group({ 'a works': 90 }, 200), group({ 'b works': 12 }), agreeing],
    kind: 'contested',
    differ: [northDoctors],
  },
  {
    said: 'more than one in five of a group asks for changes',
    groups: [group({ 'a works': 14, 'a worksWithChanges': 4, 'a doesNotWork': 2 }), agreeing],
    kind: 'agreedWithChanges',
  },
  {
    said: 'a whole group asks for changes, and nobody says that it does not work',
    groups: [group({ 'a worksWithChanges': 20 }), agreeing],
    kind: 'agreedWithChanges',
  },
  {
    said: 'four in five say that it works as it is, and the rest asks for changes',
    groups: [group({ 'a works': 16, 'a worksWithChanges': 4 }), agreeing],
    kind: 'agreed',
  },
  {
    said: 'a group is for the option, and for more than may stand aside it does not work there',
    groups: [group({ 'a works': 10, 'a worksWithChanges': 3, 'a doesNotWork': 7 }), agreeing],
    kind: 'contested',
    differ: [north],
  },
  {
    said: 'of a group of whom only a band may be told, the end that speaks against agreement is taken',
    groups: [group({ 'a works': 1, 'a worksWithChanges': 12, 'a doesNotWork': 5 }), agreeing],
    kind: 'contested',
    differ: [north],
  },
  {
    said: 'everybody agrees, and one "unsafe" is open',
    groups: [agreeing, agreeing],
    also: { openUnsafe: 1 },
    kind: 'contested',
  },
  {
    said: 'two options have as many votes',
    groups: [group({ 'a works': 20 }), group({ 'b works': 20 })],
    kind: 'contested',
    differ: [northDoctors],
    leads: undefined,
  },
  {
    said: 'two options have as many votes in every group',
    groups: [group({ 'a works': 8, 'b works': 8 }), group({ 'a works': 8, 'b works': 8 })],
    kind: 'contested',
    differ: [north, northDoctors],
    leads: undefined,
  },
  {
    said: 'nobody voted',
    groups: [group({}), group({})],
    kind: 'notRepresentative',
    notHeard: [north, northDoctors],
    leads: undefined,
  },
  {
    said: 'one group is silent',
    groups: [agreeing, group({})],
    kind: 'notRepresentative',
    notHeard: [northDoctors],
  },
  {
    said: 'one group has one vote fewer than may be shown',
    groups: [agreeing, group({ 'a works': 10 })],
    kind: 'notRepresentative',
    notHeard: [northDoctors],
  },
  {
    said: 'a group may be shown, and has not the share of its people that makes a quorum',
    groups: [agreeing, group({ 'a works': 29 }, 100)],
    kind: 'notRepresentative',
    notHeard: [northDoctors],
  },
  {
    said: 'a group has just the share that makes a quorum',
    groups: [agreeing, group({ 'a works': 30 }, 100)],
    kind: 'agreed',
  },
  {
    said: 'a group has fewer votes than the least that the programme asks for',
    groups: [agreeing, group({ 'a works': 19 })],
    also: { policy: { ...review.policy, quorumMinimum: 20 } },
    kind: 'notRepresentative',
    notHeard: [northDoctors],
  },
  {
    said: 'a group chose an option and said not whether it works there',
    groups: [agreeing, group({ 'a -': 20 })],
    kind: 'notRepresentative',
    notHeard: [northDoctors],
  },
  {
    said: 'one group differs and another is silent',
    groups: [group({ 'b works': 20 }), group({}), group({ 'a works': 30 })],
    kind: 'notRepresentative',
    differ: [north],
    notHeard: [northDoctors],
  },
  {
    said: 'nearly all of one group say that it is not their area',
    groups: [agreeing, group({ '- notMyArea': 20, 'a works': 3 })],
    kind: 'agreed',
    notAffected: [northDoctors],
  },
  {
    said: 'everybody says that it is not their area',
    groups: [group({ '- notMyArea': 20 }), group({ '- notMyArea': 12 })],
    kind: 'notRepresentative',
    notAffected: [north, northDoctors],
    leads: undefined,
  },
  {
    said: 'some of a group say that it is not their area: they are outside the denominator',
    groups: [group({ 'a works': 14, '- notMyArea': 16 }), agreeing],
    kind: 'agreed',
  },
  {
    said: 'a group too small to be shown has not spoken through its representative',
    groups: [agreeing, agreeing],
    also: { representatives: [spokesman] },
    kind: 'notRepresentative',
    notHeard: ['Midwives'],
  },
  {
    said: 'a group too small to be shown agrees through its representative',
    groups: [agreeing, agreeing],
    also: speaks({ optionId: 'a', works: 'works' }),
    kind: 'agreed',
  },
  {
    said: 'a group too small to be shown asks for changes through its representative',
    groups: [agreeing, agreeing],
    also: speaks({ optionId: 'a', works: 'worksWithChanges' }),
    kind: 'agreedWithChanges',
  },
  {
    said: 'a group too small to be shown would rather have another option',
    groups: [agreeing, agreeing],
    also: speaks({ optionId: 'b', works: 'works' }),
    kind: 'contested',
    differ: ['Midwives'],
  },
  {
    said: 'everybody together are too few to be shown, and somebody speaks for them by name',
    groups: [group({ 'a works': 9 }, 15)],
    also: speaks({ optionId: 'a', works: 'works' }, north),
    kind: 'agreed',
  },
  {
    said: 'nobody can stand in for a group that is large enough and did not answer',
    groups: [agreeing, group({})],
    also: speaks({ optionId: 'a', works: 'works' }, northDoctors),
    kind: 'notRepresentative',
    notHeard: [northDoctors],
  },
  {
    said: 'a representative changed their vote: the last one counts',
    groups: [agreeing, agreeing],
    also: {
      ...speaks({}),
      ballots: [
        named('m1', 'Midwives', { optionId: 'a', works: 'works', revision: 3 }),
        named('m1', 'Midwives', { optionId: 'b', works: 'doesNotWork', revision: 2 }),
      ],
    },
    kind: 'agreed',
  },
  {
    said: 'a vote by name of another round does not count',
    groups: [agreeing, agreeing],
    also: speaks({ optionId: 'a', works: 'works', round: 2 }),
    kind: 'notRepresentative',
    notHeard: ['Midwives'],
  },
];

describe('the outcome of a confidential review', () => {
  it.each(rows)('is $kind when $said', async (row) => {
    const outcome = await outcomeOf(row.groups, row.also);
    expect(outcome).toMatchObject({
      kind: row.kind,
      groupsThatDiffer: row.differ ?? [],
      groupsNotHeard: row.notHeard ?? [],
      openUnsafe: row.also?.openUnsafe ?? 0,
    });
    expect(outcome.groupsNotAffected ?? []).toEqual(row.notAffected ?? []);
    expect(outcome.leadingOptionId).toBe('leads' in row ? row.leads : 'a');
    expect(isToEscalate(outcome)).toBe(
      row.kind === 'contested' || (row.differ ?? []).length > 0 || outcome.openUnsafe > 0,
    );
  });

  it('reads the same from a changed ballot as if it had been the first', async () => {
    const changed = await outcomeOf([agreeing, group({ 'a works': 20, 'b doesNotWork': 0 })]);
    expect(changed).toEqual(await outcomeOf([agreeing, agreeing]));
  });
});

describe('the outcome of an attributed review', () => {
  const panel = ['n1', 'n2', 'n3', 'd1', 'd2'].map((id) => ({
    personId: asId<never>(id),
    groupName: id.startsWith('n') ? 'Nurses' : 'Doctors',
  }));
  const votes = (...said: readonly (readonly [string, Partial<AttributedBallot>])[]) =>
    said.map(([id, ballot]) => named(id, id.startsWith('n') ? 'Nurses' : 'Doctors', ballot));
  const yes = { optionId: 'a', works: 'works' } as const;
  const no = { optionId: 'b', works: 'doesNotWork' } as const;
  const conclude = (ballots: readonly AttributedBallot[], openUnsafe = 0) =>
    concludeReview(review, { voting: 'attributed', ballots, panel }, openUnsafe, instantOf(0));

  interface PanelRow {
    readonly said: string;
    readonly ballots: readonly (readonly [string, Partial<AttributedBallot>])[];
    readonly kind: ReviewOutcomeKind;
    readonly differ?: readonly string[];
    readonly notHeard?: readonly string[];
  }
  const panelRows: readonly PanelRow[] = [
    {
      said: 'all who were asked agree',
      ballots: ['n1', 'n2', 'n3', 'd1', 'd2'].map((id) => [id, yes]),
      kind: 'agreed',
    },
    {
      said: 'a quorum of each group agrees',
      ballots: [
        ['n1', yes],
        ['d1', yes],
      ],
      kind: 'agreed',
    },
    {
      said: 'a group has not voted',
      ballots: [
        ['n1', yes],
        ['n2', yes],
      ],
      kind: 'notRepresentative',
      notHeard: ['Doctors'],
    },
    { said: 'nobody voted', ballots: [], kind: 'notRepresentative', notHeard: ['Nurses', 'Doctors'] },
    {
      said: 'a group is against it',
      ballots: [
        ['n1', yes],
        ['n2', yes],
        ['n3', yes],
        ['d1', no],
      ],
      kind: 'contested',
      differ: ['Doctors'],
    },
    {
      said: 'there is a tie',
      ballots: [
        ['n1', yes],
        ['d1', no],
      ],
      kind: 'contested',
      differ: ['Nurses', 'Doctors'],
    },
    {
      said: 'one asks for changes',
      ballots: [
        ['n1', yes],
        ['d1', { optionId: 'a', works: 'worksWithChanges' }],
      ],
      kind: 'agreedWithChanges',
    },
    {
      said: 'everybody says that it is not their area',
      ballots: panel.map(({ personId }) => [personId, { works: 'notMyArea' }]),
      kind: 'notRepresentative',
    },
    {
      said: 'one group says that it is not its area',
      ballots: [
        ['n1', yes],
        ['d1', { works: 'notMyArea' }],
      ],
      kind: 'agreed',
    },
    {
      said: 'one has not said whether it works',
      ballots: [
        ['n1', yes],
        ['d1', { optionId: 'a' }],
      ],
      kind: 'notRepresentative',
      notHeard: ['Doctors'],
    },
  ];

  it.each(panelRows)('is $kind when $said', ({ ballots, kind, differ = [], notHeard = [] }) => {
    expect(conclude(votes(...ballots))).toMatchObject({
      kind,
      groupsThatDiffer: differ,
      groupsNotHeard: notHeard,
    });
  });

  it('is contested while an "unsafe" is open', () => {
    expect(conclude(votes(['n1', yes], ['d1', yes]), 2)).toMatchObject({ kind: 'contested', openUnsafe: 2 });
  });

  it('has no leading option in a tie', () => {
    expect(leadingOf(votes(['n1', yes], ['d1', no]))).toBeUndefined();
  });
});

describe('dissent', () => {
  it('is what was released of the groups that differ, and what was said by name', async () => {
    const groups = [group({ 'b works': 14, 'a works': 6 }), agreeing, agreeing];
    const release = await releaseOf(groups);
    const also = { ...review, ...speaks({ optionId: 'a', works: 'doesNotWork', comment: 'Not at night' }) };
    const dissent = dissentOf(also, confidential(release, also.ballots));
    expect(dissent).toMatchObject([
      {
        groupName: north,
        prefersAnother: true,
        doesNotWork: false,
        option: { label: 'shown', n: 20, favourable: 6 },
      },
      {
        groupName: 'Midwives',
        prefersAnother: false,
        doesNotWork: true,
        votes: [{ personId: 'm1', works: 'doesNotWork' }],
      },
    ]);
    expect(JSON.stringify(dissent)).not.toContain('Not at night');
  });
});

const order: readonly ReviewOutcomeKind[] = ['notRepresentative', 'contested', 'agreedWithChanges', 'agreed'];
const rank = (kind: ReviewOutcomeKind) => order.indexOf(kind);

const works = fc.constantFrom('works', 'worksWithChanges', 'doesNotWork', undefined);
const ballot = (a: number, view: fc.Arbitrary<Ballot['works']>): fc.Arbitrary<Ballot> =>
  fc.record({
    option: fc.oneof(
      { weight: a, arbitrary: fc.constant('a') },
      { weight: 1, arbitrary: fc.constantFrom('b', 'c') },
    ),
    works: view,
  }) as fc.Arbitrary<Ballot>;
const mostly = fc.oneof(
  { weight: 8, arbitrary: fc.constant('works' as const) },
  { weight: 2, arbitrary: works },
);
/** Groups near the edges: sizes around k, shares around the agreed one. */
const sketch: fc.Arbitrary<GroupSketch> = fc
  .tuple(fc.integer({ min: 22, max: 44 }), fc.constantFrom(2, 5, 12))
  .chain(([headcount, a]) =>
    fc.record({
      headcount: fc.constant(headcount),
      ballots: fc.array(ballot(a, mostly), { minLength: 8, maxLength: 21 }),
    }),
  );
const sketches = fc.array(sketch, { minLength: 1, maxLength: 4 });
const policy = fc.record({
  agreedShare: fc.constantFrom(0.55, 0.7, 0.8),
  quorumShare: fc.constantFrom(0, 0.3, 0.5),
  quorumMinimum: fc.constantFrom(11, 13),
  workaroundShare: fc.constant(0.3),
});
const withPolicy = (one: Review['policy'], openUnsafe = 0) => ({ policy: one, openUnsafe });

describe('any round', () => {
  it('has no worse outcome with more support for the option that leads', async () => {
    await fc.assert(
      fc.asyncProperty(sketches, policy, fc.nat(), fc.nat(), async (groups, one, at, who) => {
        const before = await outcomeOf(groups, withPolicy(one));
        // Who has most votes of all, told or not: that is whose support grows.
        const votes = new Map<string, number>();
        for (const { option = '' } of groups.flatMap(({ ballots }) => ballots))
          votes.set(option, (votes.get(option) ?? 0) + 1);
        const [most = 'a'] = [...votes].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1))[0] ?? [];
        const supported = groups.map((sketched, index) => {
          if (index !== at % groups.length) return sketched;
          const { ballots, headcount } = sketched;
          const changed = who % (ballots.length + 1);
          const better = changed < ballots.length ? improved(ballots[changed] ?? {}, most, who) : undefined;
          const next = better
            ? ballots.map((cast, place) => (place === changed ? better : cast))
            : [...ballots, { option: most, works: 'works' as const }];
          return { headcount, ballots: next };
        });
        const after = await outcomeOf(supported, withPolicy(one));
        expect(rank(after.kind)).toBeGreaterThanOrEqual(rank(before.kind));
      }),
      { numRuns: 8 },
    );
  });

  it('is never more agreed for a group that is silent', async () => {
    await fc.assert(
      fc.asyncProperty(
        sketches,
        policy,
        fc.array(ballot(3, works), { maxLength: 10 }),
        async (groups, one, few) => {
          const before = await outcomeOf(groups, withPolicy(one));
          const after = await outcomeOf([...groups, { headcount: 30, ballots: few }], withPolicy(one));
          expect(rank(after.kind)).toBeLessThanOrEqual(rank(before.kind));
          expect(after.kind).toBe('notRepresentative');
        },
      ),
      { numRuns: 4 },
    );
  });

  it('has the same release and outcome in whatever order the ballots come', async () => {
    await fc.assert(
      fc.asyncProperty(
        sketches,
        policy,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (groups, one, dice) => {
          const shuffle = <T>(list: T[]) =>
            list
              .map((value) => ({ value, at: dice.next().value ?? 0 }))
              .sort((x, y) => x.at - y.at)
              .map(({ value }) => value);
          const outcome = (release: Release) =>
            concludeReview({ ...review, policy: one }, confidential(release), 0, instantOf(0));
          const [shuffled, plain] = [await releaseOf(groups, shuffle), await releaseOf(groups)];
          expect(shuffled).toEqual(plain);
          expect(outcome(shuffled)).toEqual(outcome(plain));
        },
      ),
      { numRuns: 4 },
    );
  });

  it('withholds no group of k votes or more, whatever its neighbours are', async () => {
    await fc.assert(
      fc.asyncProperty(sketches, async (groups) => {
        const [option] = (await releaseOf(groups)).tables;
        const told = option?.rows.filter(({ kind }) => kind === 'atom').map(({ figures }) => 'n' in figures);
        expect(told).toEqual(groups.map(({ ballots }) => ballots.length >= 11));
      }),
      { numRuns: 4 },
    );
  });
});

/** The same person, a step more in favour: of the option, or of how it works. */
function improved(before: Ballot, most: string, which: number): Ballot {
  if (which % 2 === 0) return { ...before, option: most };
  const better = { doesNotWork: 'worksWithChanges', worksWithChanges: 'works' } as const;
  const view = before.works;
  return { ...before, works: view === 'doesNotWork' || view === 'worksWithChanges' ? better[view] : 'works' };
}
