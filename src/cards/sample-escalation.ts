/** An invented escalation, for samples: its evidence, what the lead puts to the executive, and the decision. */

import type { DecisionLogEntry } from '../domain/decision/decision';
import type {
  Advice,
  Escalation,
  EscalationCase,
  EscalationDecision,
  EscalationEvidence,
  EscalationFact,
  MoreAsked,
} from '../domain/escalation/escalation';
import {
  asId,
  type DecisionId,
  type EscalationId,
  type PersonId,
  type ProgrammeId,
  type WaveId,
} from '../domain/ids';
import type { Day, Instant } from '../domain/instant';
import { wilsonInterval } from '../domain/score/wilson';
import { processLimits } from '../domain/trend/process-limits';
import { sampleSeries } from './sample-trend';
import { sampleWave } from './subject';

export const sampleEscalationId = asId<EscalationId>('escalation.larkfield-epr.readiness.w4');

function sampleOf(name: string, favourable: number, n: number, headcount: number): EscalationEvidence {
  return {
    kind: 'belowFloor',
    groupId: asId(`atom:${name}`),
    groupName: name,
    waveId: asId<WaveId>(sampleWave.waveId),
    waveTitle: sampleWave.title,
    atomIds: [],
    n,
    headcount,
    favourableShare: favourable / n,
    interval: wilsonInterval(favourable, n),
    floor: 0.6,
    lowSince: '2026-09-15T17:00:00.000Z' as Instant,
  };
}

export const sampleEvidence: readonly EscalationEvidence[] = [
  sampleOf('St Bride’s Hospital · Nurses and midwives', 46, 121, 270),
  sampleOf('North community · Healthcare assistants', 14, 44, 139),
  {
    ...sampleOf('Corporate · Doctors', 1, 12, 33),
    favourableShare: undefined,
    interval: undefined,
    band: 'atMost20',
  },
];

/** From twelve hundredths above it, where it had been for a year. */
function fallTo(share: number): NonNullable<EscalationEvidence['trend']> {
  const before = sampleSeries.slice(0, 13).map((point) => point.favourableShare ?? undefined);
  const limits = processLimits(before) ?? { mean: share, lower: share, upper: share };
  const by = share + 0.12 - limits.mean;
  return {
    rules: ['outsideLimits'],
    mean: limits.mean + by,
    lower: limits.lower + by,
    upper: limits.upper + by,
    points: before.length,
    series: sampleSeries.map((point, index) => ({
      ...point,
      favourableShare:
        index === sampleSeries.length - 1
          ? share
          : point.favourableShare === null
            ? null
            : point.favourableShare + by,
    })),
  };
}

/** The first is low and falling and may not stand for its group; the last is only falling. */
export const fallingSampleEvidence: readonly EscalationEvidence[] = sampleEvidence
  .slice(0, 2)
  .map((item, index) => ({
    ...item,
    ...(index === 0
      ? {
          notRepresentative: [{ kind: 'lowResponse' as const, responsePercent: 20 }],
          chosenBecause: 'They tried it out in October.',
        }
      : {
          kind: 'deterioratingTrend' as const,
          groupName: 'Everyone',
          favourableShare: 0.66,
          interval: wilsonInterval(1_320, 2_000),
          n: 2_000,
          headcount: 5_077,
        }),
    trend: fallTo(index === 0 ? (item.favourableShare ?? 0) : 0.66),
  }));

/** As many groups as the demo's frame could bring. */
export const manySampleEvidence: readonly EscalationEvidence[] = Array.from({ length: 30 }, (_, index) =>
  sampleOf(`South community and others · Allied health professionals ${index + 1}`, 20 + index, 100, 240),
);

export const sampleCase: EscalationCase = {
  question: 'Do we start at St Bride’s on 18 January, or give its nurses four more weeks?',
  options: [
    {
      id: 'option1',
      title: 'Start on 18 January with more floor support',
      consequence: 'Twelve more floorwalkers for six weeks, about £40,000.',
    },
    {
      id: 'option2',
      title: 'Delay St Bride’s by four weeks',
      consequence: 'Two records side by side until 15 February. Bank shifts are booked already.',
    },
  ],
  recommendedOptionId: 'option2',
  recommendation: 'Two thirds of the nurses have not had their second session.',
  costOfWaiting: 'Rotas for January are fixed on Friday.',
  preparedBy: asId<PersonId>('lead'),
};

/** As long as the lead's inputs take. */
export const longSampleCase: EscalationCase = {
  ...sampleCase,
  question: 'Can we start? '.repeat(71),
  options: [1, 2, 3].map((number) => ({
    id: `option${number}`,
    title: 'We can’t wait. '.repeat(6),
    consequence: 'It costs a lot. '.repeat(18),
  })),
  recommendation: 'We can’t. '.repeat(100),
  costOfWaiting: 'It’s a lot. '.repeat(83),
};

export const sampleDecision: EscalationDecision = {
  decisionId: asId('escalation.larkfield-epr.readiness.w4.d1'),
  kind: 'approve',
  optionId: 'option2',
  rationale: 'I will not start a ward on a day when two thirds of its nurses say they are not ready.',
  decidedBy: asId('p-sro'),
  decidedByName: 'Amara Cole',
  role: 'sro',
  decidedAt: '2026-12-14T10:00:00.000Z' as Instant,
  logged: { seq: 12, head: '9f2c6d1e0b7a45838c1d2e3f40516273849abcdef0123456789abcdef0123456' },
};

/** Newest first: one that was decided again, the one it replaces, and one on a gate. */
export const sampleEntries: readonly DecisionLogEntry[] = [
  { ...entryOf(12, 'approve'), optionId: 'option2', supersedes: asId('d11') },
  entryOf(11, 'reject'),
  {
    decisionId: asId('gate.larkfield-epr.go-live.d1'),
    programmeId: asId('larkfield-epr'),
    gateId: asId('gate.larkfield-epr.go-live'),
    question: 'Go-live at both sites',
    rationale: 'The supplier’s contract ends in March.',
    kind: 'go',
    against: {
      mitigation: 'Forty floorwalkers for four weeks.',
      rollbackTrigger: 'Two medication errors in a day.',
      advisedBy: asId('p-lead'),
    },
    decidedBy: sampleDecision.decidedBy,
    role: 'sro',
    decidedAt: sampleDecision.decidedAt,
    reviewOn: '2027-01-25T08:00:00.000Z' as Instant,
    evidence: { judgements: [], calendar: [] },
    terms: { decidesOn: '2027-01-12' as Day, goLiveOn: '2027-01-18' as Day },
    ...linkOf(10),
  },
];

function linkOf(seq: number) {
  const mac = String(seq).repeat(32);
  return { seq, previousMac: seq > 1 ? String(seq - 1).repeat(32) : '', mac, keyId: '5f2a90c1' };
}

function entryOf(seq: number, kind: 'approve' | 'reject') {
  const { question, options } = sampleCase;
  const { rationale, decidedBy, role, decidedAt } = sampleDecision;
  return {
    decisionId: asId<DecisionId>(`d${seq}`),
    programmeId: asId<ProgrammeId>('larkfield-epr'),
    escalationId: sampleEscalationId,
    question,
    options,
    kind,
    ...{ rationale, decidedBy, role, decidedAt },
    reviewOn: '2027-03-01T08:00:00.000Z' as Instant,
    evidence: sampleEvidence,
    policy: { leadWithinWorkingDays: 3, decideWithinWorkingDays: 5 },
    ...linkOf(seq),
  };
}

export const sampleIssueFact: EscalationFact = {
  kind: 'issue',
  issueId: asId('issue-drug-round'),
  title: 'The drug round takes twice as long on the new trolleys',
  category: 'workflow',
  effect: 'careCouldSuffer',
  siteGroupName: 'St Bride’s Hospital',
  raisedOn: '2026-11-20' as Day,
  support: 'moreThanTen',
  isHazard: true,
};

export const sampleBacklogFact: EscalationFact = {
  kind: 'backlog',
  issues: 23,
  olderThanWorkingDays: 5,
  byCategory: [
    { category: 'workflow', issues: 11 },
    { category: 'log-ins', issues: 8 },
    { category: 'training', issues: 4 },
  ],
};

export const sampleGateFact: EscalationFact = {
  kind: 'gate',
  gateId: asId('gate.larkfield-epr.go-live'),
  gateName: 'Go-live at both sites',
  decidesOn: '2027-01-12' as Day,
  unmet: ['Training: St Bride’s Hospital', 'Confidence: Nurses and midwives'],
};

const sampleAdvice: Advice = {
  by: asId('p-sponsor'),
  byName: 'Neil Okafor',
  role: 'sponsor',
  words: 'The board would rather wait than start a ward that is not ready.',
  givenAt: '2026-12-10T15:00:00.000Z' as Instant,
};

const sampleQuestion: MoreAsked = {
  number: 1,
  words: 'How many of the trolleys are new?',
  askedBy: asId('p-sro'),
  askedByName: 'Amara Cole',
  askedAt: '2026-12-09T09:00:00.000Z' as Instant,
};
const sampleAnswer: NonNullable<MoreAsked['answer']> = {
  words: 'Eleven of fourteen, all on the two medical wards.',
  by: asId('p-lead'),
  byName: 'Tom Whitfield',
  answeredAt: '2026-12-09T14:00:00.000Z' as Instant,
};

/** One piece of advice, one question answered and one not. */
export const sampleSaid: Pick<Escalation, 'advice' | 'moreAsked'> = {
  advice: [sampleAdvice],
  moreAsked: [
    { ...sampleQuestion, answer: sampleAnswer },
    { ...sampleQuestion, number: 2, words: 'Can the old trolleys come back for a month?' },
  ],
};

/** As long as the inputs take, more often than anybody asks. */
export const muchSampleSaid: Pick<Escalation, 'advice' | 'moreAsked'> = {
  advice: Array.from({ length: 9 }, () => ({ ...sampleAdvice, words: 'We can’t. '.repeat(100) })),
  moreAsked: Array.from({ length: 9 }, (_, index) => ({
    ...sampleQuestion,
    number: index + 1,
    words: 'How many? '.repeat(50),
    answer: { ...sampleAnswer, words: 'About ten. '.repeat(90) },
  })),
};
