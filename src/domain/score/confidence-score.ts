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
  /** Where the share of all `headcount` people lies, were those who answered drawn from them by chance: stands beside the
   * interval and takes no part in a verdict. 0 to 1. */
  readonly finitePopulationLower: number | null;
  readonly finitePopulationUpper: number | null;
  readonly band: 'atMost20' | 'from20To80' | 'atLeast80' | null;
  /** −100 to +100. */
  readonly netAgreement: number | null;
  /** 0 to 100. */
  readonly mean: number | null;
  /** Shares (0 to 1) of all who answered the question, outside the denominator of the favourable share; the third where
   * the two may not be told apart. */
  readonly dontKnowYetShare: number | null;
  readonly notMyAreaShare: number | null;
  readonly dontKnowYetOrNotMyAreaShare: number | null;
  /** 0 to 100, to the nearest 5. */
  readonly responsePercent: number | null;
  /** By the stated rule; null where no figure is shown. */
  readonly representative: boolean | null;
  /** Such as `lowResponse` or `unevenResponse shift:nights`, separated by commas; null where there is no reason. */
  readonly notRepresentativeBecause: string | null;
  /** `list`: the lead chose people by name, and no gate or trend is made of it. Null in scores of an earlier version, as the
   * three that follow. */
  readonly audience: 'everyone' | 'random' | 'list' | null;
  /** Why these people were chosen; null where nobody was chosen by name. */
  readonly chosenBecause: string | null;
  /** False where a part of the group was not to be asked. */
  readonly wholeGroup: boolean | null;
  /** Whole groups of the programme that were left out, with their number and why; null where none was. */
  readonly leftOut: string | null;
  /** Of a total alone: people without Teams among the headcount. Null where there is none. */
  readonly assistedPeople: number | null;
  /** Of a total alone: how many answered beside a champion, as a range. Null where it may not be told. */
  readonly assistedAnswersAtLeast: number | null;
  readonly assistedAnswersAtMost: number | null;
  readonly confidenceFloor: number;
  readonly isBelowFloor: boolean;
  /** False until every score of the wave is written: read only what is true. */
  readonly visible: boolean;
}
