/** Who is counted, which group can be heard at all, and whose word is taken. */

import fc from 'fast-check';
import { buildFrame } from '../../../src/domain/disclosure/build-frame';
import { reportingGroups } from '../../../src/domain/disclosure/reporting-groups';
import { canBeHeard, type HeadcountInput } from '../../../src/domain/gate/can-be-heard';
import { PeopleCounter } from '../../../src/domain/gate/count-people';
import type { NamedGroup } from '../../../src/domain/gate/gate-definition';
import { type StatementWords, stateOnGate } from '../../../src/domain/gate/state-on-gate';
import type { Judgement } from '../../../src/domain/gate/verdict';
import { asId, type PersonId } from '../../../src/domain/ids';
import type { DirectoryPerson } from '../../../src/domain/programme/person';
import { aPerson, day, noon, plannedGate, programme } from './gates';

function countsOf(people: readonly Partial<DirectoryPerson>[], group: NamedGroup = {}) {
  const { terms } = plannedGate({ criteria: [{ id: 't', kind: 'training', group, floor: 0.8 }] });
  const counter = new PeopleCounter(terms, day('2027-01-12'));
  for (const more of people) counter.add(aPerson(more));
  const { missing, byCriterion } = counter.counts();
  return { missing, ...byCriterion.t };
}

it.each([
  ['2026-10-26', 1],
  ['2026-10-25', 0],
  ['2027-01-12', 1],
  ['2027-01-13', 0],
])('counts training on %s for a go-live on 18 January, seen on the 12th: %i', (trainedOn, counted) => {
  expect(countsOf([{ trainedOn: day(trainedOn) }]).trained).toEqual({ counted, of: 1 });
});

it('counts all users and those of the first fortnight apart, in the named group alone', () => {
  const trainedOn = day('2027-01-04');
  const people = [
    { trainedOn, worksFirstFortnight: true },
    { trainedOn, worksFirstFortnight: false },
    { worksFirstFortnight: true },
    { trainedOn, worksFirstFortnight: true, site: 'RZZ02' },
    { trainedOn, worksFirstFortnight: true, staffGroup: 'doctors' },
  ];
  expect(countsOf(people, { siteGroups: ['acute'], staffFamilies: ['nursing'] })).toMatchObject({
    trained: { counted: 2, of: 3 },
    trainedOfFirstFortnight: { counted: 1, of: 2 },
  });
  expect(countsOf(people).trained).toEqual({ counted: 4, of: 5 });
});

it('names the columns in which nobody has anything', () => {
  expect(countsOf([{ trainedOn: day('2020-01-01') }]).missing).toEqual([
    'works_first_fortnight',
    'access_tested_on',
  ]);
  expect(countsOf([{ worksFirstFortnight: false }]).missing).toEqual(['trained_on', 'access_tested_on']);
});

function inputOf(headcounts: readonly (readonly [string, string, number])[], k = 11): HeadcountInput {
  const cells = headcounts.map(([siteGroup, staffFamily, headcount]) => ({
    siteGroup,
    staffFamily,
    headcount,
  }));
  const { siteGroups, staffFamilies } = programme;
  const frame = buildFrame({ cells, siteGroups, staffFamilies, minimumGroupSize: k });
  return {
    frame,
    groups: reportingGroups(frame),
    oneWay: { 'shift:nights': 21, 'cohort:phase 1': 22 },
    cells,
    minimumGroupSize: k,
  };
}

describe('a group that could never be heard', () => {
  const input = inputOf([
    ['acute', 'nursing', 400],
    ['acute', 'medical', 60],
    ['community', 'nursing', 30],
    ['community', 'medical', 10],
  ]);

  it.each<[NamedGroup, object]>([
    [{}, { outcome: 'canBeHeard' }],
    [{ siteGroups: ['acute'], staffFamilies: ['nursing'] }, { outcome: 'canBeHeard' }],
    [{ siteGroups: ['community'] }, { outcome: 'canBeHeard' }],
    [
      { siteGroups: ['community'], staffFamilies: ['medical'] },
      { outcome: 'cannotBeHeard', people: 10, needed: 22, parent: 'Community' },
    ],
    [{ shift: 'nights' }, { outcome: 'cannotBeHeard', people: 21, needed: 22, parent: 'everyone' }],
    [{ cohort: 'phase 1' }, { outcome: 'canBeHeard' }],
    [{ cohort: 'phase 9' }, { outcome: 'cannotBeHeard', people: 0, needed: 22, parent: 'everyone' }],
  ])('%j', (group, outcome) => {
    expect(canBeHeard(group, input, 1)).toEqual(outcome);
  });

  it('takes more people where the pulse asks a share of them', () => {
    expect(canBeHeard({ siteGroups: ['community'] }, input, 0.5)).toMatchObject({
      outcome: 'cannotBeHeard',
      needed: 44,
      parent: 'Everyone',
    });
  });

  it('names nothing where not even everyone is enough', () => {
    expect(canBeHeard({}, inputOf([['acute', 'nursing', 20]]), 1)).toEqual({
      outcome: 'cannotBeHeard',
      people: 20,
      needed: 22,
    });
  });

  it('is never accepted with fewer than 2k people', () => {
    const count = fc.integer({ min: 0, max: 60 });
    const counts = fc.tuple(count, count, count, count);
    const places = fc.subarray(['acute', 'community'], { minLength: 1 });
    const families = fc.subarray(['nursing', 'medical'], { minLength: 1 });
    fc.assert(
      fc.property(counts, places, families, ([a, b, c, d], siteGroups, staffFamilies) => {
        const some = inputOf(
          (
            [
              ['acute', 'nursing', a],
              ['acute', 'medical', b],
              ['community', 'nursing', c],
              ['community', 'medical', d],
            ] as const
          ).filter(([, , count]) => count > 0),
        );
        const people = some.cells
          .filter((cell) => siteGroups.includes(cell.siteGroup) && staffFamilies.includes(cell.staffFamily))
          .reduce((sum, { headcount }) => sum + headcount, 0);
        if (people < 22) {
          expect(canBeHeard({ siteGroups, staffFamilies }, some, 1).outcome).toBe('cannotBeHeard');
        }
      }),
    );
  });
});

describe('a statement', () => {
  const criteria = [
    {
      id: 'data',
      kind: 'evidence',
      topic: 'dataMigration',
      what: 'Trial',
      owner: 'Ada',
      dueOn: day('2027-01-08'),
    },
    { id: 'small', kind: 'training', group: {}, floor: 0.8 },
    { id: 'safety', kind: 'safetyCase' },
  ] as const;
  const gate = plannedGate({ criteria });
  const judged = (verdict: 'tooSmallToShow' | 'notMet'): Judgement => ({
    basis: 'agreed',
    verdict,
    results: [
      { criterionId: 'small', kind: 'training', verdict, reason: { kind: 'heldBack', waveTitle: 'Ready 3' } },
    ],
  });
  const state = (
    criterionId: string,
    said: StatementWords,
    verdict: 'tooSmallToShow' | 'notMet' = 'notMet',
  ) =>
    stateOnGate(gate, {
      statementId: 's1',
      criterionId,
      said,
      by: { personId: asId<PersonId>('p'), name: 'Tom', role: 'lead' },
      judgements: [judged(verdict)],
      now: noon('2027-01-09'),
    });
  const assurance = {
    kind: 'assurance',
    givenBy: 'Ruth',
    seenOn: day('2027-01-08'),
    words: 'They can.',
  } as const;

  it('is kept with who made it and when', () => {
    const stated = state('data', { kind: 'evidence', isMet: true, words: ' Reconciled. ' });
    expect(stated).toMatchObject({
      outcome: 'stated',
      next: {
        statements: [
          { statementId: 's1', criterionId: 'data', words: 'Reconciled.', statedByName: 'Tom', role: 'lead' },
        ],
      },
    });
  });

  it('belongs to a criterion of its own kind, and says something', () => {
    const words = 'Yes.';
    expect(state('safety', { kind: 'evidence', isMet: true, words }).outcome).toBe('noSuchCriterion');
    expect(state('data', { kind: 'safetyCase', isMet: true, words }).outcome).toBe('noSuchCriterion');
    expect(state('data', { ...assurance }).outcome).toBe('noSuchCriterion');
    expect(state('elsewhere', { kind: 'evidence', isMet: true, words }).outcome).toBe('noSuchCriterion');
    expect(state('data', { kind: 'evidence', isMet: true, words: ' ' })).toMatchObject({ missing: 'words' });
  });

  it('of assurance is taken only for a group too small to show, from a named person who has been there', () => {
    expect(state('small', assurance, 'tooSmallToShow').outcome).toBe('stated');
    expect(state('small', assurance).outcome).toBe('canBeShown');
    expect(state('small', { ...assurance, givenBy: '' }, 'tooSmallToShow')).toMatchObject({
      missing: 'givenBy',
    });
    for (const seenOn of [undefined, day('2027-01-10')]) {
      expect(state('small', { ...assurance, seenOn }, 'tooSmallToShow')).toMatchObject({ missing: 'seenOn' });
    }
  });
});
