/** A gate as the programme file declares it: what is decided, on which day, and what has to hold. */

import type { OneWayKind } from '../disclosure/release';
import type { PulseId, QuestionId } from '../ids';
import type { Day } from '../instant';

/** A reporting group by name. What is left out stands for all, so that an empty one is everyone; a group of one of the
 * one-way kinds stands alone. */
export type NamedGroup = Partial<Readonly<Record<OneWayKind, string>>> & {
  readonly siteGroups?: readonly string[];
  readonly staffFamilies?: readonly string[];
};

interface CriterionBase {
  /** Unique within its gate. */
  readonly id: string;
}

/** The lower end of the released interval is at or above the floor. */
export interface ConfidenceCriterion extends CriterionBase {
  readonly kind: 'confidence';
  readonly pulse: PulseId;
  /** The pulse's first question unless declared. */
  readonly question?: QuestionId;
  readonly group: NamedGroup;
  /** 0 to 1; the programme's confidence floor unless declared. */
  readonly floor?: number;
}

export interface ResponseCriterion extends CriterionBase {
  readonly kind: 'response';
  readonly pulse: PulseId;
  readonly group: NamedGroup;
  readonly floor: number;
}

/** Counted from people, over all users and over those who work in the first fortnight: both at or above the floor. */
export interface TrainingCriterion extends CriterionBase {
  readonly kind: 'training';
  readonly group: NamedGroup;
  readonly floor: number;
}

export interface AccessCriterion extends CriterionBase {
  readonly kind: 'accessTested';
  readonly group: NamedGroup;
  readonly floor: number;
}

export const evidenceTopics = ['dataMigration', 'interfaces', 'reporting', 'other'] as const;
export type EvidenceTopic = (typeof evidenceTopics)[number];

/** Something that is shown to be done, by its owner, by a day; the programme team states it. */
export interface EvidenceCriterion extends CriterionBase {
  readonly kind: 'evidence';
  readonly topic: EvidenceTopic;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: Day;
}

/** Stated by the clinical safety officer alone. */
export interface SafetyCaseCriterion extends CriterionBase {
  readonly kind: 'safetyCase';
}

/** No hazard and no blocker is open anywhere in the programme. */
export interface BlockersCriterion extends CriterionBase {
  readonly kind: 'openBlockers';
}

/** Every design review of the programme, or of these workflows, is decided for an option and not stale. */
export interface ReviewsCriterion extends CriterionBase {
  readonly kind: 'reviewsAgreed';
  /** Ids of workflows of the programme; absent: every review. */
  readonly workflows?: readonly string[];
}

export type GroupCriterion = ConfidenceCriterion | ResponseCriterion | TrainingCriterion | AccessCriterion;
export type Criterion =
  | GroupCriterion
  | EvidenceCriterion
  | SafetyCaseCriterion
  | BlockersCriterion
  | ReviewsCriterion;

export const calendarKinds = ['otherGoLive', 'winter', 'industrialAction', 'releasedTime', 'other'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** What else is asked of the same staff around the go-live, listed by the lead. */
export interface CalendarEntry {
  readonly kind: CalendarKind;
  readonly what: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly setBy: string;
  readonly why: string;
}

export interface GateDefinition {
  readonly id: string;
  readonly name: string;
  /** The day of the decision. */
  readonly decidesOn: Day;
  readonly goLiveOn: Day;
  /** Who set these days, and why. */
  readonly setBy: string;
  readonly why: string;
  readonly criteria: readonly Criterion[];
  readonly calendar: readonly CalendarEntry[];
}

export function isGroupCriterion(criterion: Criterion): criterion is GroupCriterion {
  return 'group' in criterion;
}
