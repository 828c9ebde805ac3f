/** Whom a pulse asks, why not the others, and what a wave of a part says of the whole. */

import fc from 'fast-check';
import { estimateSending } from '../../../src/domain/campaign/estimate-sending';
import { buildFrame } from '../../../src/domain/disclosure/build-frame';
import { reportingGroups } from '../../../src/domain/disclosure/reporting-groups';
import { gatherEvidence } from '../../../src/domain/escalation/gather-evidence';
import type { NamedGroup } from '../../../src/domain/gate/gate-definition';
import { warnOfGates } from '../../../src/domain/gate/warn-of-gates';
import { asId, type PersonId } from '../../../src/domain/ids';
import type { Instant } from '../../../src/domain/instant';
import { asksWhole } from '../../../src/domain/pulse/asks-whole';
import { groupsToHear } from '../../../src/domain/pulse/groups-to-hear';
import type { Audience, LeftOut } from '../../../src/domain/pulse/question';
import { isInGroups } from '../../../src/domain/pulse/select-audience';
import { tellReach } from '../../../src/domain/pulse/tell-reach';
import { confidenceScoresOf } from '../../../src/domain/score/confidence-scores';
import { responseByGroup } from '../../../src/domain/silence/response-by-group';
import { comparable } from '../../../src/domain/trend/question-history';
import { trendOf } from '../../../src/domain/trend/trend';
import { selectAll } from '../../support/select-all';
import { factsOf, frame, judgeOne, plannedGate, programme, pulse, releaseOf, shown } from '../gate/gates';
import { historyOf } from '../trend/histories';

const declared = { siteGroups: programme.siteGroups, staffFamilies: programme.staffFamilies };
const siteGroups = declared.siteGroups.map(({ id }) => id);
const staffFamilies = declared.staffFamilies.map(({ id }) => id);
const cohorts = ['phase 1', 'phase 2'];

const candidate = fc
  .record({
    id: fc.integer({ min: 0, max: 80 }),
    siteGroup: fc.constantFrom(...siteGroups),
    staffFamily: fc.constantFrom(...staffFamilies),
    cohort: fc.constantFrom(undefined, ...cohorts),
  })
  .map(({ id, siteGroup, staffFamily, cohort }) => ({
    personId: asId<PersonId>(`p${id}`),
    aadObjectId: `OID-${id}`,
    cellKey: `${siteGroup}|${staffFamily}`,
    cell: { siteGroup, staffFamily },
    person: cohort ? { cohort } : {},
  }));
const someOf = (ids: readonly string[]) =>
  fc.option(fc.subarray([...ids], { minLength: 1 }), { nil: undefined });
const named = <T extends object>(groups: T) =>
  Object.fromEntries(Object.entries(groups).filter(([, ids]) => ids !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };
const wholeGroups = fc
  .record({ siteGroups: someOf(siteGroups), staffFamilies: someOf(staffFamilies) })
  .map(named);
const leaveOut: fc.Arbitrary<readonly LeftOut[]> = fc.array(
  fc
    .record({
      siteGroups: someOf(siteGroups),
      staffFamilies: someOf(staffFamilies),
      cohorts: someOf(cohorts),
    })
    .filter((groups) => Object.values(groups).some((ids) => ids !== undefined))
    .map((groups) => ({ ...named(groups), why: 'On leave.' })),
  { maxLength: 3 },
);
const selection = fc.record({ only: wholeGroups, leaveOut });
const wholeOrDrawn: fc.Arbitrary<Exclude<Audience, { kind: 'list' }>> = fc.oneof(
  selection.map((chosen) => ({ kind: 'everyone' as const, ...chosen })),
  fc
    .tuple(selection, fc.double({ min: 0.05, max: 1, noNaN: true }), fc.string())
    .map(([chosen, share, seed]) => ({ kind: 'random' as const, share, seed, ...chosen })),
);
const list = fc
  .array(fc.integer({ min: 0, max: 99 }).map((id) => `oid-${id}`))
  .map((people): Audience => ({ kind: 'list', people, why: 'They tried it out.' }));
const people = fc.uniqueArray(candidate, { selector: ({ personId }) => personId, maxLength: 120 });
const sum = (counted: readonly { readonly people: number }[]) =>
  counted.reduce((total, one) => total + one.people, 0);

describe('selecting', () => {
  it('counts everybody once: asked, left out for a reason, or not asked', () => {
    fc.assert(
      fc.property(people, fc.oneof(wholeOrDrawn, list), (candidates, audience) => {
        const found = selectAll(declared, candidates, audience);
        expect(found.asked.length + sum(found.leftOut) + sum(found.notAsked)).toBe(candidates.length);
      }),
    );
  });

  it('asks whole groups less those left out, and never anybody of a group that is left out', () => {
    fc.assert(
      fc.property(people, wholeOrDrawn, (candidates, audience) => {
        const { asked, leftOut } = selectAll(declared, candidates, audience);
        const { only = {}, leaveOut: left = [] } = audience;
        const isLeft = (one: (typeof asked)[number]) =>
          left.some(
            (entry) =>
              isInGroups(entry, one.cell) &&
              (!entry.cohorts || entry.cohorts.includes(one.person.cohort ?? '')),
          );
        expect(asked.filter((one) => isLeft(one) || !isInGroups(only, one.cell))).toEqual([]);
        expect(leftOut.map(({ why }) => why)).toEqual(left.map(({ why }) => why));
        if (audience.kind === 'random') return;
        expect(asked).toEqual(candidates.filter((one) => isInGroups(only, one.cell) && !isLeft(one)));
      }),
    );
  });

  it('draws the same people for the same seed in whatever order they come, a share of each cell', () => {
    fc.assert(
      fc.property(people, wholeOrDrawn, (candidates, audience) => {
        const idsOf = (from: typeof candidates) =>
          selectAll(declared, from, audience)
            .asked.map(({ personId }) => personId)
            .sort();
        expect(idsOf([...candidates].reverse())).toEqual(idsOf(candidates));
      }),
    );
  });

  it('asks those on a list once, whatever letters their ids are written in, and names who is unknown', () => {
    const [first] = fc.sample(candidate, 1);
    if (!first) throw new Error('nobody');
    const found = selectAll(declared, [first], {
      kind: 'list',
      people: [first.aadObjectId, first.aadObjectId.toLowerCase(), 'oid-unknown'],
      why: 'x',
    });
    expect(found.asked).toEqual([first]);
    expect(found).toMatchObject({ duplicates: 1, notImported: ['oid-unknown'], leftOut: [], notAsked: [] });
  });

  it('names what is left out as people read it', () => {
    const { leftOut } = selectAll(declared, [], {
      kind: 'everyone',
      leaveOut: [
        { staffFamilies: ['medical'], siteGroups: ['community', 'acute'], cohorts: ['phase 2'], why: 'x' },
      ],
    });
    expect(leftOut[0]?.groups).toBe('Larkfield General and Community · Medical and dental · phase 2');
  });
});

const group: fc.Arbitrary<NamedGroup> = fc.oneof(
  wholeGroups,
  fc.constantFrom(...cohorts).map((cohort) => ({ cohort })),
);

describe('the whole of a group', () => {
  it('is asked only where nobody of it is missing', () => {
    fc.assert(
      fc.property(people, wholeOrDrawn, group, (candidates, audience, wanted) => {
        const { asked, leftOut } = selectAll(declared, candidates, { ...audience, kind: 'everyone' });
        if (!asksWhole({ audience, leftOut, frame: declared }, wanted)) return;
        const isIn = ({ cell, person }: (typeof asked)[number]) =>
          isInGroups(wanted, cell) && (!wanted.cohort || wanted.cohort === person.cohort);
        const all = new Set(candidates.filter(isIn).map(({ personId }) => personId));
        const met = new Set(asked.map(({ personId }) => personId));
        expect([...all].filter((id) => !met.has(id))).toEqual([]);
      }),
    );
  });

  it.each<[string, Audience, NamedGroup, boolean]>([
    ['everybody, asked of all', { kind: 'everyone' }, {}, true],
    ['a drawn share', { kind: 'random', share: 0.2, seed: 's' }, { siteGroups: ['acute'] }, true],
    ['a list', { kind: 'list', people: [], why: 'x' }, {}, false],
    [
      'a site group that is named',
      { kind: 'everyone', only: { siteGroups: ['acute'] } },
      { siteGroups: ['acute'] },
      true,
    ],
    ['everybody, of one site group', { kind: 'everyone', only: { siteGroups: ['acute'] } }, {}, false],
    [
      'a cohort, without a site group',
      { kind: 'everyone', leaveOut: [{ siteGroups: ['acute'], why: 'x' }] },
      { cohort: 'phase 1' },
      false,
    ],
    [
      'a cohort, without another',
      { kind: 'everyone', leaveOut: [{ cohorts: ['phase 2'], why: 'x' }] },
      { cohort: 'phase 1' },
      true,
    ],
    [
      'a family, without it elsewhere',
      { kind: 'everyone', leaveOut: [{ siteGroups: ['community'], staffFamilies: ['medical'], why: 'x' }] },
      { siteGroups: ['acute'], staffFamilies: ['medical'] },
      true,
    ],
    [
      'a family, without a cohort',
      { kind: 'everyone', leaveOut: [{ cohorts: ['phase 2'], why: 'x' }] },
      { staffFamilies: ['medical'] },
      false,
    ],
  ])('%s', (_what, audience, wanted, isWhole) => {
    expect(asksWhole({ audience, frame: declared }, wanted)).toBe(isWhole);
  });

  it('is not cut by a leave-out that meets nobody', () => {
    const audience: Audience = { kind: 'everyone', leaveOut: [{ cohorts: ['phase 9'], why: 'x' }] };
    const leftOut = [{ groups: 'phase 9', why: 'x', people: 0 }];
    expect(asksWhole({ audience, leftOut, frame: declared }, {})).toBe(true);
  });
});

const confidence = { id: 'c', kind: 'confidence' as const, pulse, group: {}, floor: 0.7 };
const fullFrame = { ...frame, ...declared };
const withoutDoctors: Audience = { kind: 'everyone', leaveOut: [{ staffFamilies: ['medical'], why: 'x' }] };
const chosen: Audience = { kind: 'list', people: [], why: 'They tried it out.' };

describe('a gate', () => {
  const release = releaseOf({ figures: shown(950, 1_000) });
  const judged = (...audiences: readonly Audience[]) =>
    judgeOne(
      confidence,
      factsOf({
        releases: new Map([
          [
            pulse,
            audiences.map((audience, index) => ({
              release: { ...release, title: `Ready ${index}` },
              frame: fullFrame,
              audience,
            })),
          ],
        ]),
      }),
    );

  it('is judged on the newest wave of the whole group, and not heard where every wave asked a part', () => {
    expect(judged({ kind: 'everyone' }).verdict).toBe('met');
    expect(judged({ kind: 'random', share: 0.3, seed: 's' }).verdict).toBe('met');
    expect(judged(withoutDoctors, { kind: 'everyone' })).toMatchObject({
      verdict: 'met',
      reason: { kind: 'released', figures: { waveTitle: 'Ready 1' } },
    });
    expect(judged(withoutDoctors)).toMatchObject({
      verdict: 'notHeardYet',
      reason: { kind: 'partlyAsked', waveTitle: 'Ready 0' },
      change: { kind: 'wholeGroup' },
    });
    expect(judged(chosen).verdict).toBe('notHeardYet');
  });

  const cells = fullFrame.atoms.flatMap(({ cells: inside, headcount }) =>
    inside.map((cell) => ({ ...cell, headcount })),
  );
  const asked = {
    frame: fullFrame,
    groups: reportingGroups(fullFrame),
    oneWay: {},
    cells,
    minimumGroupSize: 11,
  };
  const warned = (audience: Audience, of: NamedGroup = {}, people = asked) =>
    warnOfGates([plannedGate({ criteria: [{ ...confidence, group: of }] })], {
      pulse: { id: pulse, audience },
      leftOut: [],
      asked: people,
    });

  it('that would go unheard is told before the wave opens, with why', () => {
    expect(warned({ kind: 'everyone' })).toEqual([]);
    expect(warned(withoutDoctors, { staffFamilies: ['nursing'] })).toEqual([]);
    expect(warned(withoutDoctors)).toMatchObject([
      { because: 'partlyAsked', gate: 'Go-live', people: 1_600 },
    ]);
    expect(warned(chosen)).toMatchObject([{ because: 'chosenByName' }]);
    const few = { ...asked, oneWay: { 'cohort:phase 1': 9 } };
    expect(warned({ kind: 'everyone' }, { cohort: 'phase 1' }, few)).toMatchObject([
      { because: 'tooSmall', group: 'phase 1', people: 9 },
    ]);
    const other = { pulse: { id: asId<typeof pulse>('other'), audience: chosen }, leftOut: [], asked };
    expect(warnOfGates([plannedGate({ criteria: [confidence] })], other)).toEqual([]);
  });
});

describe('a trend', () => {
  const total = asId<Parameters<typeof trendOf>[1]>('total');
  const history = (audienceOf: (wave: number) => Audience) =>
    historyOf({ total: Array.from({ length: 6 }, () => 70) }).map((wave, index) => ({
      ...wave,
      frame: declared,
      audience: audienceOf(index),
    }));
  const gaps = (audienceOf: (wave: number) => Audience) =>
    trendOf(comparable(history(audienceOf)), total, [])?.points.map(({ figures }) => figures === undefined);

  it('compares a group with the same people of it: a wave that left some out is a gap', () => {
    expect(gaps(() => ({ kind: 'everyone' }))).toEqual(Array(6).fill(false));
    expect(gaps((wave) => (wave === 2 ? withoutDoctors : { kind: 'everyone' }))).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(gaps(() => withoutDoctors)).toEqual(Array(6).fill(false));
    expect(gaps((wave) => (wave < 4 ? { kind: 'everyone' } : withoutDoctors))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('goes on for a group that nobody was left out of', () => {
    const nursing = asId<typeof total>('staffFamily:nursing');
    const waves = comparable(history((wave) => (wave === 2 ? withoutDoctors : { kind: 'everyone' })));
    expect(trendOf(waves, nursing, [])?.points.every(({ figures }) => figures)).toBe(true);
  });
});

describe('what is said beside N', () => {
  const row = { groupId: 'total', kind: 'total' as const };
  const release = releaseOf({ figures: shown(100, 1_000), isBelowFloor: true, ...row } as never);
  const asked = { audience: withoutDoctors, frame: fullFrame };

  it('labels evidence of a list as chosen by the lead, and of a part of a group as a part', () => {
    const of = (audience: Audience) => gatherEvidence(release, [], { asked: { ...asked, audience } })[0];
    expect(of(chosen)?.chosenBecause).toBe('They tried it out.');
    expect(of(withoutDoctors)).toMatchObject({ isPartOfGroup: true });
    expect(Object.keys(of({ kind: 'everyone' }) ?? {})).not.toContain('isPartOfGroup');
  });

  it('says in each score whom the wave asked', () => {
    const scored = (more: Partial<Parameters<typeof confidenceScoresOf>[2]>) =>
      confidenceScoresOf(release, { programmeName: 'x', isSynthetic: true }, { ...asked, ...more })[0];
    expect(scored({ leftOut: [{ groups: 'Medical', why: 'Rotation', people: 40 }] })).toMatchObject({
      audience: 'everyone',
      chosenBecause: null,
      wholeGroup: false,
      leftOut: 'Medical (40): Rotation',
    });
    expect(scored({ audience: chosen })).toMatchObject({
      audience: 'list',
      chosenBecause: 'They tried it out.',
      wholeGroup: false,
      leftOut: null,
    });
    expect(scored({ audience: { kind: 'everyone' } })).toMatchObject({ wholeGroup: true, leftOut: null });
  });

  it('calls nobody silent who was left out on purpose', () => {
    const headcounts = [
      { staffFamily: 'medical', count: 400, source: 's', asOf: '2026-11-01' as never },
      { count: 2_000, source: 's', asOf: '2026-11-01' as never },
    ];
    const rows = [
      ...(release.tables[0]?.rows ?? []),
      { ...release.tables[0]?.rows[0], groupId: asId('staffFamily:nursing'), kind: 'staffFamily' },
    ];
    const told = (audience: Audience) =>
      responseByGroup({ rows: rows as never }, { audience, frame: fullFrame, headcounts });
    expect(told({ kind: 'everyone' }).map(({ groupId, declared: count }) => [groupId, count])).toEqual([
      ['total', 2_000],
      ['staffFamily:nursing', undefined],
      ['staffFamily:medical', 400],
    ]);
    expect(told(withoutDoctors).map(({ groupId, declared: count }) => [groupId, count])).toEqual([
      ['total', undefined],
      ['staffFamily:nursing', undefined],
    ]);
  });
});

describe('a preview', () => {
  const exact = { choseNotToBeAsked: 3, overBudget: 8, atAllowance: 0, noSuitableTime: 1 };

  it('tells to the nearest 5 who gets no message, and of few people or a list nothing', () => {
    expect(tellReach(33, exact, { kind: 'everyone' }, 11)).toEqual({
      writtenTo: 18,
      notWrittenTo: { choseNotToBeAsked: 5, overBudget: 10, atAllowance: 0, noSuitableTime: 0 },
    });
    expect(tellReach(32, exact, { kind: 'everyone' }, 11)).toEqual({ writtenTo: 32 });
    expect(tellReach(500, exact, chosen, 11)).toEqual({ writtenTo: 500 });
  });

  it('names the groups that are heard, those heard only with others, and everybody where they are too few', () => {
    const headcounts = [
      { siteGroup: 'acute', staffFamily: 'nursing', headcount: 40 },
      { siteGroup: 'acute', staffFamily: 'medical', headcount: 6 },
    ];
    const toHear = (k: number) =>
      groupsToHear(buildFrame({ ...declared, cells: headcounts, minimumGroupSize: k }), headcounts, k);
    expect(toHear(5)).toEqual({
      heard: [{ name: 'Larkfield General · all staff', people: 46 }],
      tooSmall: [
        {
          name: 'Larkfield General · Medical and dental',
          people: 6,
          heardWith: 'Larkfield General · all staff',
        },
      ],
    });
    expect(toHear(30)).toEqual({
      heard: [],
      tooSmall: [{ name: 'Larkfield General · all staff', people: 46 }],
    });
  });

  it('reckons the last message by the rate and by the hours at which people may be written to', () => {
    const at = (time: string) => `2026-11-24T${time}:00.000Z` as Instant;
    const day = Array.from({ length: 100 }, () => ({ from: at('10:00'), requests: 2 }));
    expect(estimateSending(day, 10)).toEqual({
      firstAt: at('10:00'),
      lastAt: '2026-11-24T10:00:20.000Z',
      seconds: 20,
    });
    const night = [...day, { from: at('21:00'), requests: 1 }];
    expect(estimateSending(night, 10)).toMatchObject({ lastAt: '2026-11-24T21:00:00.100Z' });
    expect(estimateSending(day, 0)).toEqual({ firstAt: at('10:00'), lastAt: at('10:00'), seconds: 0 });
    expect(estimateSending([], 10)).toBeUndefined();
  });
});
