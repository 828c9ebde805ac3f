/** The five verdicts on a criterion and on a gate, each with its reason. They are words, never colours. */

import type { Band } from '../disclosure/release';
import type { WaveId } from '../ids';
import type { Day, Instant } from '../instant';
import type { QuestionKind } from '../pulse/question';
import type { Interval } from '../score/wilson';
import type { Criterion } from './gate-definition';

/** The one that holds the gate back most comes first. */
export const verdicts = ['notMet', 'notHeardYet', 'notSureYet', 'tooSmallToShow', 'met'] as const;
export type Verdict = (typeof verdicts)[number];

/** Figures as they stand in a release, and nothing else of it. */
export interface ReleasedFigures {
  readonly waveId: WaveId;
  readonly waveTitle: string;
  readonly releasedAt: Instant;
  readonly questionKind: QuestionKind;
  readonly n: number;
  readonly headcount: number;
  readonly favourable?: number;
  readonly favourableShare?: number;
  readonly interval?: Interval;
  readonly band?: Band;
}

/** People of the group, not answers. */
export interface CountedShare {
  readonly counted: number;
  readonly of: number;
}

/** What a go-live waits for. An issue that is both counts as a hazard. */
export interface OpenBlockers {
  /** Not closed yet by the clinical safety officer. */
  readonly hazards: number;
  /** Other issues that the lead marked as blockers, and that nobody has dealt with for good. */
  readonly blockers: number;
}

/** Why a design review does not count as agreed. */
export type ReviewStanding = 'open' | 'waitsForDecision' | 'rejected' | 'deferred' | 'toBeConfirmed';

export type PeopleColumn = 'trained_on' | 'works_first_fortnight' | 'access_tested_on';

export type Reason =
  | { readonly kind: 'released'; readonly figures: ReleasedFigures }
  /** More than 30 % "I don't know yet". */
  | { readonly kind: 'dontKnowYet'; readonly share: number; readonly figures: ReleasedFigures }
  | {
      readonly kind: 'response';
      readonly percent: number;
      readonly waveTitle: string;
      readonly releasedAt: Instant;
    }
  | { readonly kind: 'noRelease' }
  | { readonly kind: 'tooFewAnswers'; readonly minimum: number; readonly waveTitle: string }
  /** N < 2k, or held back to protect another group. */
  | { readonly kind: 'heldBack'; readonly waveTitle: string }
  /** This wave speaks of the group only together with others. */
  | { readonly kind: 'merged'; readonly waveTitle: string }
  /** No wave asked the whole of the group; the newest one asked a part. */
  | { readonly kind: 'partlyAsked'; readonly waveTitle: string }
  | {
      readonly kind: 'training';
      readonly all: CountedShare;
      /** Absent where it would show fewer than k others. */
      readonly firstFortnight?: CountedShare;
    }
  | { readonly kind: 'accessTested'; readonly all: CountedShare }
  | { readonly kind: 'fewPeople'; readonly minimum: number; readonly who: 'group' | 'firstFortnight' }
  | { readonly kind: 'missingColumn'; readonly column: PeopleColumn }
  | { readonly kind: 'stated'; readonly statementId: string; readonly statedAt: Instant }
  | { readonly kind: 'notStated'; readonly dueOn?: Day; readonly isOverdue: boolean }
  | ({ readonly kind: 'openBlockers' } & OpenBlockers)
  | {
      readonly kind: 'reviews';
      readonly agreed: number;
      readonly unsettled: readonly { readonly title: string; readonly standing: ReviewStanding }[];
      /** Unsettled ones beyond those that are named. */
      readonly more: number;
      /** Workflows, by name, that no review was asked about. */
      readonly unheard: readonly string[];
    };

/** What would make it `met`, in figures that are released or counted from people. */
export type WhatWouldChange =
  | {
      readonly kind: 'favourable';
      readonly needed: number;
      readonly of: number;
      readonly now?: number;
      /** With the same share: so many views, if the group has so many people. */
      readonly viewsAtThisShare?: number;
    }
  | { readonly kind: 'views'; readonly needed: number; readonly now: number }
  | { readonly kind: 'dontKnowYet'; readonly most: number }
  | { readonly kind: 'response'; readonly percent: number }
  | { readonly kind: 'people'; readonly all: number; readonly firstFortnight?: number }
  | { readonly kind: 'answers'; readonly minimum: number }
  | { readonly kind: 'aResult' }
  | { readonly kind: 'wholeGroup' }
  | { readonly kind: 'column'; readonly column: PeopleColumn }
  | { readonly kind: 'assurance' }
  | { readonly kind: 'statement'; readonly by: 'owner' | 'safetyOfficer' }
  | ({ readonly kind: 'closed' } & OpenBlockers)
  | { readonly kind: 'reviews'; readonly needed: number }
  | { readonly kind: 'notYetPossible' };

/** Holds no name: owners and givers are found by id in the gate. */
export interface CriterionResult {
  readonly criterionId: string;
  readonly kind: Criterion['kind'];
  /** What evidence is about, in the words of the programme file; which workflows' reviews. */
  readonly what?: string;
  readonly groupName?: string;
  readonly floor?: number;
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** Absent when it is met. */
  readonly change?: WhatWouldChange;
  /** The statement by which a group too small to show counts as met. */
  readonly assuredBy?: string;
}

/** A verdict under the terms as they were frozen (or are planned), or as changed since. */
export interface Judgement {
  readonly basis: 'agreed' | 'changed';
  readonly verdict: Verdict;
  readonly results: readonly CriterionResult[];
}

/** `met` only when every criterion is; otherwise the verdict of the one that holds back most. Without criteria nothing
 * is met. */
export function overallVerdict(results: readonly Pick<CriterionResult, 'verdict'>[]): Verdict {
  const [worst = 'notHeardYet'] = verdicts.filter((verdict) =>
    results.some((one) => one.verdict === verdict),
  );
  return worst;
}
