/** A confidence score as analysts read it: flat, one per wave × released group × question, complete in itself. */

import type { GroupKind } from '../disclosure/release';
import type { GroupId, ProgrammeId, PulseId, QuestionId, WaveId } from '../ids';
import type { Instant } from '../instant';

export interface ConfidenceScore {
  readonly scoreId: string;
  readonly programmeId: ProgrammeId;
  readonly programmeName: string;
  readonly isSynthetic: boolean;
  readonly pulseId: PulseId;
  readonly waveId: WaveId;
  readonly waveTitle: string;
  readonly releasedAt: Instant;
  readonly questionId: QuestionId;
  readonly questionText: string;
  readonly groupId: GroupId;
  readonly groupKind: GroupKind;
  readonly groupName: string;
  /** `shown`, `band`, `notHeardYet` or `tooSmallToShow`; figures are null where they are not shown. */
  readonly label: 'shown' | 'band' | 'notHeardYet' | 'tooSmallToShow';
  /** N: people invited plus those who chose not to be asked. */
  readonly headcount: number;
  /** Answers in the denominator. */
  readonly n: number | null;
  /** Shares are 0 to 1. */
  readonly favourableShare: number | null;
  readonly intervalLower: number | null;
  readonly intervalUpper: number | null;
  readonly band: 'atMost20' | 'from20To80' | 'atLeast80' | null;
  /** −100 to +100. */
  readonly netAgreement: number | null;
  /** 0 to 100. */
  readonly mean: number | null;
  /** 0 to 100, to the nearest 5. */
  readonly responsePercent: number | null;
  readonly confidenceFloor: number;
  readonly isBelowFloor: boolean;
  /** False until every score of the wave is written: read only what is true. */
  readonly visible: boolean;
}
