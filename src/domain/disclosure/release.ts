/** A release is the one set of tables that may be shown for a closed wave; every surface reads it and nothing else. */

import type { AtomId, GroupId, ProgrammeId, PulseId, QuestionId, WaveId } from '../ids';
import type { Instant } from '../instant';
import type { QuestionKind } from '../pulse/question';
import type { Interval } from '../score/wilson';

/** Margins over what the frame does not hold: every person is in one group of each, and none is a union of atoms. */
export const oneWayKinds = ['shift', 'area', 'cohort', 'employment'] as const;
export type OneWayKind = (typeof oneWayKinds)[number];

export type GroupKind = 'total' | 'siteGroup' | 'staffFamily' | 'atom' | OneWayKind;

/** Why a group's figure is not shown. `notHeardYet`: n < k. `tooSmallToShow`: N < 2k, or withheld to protect another. */
export type WithheldLabel = 'notHeardYet' | 'tooSmallToShow';

/** The narrowest true statement where a share would tell what (nearly) everybody said. */
export type Band = 'atMost20' | 'from20To80' | 'atLeast80';

export interface ReportingGroup {
  readonly groupId: GroupId;
  readonly kind: GroupKind;
  readonly name: string;
  /** The atoms it is the union of; empty for a one-way margin. */
  readonly atomIds: readonly AtomId[];
  /** N: invited plus those who chose not to be asked. */
  readonly headcount: number;
}

/** Classes of at least 2 answers each; `label` keys are `point1` … `point5`, `unfavourable`, `neutral`, `favourable`,
 * or a choice's id. */
export interface DistributionClass {
  readonly label: string;
  readonly count: number;
}

export interface ShownFigures {
  readonly label: 'shown';
  /** Answers in the denominator: without "I don't know yet" and "not my area". */
  readonly n: number;
  readonly favourable: number;
  /** 0 to 1. */
  readonly favourableShare: number;
  /** Plain Wilson 95 %, 0 to 1. Covers chance, not those who chose not to answer. */
  readonly interval: Interval;
  /** −100 to +100, neutrals in the denominator; absent where it would tell a class of fewer than 2. */
  readonly netAgreement?: number;
  /** 0 to 100; absent where its points (or a scale's numbers) may not each be shown. */
  readonly mean?: number;
  /** Absent where only the share may be shown. */
  readonly distribution?: readonly DistributionClass[];
  readonly outside?: OutsideShares;
}

/** Shares (0 to 1) of all who answered the question; only what has at least 2 answers behind it. */
export type OutsideShares =
  | { readonly kind: 'each'; readonly dontKnowYet: number; readonly notMyArea: number }
  | { readonly kind: 'together'; readonly dontKnowYetOrNotMyArea: number };

export interface BandFigures {
  readonly label: 'band';
  readonly n: number;
  readonly band: Band;
  /** Of a `works` question: the band of those for whom it does not work. */
  readonly unfavourableBand?: Band;
  readonly outside?: OutsideShares;
}

export interface WithheldFigures {
  readonly label: WithheldLabel;
}

export type Figures = ShownFigures | BandFigures | WithheldFigures;

export interface GroupRow extends ReportingGroup {
  readonly figures: Figures;
  /** Response rounded to 5 percentage points; absent where n may not be shown. Counts the answers behind the figures
   * shown of the group and no other, so that it tells nothing more than they. */
  readonly responsePercent?: number;
  /** True when the figures shown put the whole interval (or the whole band) below the floor. */
  readonly isBelowFloor: boolean;
  /** Of a ballot: at least 80 in 100 of those in the group who answered say that it is not their area. */
  readonly isNotAffected?: true;
}

/** What the whole audience chose: classes of at least 2 answers each, `label` a choice's id or `other`. */
export interface ChoiceFigures {
  readonly label: 'shown';
  readonly n: number;
  readonly distribution: readonly DistributionClass[];
}

/** One question's table. Rows: the total first, then site groups, staff families, atoms, and the one-way
 * margins. */
export interface ReleaseTable {
  readonly questionId: QuestionId;
  readonly questionText: string;
  readonly questionKind: QuestionKind;
  /** Empty for a `choice` question, which is shown for the whole audience alone. */
  readonly rows: readonly GroupRow[];
  /** For a `choice` question, and for an `option` question where its total is shown. */
  readonly choices?: ChoiceFigures | WithheldFigures;
  /** For an `option` question: the option that the favourable answers of the rows are for. */
  readonly favourableChoice?: string;
  /** The same, where it may be told that it has more votes than any other. */
  readonly leadingChoice?: string;
}

/** How many answered beside a champion. Bounds are inclusive; `tooSmallToShow`: a range would tell of a few. */
export type AssistedRange =
  | { readonly label: 'fewerThan'; readonly limit: number }
  | { readonly label: 'between'; readonly from: number; readonly to: number }
  | { readonly label: 'tooSmallToShow' };

export interface AssistedAnswers {
  /** N: people without Teams who were asked or chose not to be asked. */
  readonly headcount: number;
  /** People who answered at least one question. */
  readonly answers: AssistedRange;
}

export interface Release {
  readonly waveId: WaveId;
  readonly programmeId: ProgrammeId;
  readonly pulseId: PulseId;
  readonly title: string;
  readonly minimumGroupSize: number;
  readonly confidenceFloor: number;
  readonly releasedAt: Instant;
  /** Tables whose margins and total are withheld because no safe choice of what to withhold was found in time. */
  readonly fallbacks: number;
  /** Where people without Teams were asked: how many answers were given beside a champion, for the whole wave alone. */
  readonly assisted?: AssistedAnswers;
  readonly tables: readonly ReleaseTable[];
}
