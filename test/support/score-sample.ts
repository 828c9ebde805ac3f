/** One released score, as an analyst would read it. */

import { asId } from '../../src/domain/ids';
import type { Instant } from '../../src/domain/instant';
import type { ConfidenceScore } from '../../src/domain/score/confidence-score';
import { aProgramme } from './samples';

export function aScore(change: Partial<ConfidenceScore> = {}): ConfidenceScore {
  return {
    scoreId: 'score-1',
    programmeId: aProgramme().id,
    programmeName: aProgramme().name,
    isSynthetic: true,
    pulseId: asId('readiness'),
    waveId: asId('w1'),
    waveTitle: 'Ready for go-live 1',
    releasedAt: '2026-03-01T00:00:00.000Z' as Instant,
    questionId: asId('confidence'),
    questionText: 'How confident are you to work safely on day one?',
    groupId: asId('total'),
    groupKind: 'total',
    groupName: 'Everyone',
    label: 'shown',
    headcount: 100,
    n: 45,
    favourableShare: 0.4,
    intervalLower: 0.27,
    intervalUpper: 0.55,
    finitePopulationLower: 0.3,
    finitePopulationUpper: 0.51,
    band: null,
    netAgreement: -12,
    mean: 48.5,
    dontKnowYetShare: 0.08,
    notMyAreaShare: 0.04,
    dontKnowYetOrNotMyAreaShare: null,
    responsePercent: 45,
    representative: true,
    notRepresentativeBecause: null,
    audience: 'everyone',
    chosenBecause: null,
    wholeGroup: true,
    leftOut: null,
    assistedPeople: null,
    assistedAnswersAtLeast: null,
    assistedAnswersAtMost: null,
    confidenceFloor: 0.6,
    isBelowFloor: true,
    visible: true,
    ...change,
  };
}
