/** An invented gate, for samples: 80 % asked, 49 % and 47 % trained, six days before the go-live. */

import type { Gate, GateDecision, GateTerms } from '../domain/gate/gate';
import type { CriterionResult, Judgement } from '../domain/gate/verdict';
import { asId, type GateId, type PersonId, type PulseId, type WaveId } from '../domain/ids';
import type { Day, Instant } from '../domain/instant';
import { wilsonInterval } from '../domain/score/wilson';
import { sampleProgramme, sampleWave } from './subject';

const pulse = asId<PulseId>('readiness');
export const sampleGateNow = '2027-01-12T10:00:00.000Z' as Instant;
export const sampleSro = asId<PersonId>('p-sro');
const safetyOfficer = asId<PersonId>('p-safety');
export const sampleAdvisers = [
  { personId: safetyOfficer, displayName: 'Nasrin Ahmadi', role: 'clinicalSafetyOfficer' },
  { personId: asId<PersonId>('p-lead'), displayName: 'Tom Whitfield', role: 'lead' },
] as const;

const terms: GateTerms = {
  decidesOn: '2027-01-12' as Day,
  goLiveOn: '2027-01-18' as Day,
  members: {
    siteGroups: { north: ['RZZ01'], south: ['RZZ02'] },
    staffFamilies: { nursing: ['nurses'] },
  },
  criteria: [
    { id: 'training-north', kind: 'training', group: { siteGroups: ['north'] }, floor: 0.8 },
    { id: 'training-south', kind: 'training', group: { siteGroups: ['south'] }, floor: 0.8 },
    {
      id: 'confidence-nursing',
      kind: 'confidence',
      pulse,
      group: { staffFamilies: ['nursing'] },
      floor: 0.7,
    },
    { id: 'confidence-east', kind: 'confidence', pulse, group: { siteGroups: ['east'] }, floor: 0.7 },
    {
      id: 'migration',
      kind: 'evidence',
      topic: 'dataMigration',
      what: 'Two trial migrations without a lost allergy',
      owner: 'Head of clinical data',
      dueOn: '2027-01-08' as Day,
    },
    { id: 'safety', kind: 'safetyCase' },
    { id: 'hazards', kind: 'openBlockers' },
  ],
};

const figuresOf = (favourable: number, n: number, headcount: number) => ({
  waveId: asId<WaveId>(sampleWave.waveId),
  waveTitle: sampleWave.title,
  releasedAt: '2027-01-08T17:00:00.000Z' as Instant,
  questionKind: 'confidence' as const,
  n,
  headcount,
  favourable,
  favourableShare: favourable / n,
  interval: wilsonInterval(favourable, n),
});

const training = (
  id: string,
  groupName: string,
  trained: number,
  people: number,
  inFortnight: readonly [number, number],
): CriterionResult => ({
  criterionId: id,
  kind: 'training',
  groupName,
  floor: 0.8,
  verdict: 'notMet',
  reason: {
    kind: 'training',
    all: { counted: trained, of: people },
    firstFortnight: { counted: inFortnight[0], of: inFortnight[1] },
  },
  change: {
    kind: 'people',
    all: Math.ceil(people * 0.8) - trained,
    firstFortnight: Math.ceil(inFortnight[1] * 0.8) - inFortnight[0],
  },
});

const results: readonly CriterionResult[] = [
  training('training-north', 'St Bride’s Hospital', 1372, 2800, [1120, 1547]),
  training('training-south', 'Harrow Lane Hospital', 1081, 2300, [864, 1228]),
  {
    criterionId: 'confidence-nursing',
    kind: 'confidence',
    groupName: 'Nurses and midwives',
    floor: 0.7,
    verdict: 'notSureYet',
    reason: { kind: 'released', figures: figuresOf(291, 410, 980) },
    change: { kind: 'favourable', needed: 306, of: 410, now: 291, viewsAtThisShare: 940 },
  },
  {
    criterionId: 'confidence-east',
    kind: 'confidence',
    groupName: 'East community',
    floor: 0.7,
    verdict: 'tooSmallToShow',
    reason: { kind: 'heldBack', waveTitle: sampleWave.title },
    change: { kind: 'assurance' },
  },
  {
    criterionId: 'hazards',
    kind: 'openBlockers',
    verdict: 'notMet',
    reason: { kind: 'openBlockers', hazards: 1, blockers: 2 },
    change: { kind: 'closed', hazards: 1, blockers: 2 },
  },
  {
    criterionId: 'migration',
    kind: 'evidence',
    what: 'Two trial migrations without a lost allergy',
    verdict: 'notHeardYet',
    reason: { kind: 'notStated', dueOn: '2027-01-08' as Day, isOverdue: true },
    change: { kind: 'statement', by: 'owner' },
  },
  {
    criterionId: 'safety',
    kind: 'safetyCase',
    verdict: 'met',
    reason: { kind: 'stated', statementId: 's1', statedAt: '2027-01-06T10:00:00.000Z' as Instant },
  },
];

export const sampleJudgement: Judgement = { basis: 'agreed', verdict: 'notMet', results };

/** The same with everything in place, one group by assurance. */
export const sampleMet: Judgement = {
  basis: 'agreed',
  verdict: 'met',
  results: results.map(({ change: _change, ...result }) => ({
    ...result,
    verdict: 'met' as const,
    ...(result.criterionId === 'confidence-east' ? { assuredBy: 's2' } : {}),
    ...(result.criterionId === 'migration'
      ? {
          reason: { kind: 'stated', statementId: 's3', statedAt: sampleGateNow } as const,
        }
      : {}),
    ...(result.criterionId === 'confidence-nursing'
      ? { reason: { kind: 'released', figures: figuresOf(328, 410, 980) } as const }
      : {}),
    ...(result.kind === 'openBlockers'
      ? { reason: { kind: 'openBlockers', hazards: 0, blockers: 0 } as const }
      : {}),
    ...(result.kind === 'training'
      ? {
          reason: {
            kind: 'training',
            all: { counted: 2310, of: 2800 },
            firstFortnight: { counted: 1392, of: 1547 },
          } as const,
        }
      : {}),
  })),
};

export const sampleGateDecision: GateDecision = {
  decisionId: asId('gate.larkfield-epr.go-live.d1'),
  kind: 'go',
  rationale: 'The old system is switched off on 31 January, and its supplier does not extend.',
  decidedBy: sampleSro,
  role: 'sro',
  decidedAt: '2027-01-12T15:00:00.000Z' as Instant,
  evidence: { judgements: [sampleJudgement], calendar: [] },
  against: {
    mitigation: 'Sixty floorwalkers day and night for four weeks; nobody works alone untrained.',
    rollbackTrigger: 'Two delayed time-critical medicines in one day at one hospital.',
    advisedBy: safetyOfficer,
  },
  names: { [sampleSro]: 'Amara Cole', [safetyOfficer]: 'Nasrin Ahmadi' },
  logged: { seq: 14, head: '9f2c6d1e0b7a45838c1d2e3f40516273849abcdef0123456789abcdef0123456' },
};

export const sampleGate: Gate = {
  gateId: asId<GateId>('gate.larkfield-epr.go-live'),
  programmeId: sampleProgramme.id,
  name: 'Go-live at both hospitals',
  setBy: 'Programme board',
  why: 'The contract for the old system ends in January.',
  calendar: [
    {
      kind: 'winter',
      what: 'Winter plan in force',
      startsOn: '2026-12-01' as Day,
      endsOn: '2027-02-28' as Day,
      setBy: 'Chief operating officer',
      why: 'Every bed is open until the end of February.',
    },
    {
      kind: 'industrialAction',
      what: 'Resident doctors',
      startsOn: '2027-01-20' as Day,
      endsOn: '2027-01-22' as Day,
      setBy: 'National ballot',
      why: 'Announced on 4 January.',
    },
  ],
  status: 'asked',
  terms,
  changes: [],
  statements: [
    {
      statementId: 's1',
      criterionId: 'safety',
      kind: 'safetyCase',
      isMet: true,
      words: 'Version 1.4, no hazard above medium is open.',
      statedBy: safetyOfficer,
      statedByName: 'Nasrin Ahmadi',
      role: 'clinicalSafetyOfficer',
      statedAt: '2027-01-06T10:00:00.000Z' as Instant,
    },
    {
      statementId: 's2',
      criterionId: 'confidence-east',
      kind: 'assurance',
      givenBy: 'Ruth Abara, community matron',
      seenOn: '2027-01-07' as Day,
      words: 'All three teams worked a whole clinic on the training record, without help.',
      statedBy: asId<PersonId>('p-lead'),
      statedByName: 'Tom Whitfield',
      role: 'lead',
      statedAt: '2027-01-07T15:00:00.000Z' as Instant,
    },
    {
      statementId: 's3',
      criterionId: 'migration',
      kind: 'evidence',
      isMet: true,
      words: 'Both trials reconciled; the report is in the programme library.',
      statedBy: asId<PersonId>('p-lead'),
      statedByName: 'Tom Whitfield',
      role: 'lead',
      statedAt: '2027-01-11T15:00:00.000Z' as Instant,
    },
  ],
  askedRoles: ['sro'],
  decideBy: '2027-01-12T17:00:00.000Z' as Instant,
  askings: 1,
  decisions: [],
  intents: [],
};

/** Decided against the evidence, and kept in sight. */
export const sampleDecidedGate: Gate = {
  ...sampleGate,
  status: 'decided',
  askedRoles: [],
  decisions: [sampleGateDecision],
};
