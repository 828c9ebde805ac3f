/** Gates, releases and people that the tests of the rules share. */

import type { Figures, GroupRow, Release } from '../../../src/domain/disclosure/release';
import type { PeopleCounts } from '../../../src/domain/gate/count-people';
import type { Gate } from '../../../src/domain/gate/gate';
import type { Criterion, GateDefinition } from '../../../src/domain/gate/gate-definition';
import { type GateFacts, judgeGate } from '../../../src/domain/gate/judge-gate';
import { settleGate } from '../../../src/domain/gate/settle-gate';
import { asId, type PersonId } from '../../../src/domain/ids';
import type { Day, Instant } from '../../../src/domain/instant';
import type { DirectoryPerson } from '../../../src/domain/programme/person';
import type { Programme } from '../../../src/domain/programme/programme';
import type { Frame } from '../../../src/domain/pulse/wave';
import { wilsonInterval } from '../../../src/domain/score/wilson';
import { aProgramme } from '../../support/samples';

export const programme: Programme = { ...aProgramme(), minimumGroupSize: 11, confidenceFloor: 0.7 };
export const pulse = asId<Release['pulseId']>('readiness');
export const noon = (day: string) => `${day}T12:00:00.000Z` as Instant;
export const day = (text: string) => text as Day;

export const definition: GateDefinition = {
  id: 'go-live',
  name: 'Go-live',
  decidesOn: day('2027-01-12'),
  goLiveOn: day('2027-01-18'),
  setBy: 'Programme board',
  why: 'The contract ends.',
  criteria: [{ id: 'training', kind: 'training', group: {}, floor: 0.8 }],
  calendar: [],
};

export function plannedGate(more: Partial<GateDefinition> = {}, now = noon('2026-11-01')): Gate {
  const { next } = settleGate(undefined, { ...definition, ...more }, programme, now);
  if (!next) throw new Error('no gate');
  return next;
}

/** One atom for each of the two site groups and the two families. */
export const frame: Frame = {
  atoms: ['acute', 'community'].flatMap((siteGroup) =>
    ['nursing', 'medical'].map((staffFamily) => ({
      id: asId<Frame['atoms'][number]['id']>(`${siteGroup}.${staffFamily}`),
      name: `${siteGroup} · ${staffFamily}`,
      cells: [{ siteGroup, staffFamily }],
      headcount: 400,
    })),
  ),
};

export const shown = (favourable: number, n: number): Figures => ({
  label: 'shown',
  n,
  favourable,
  favourableShare: favourable / n,
  interval: wilsonInterval(favourable, n),
});

export function rowOf(groupId: string, atomIds: readonly string[], more: Partial<GroupRow>): GroupRow {
  return {
    groupId: asId(groupId),
    kind: 'total',
    name: groupId,
    atomIds: atomIds.map((id) => asId(id)),
    headcount: 1600,
    figures: { label: 'notHeardYet' },
    isBelowFloor: false,
    ...more,
  };
}

const allAtoms = frame.atoms.map(({ id }) => id);

/** A release whose total has these figures; further rows beside it. */
export function releaseOf(total: Partial<GroupRow>, rows: readonly GroupRow[] = []): Release {
  return {
    waveId: asId('larkfield.readiness.w3'),
    programmeId: programme.id,
    pulseId: pulse,
    title: 'Ready 3',
    minimumGroupSize: 11,
    confidenceFloor: 0.7,
    releasedAt: noon('2027-01-05'),
    fallbacks: 0,
    tables: [
      {
        questionId: asId('confidence'),
        questionText: 'How confident are you?',
        questionKind: 'confidence',
        rows: [rowOf('total', allAtoms, total), ...rows],
      },
    ],
  } as unknown as Release;
}

export const noPeople: PeopleCounts = { missing: [], byCriterion: {} };

export function factsOf(more: Partial<GateFacts> & { readonly release?: Release } = {}): GateFacts {
  const { release, ...facts } = more;
  return {
    today: day('2027-01-12'),
    programme,
    releases: release ? new Map([[pulse, [{ release, frame, audience: { kind: 'everyone' } }]]]) : new Map(),
    people: noPeople,
    open: { hazards: 0, blockers: 0 },
    reviews: [],
    statements: [],
    ...facts,
  };
}

/** The result of one criterion. */
export function judgeOne(criterion: Criterion, facts: GateFacts) {
  const { results, verdict } = judgeGate('agreed', { criteria: [criterion] }, facts);
  const [result] = results;
  if (!result) throw new Error('no result');
  expect(verdict).toBe(result.verdict);
  return result;
}

let people = 0;
export function aPerson(more: Partial<DirectoryPerson> = {}): DirectoryPerson {
  people += 1;
  return {
    personId: asId<PersonId>(`p${people}`),
    programmeId: programme.id,
    organisationId: asId('RZZ'),
    aadObjectId: `oid-${people}`,
    displayName: 'Invented Person',
    staffGroup: 'nurses',
    site: 'RZZ01',
    ...more,
  };
}
