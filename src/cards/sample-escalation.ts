/** An invented escalation, for samples: its evidence, what the lead puts to the executive, and the decision. */

import type { EscalationCase, EscalationDecision, EscalationEvidence } from '../domain/escalation/escalation';
import { asId, type EscalationId, type PersonId, type WaveId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import { wilsonInterval } from '../domain/score/wilson';
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

/** The first is low and falling and may not stand for its group; the last is only falling. */
export const fallingSampleEvidence: readonly EscalationEvidence[] = sampleEvidence
  .slice(0, 2)
  .map((item, index) => ({
    ...item,
    ...(index === 0
      ? { notRepresentative: [{ kind: 'lowResponse' as const, responsePercent: 20 }] }
      : {
          kind: 'deterioratingTrend' as const,
          groupName: 'Everyone',
          favourableShare: 0.66,
          interval: wilsonInterval(1_320, 2_000),
          n: 2_000,
          headcount: 5_077,
        }),
    trend: {
      rules: ['outsideLimits', 'run'],
      mean: 0.72,
      lower: 0.67,
      upper: 0.77,
      points: 14,
      series: sampleSeries,
    },
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
