/** An escalation carries a question to the person who can decide it, with the evidence as it was then. */

import type { AssistedAnswers, Band } from '../disclosure/release';
import type {
  DecisionId,
  EscalationId,
  GateId,
  GroupId,
  IssueId,
  PersonId,
  ProgrammeId,
  ReviewId,
  WaveId,
} from '../ids';
import type { Day, Instant } from '../instant';
import type { Intending } from '../intent/intent';
import type { IssueCategory, IssueEffect, SupportLevel } from '../issue/issue';
import type { EscalationPolicy, Role } from '../programme/programme';
import type { Interval } from '../score/wilson';
import type { SilenceReason } from '../silence/representativeness';
import type { Deterioration } from '../trend/trend';

/** What an escalation came of. Every kind has a subject of its own, whose id is in the escalation's. */
export type EscalationSource =
  | { readonly kind: 'wave'; readonly waveId: WaveId }
  | { readonly kind: 'issue'; readonly issueId: IssueId }
  /** Issues that nobody has dealt with, all of them together; `on` is the day it went up. */
  | { readonly kind: 'backlog'; readonly on: Day }
  | { readonly kind: 'gate'; readonly gateId: GateId }
  | { readonly kind: 'review'; readonly reviewId: ReviewId };

/** What an escalation is about beside groups in trouble, as it was when it was raised. */
export type EscalationFact =
  | {
      readonly kind: 'issue';
      readonly issueId: IssueId;
      /** In words that point to nobody: the published title, or what the lead wrote. */
      readonly title: string;
      readonly category: IssueCategory;
      readonly effect: IssueEffect;
      /** The site group: a small site could point to a person. */
      readonly siteGroupName: string;
      readonly raisedOn: Day;
      readonly support: SupportLevel;
      readonly isHazard: boolean;
    }
  | {
      readonly kind: 'backlog';
      readonly issues: number;
      readonly olderThanWorkingDays: number;
      readonly byCategory: readonly { readonly category: IssueCategory; readonly issues: number }[];
    }
  | {
      readonly kind: 'gate';
      readonly gateId: GateId;
      readonly gateName: string;
      readonly decidesOn: Day;
      /** The criteria that are not met, in words. */
      readonly unmet: readonly string[];
    }
  | {
      readonly kind: 'review';
      readonly reviewId: ReviewId;
      readonly title: string;
      readonly outcome: string;
      readonly groups: readonly string[];
    };

/** What an executive sponsor or another adviser said to the people asked to decide. */
export interface Advice {
  readonly by: PersonId;
  readonly byName: string;
  readonly role: Role;
  readonly words: string;
  readonly givenAt: Instant;
}

/** "Ask for more": the executive's question to the lead; the clock goes on. */
export interface MoreAsked {
  readonly number: number;
  readonly words: string;
  readonly askedBy: PersonId;
  readonly askedByName: string;
  readonly askedAt: Instant;
  readonly answer?: {
    readonly words: string;
    readonly by: PersonId;
    readonly byName: string;
    readonly answeredAt: Instant;
  };
}

/** Released figures only, copied when the escalation was raised or when a later wave added to it. */
export interface EscalationEvidence {
  /** `belowFloor`: the released figures are below the floor, even allowing for chance. `deterioratingTrend`: they are not,
   * and are falling from wave to wave by more than chance. */
  readonly kind: 'belowFloor' | 'deterioratingTrend';
  readonly groupId: GroupId;
  readonly groupName: string;
  readonly waveId: WaveId;
  readonly waveTitle: string;
  readonly atomIds: readonly string[];
  readonly n: number;
  readonly headcount: number;
  readonly favourableShare?: number;
  readonly interval?: Interval;
  readonly band?: Band;
  readonly floor: number;
  /** When a wave first showed this group below the floor without a wave at or above it since; of a trend, this wave. */
  readonly lowSince: Instant;
  /** Present where the group's trend deteriorates, whatever the kind. */
  readonly trend?: TrendEvidence;
  /** Why those who answered cannot stand for the group; absent where the stated rule finds nothing. */
  readonly notRepresentative?: readonly SilenceReason[];
  /** Present where the lead chose by name whom the wave asked: why. */
  readonly chosenBecause?: string;
  /** Present where the wave asked a part of the group: others of it were left out, or not named. */
  readonly isPartOfGroup?: true;
  /** Of the whole wave: how many of its answers were given beside a champion. */
  readonly assisted?: AssistedAnswers;
}

/** The chart as it was: what is usual, which rules speak, and the points. */
export interface TrendEvidence extends Deterioration {
  /** Oldest first, the latest 24 at most; null is a gap, where no share is shown. */
  readonly series: readonly {
    readonly waveId: WaveId;
    readonly releasedAt: Instant;
    readonly favourableShare: number | null;
  }[];
}

export interface EscalationOption {
  readonly id: string;
  readonly title: string;
  readonly consequence: string;
}

export type EscalationStatus = 'withLead' | 'withExecutive' | 'deferred' | 'decided';

/** What the lead puts to the executive; absent parts are filled with the standard ones when it goes up. */
export interface EscalationCase {
  readonly question: string;
  readonly options: readonly EscalationOption[];
  readonly recommendedOptionId?: string;
  readonly recommendation?: string;
  readonly costOfWaiting?: string;
  readonly preparedBy: PersonId | 'standard';
}

export interface Escalation extends Intending {
  readonly escalationId: EscalationId;
  readonly programmeId: ProgrammeId;
  readonly source: EscalationSource;
  /** What made its source go up; absent where a source goes up once. */
  readonly occasion?: string;
  readonly status: EscalationStatus;
  readonly raisedAt: Instant;
  readonly policy: EscalationPolicy;
  readonly evidence: readonly EscalationEvidence[];
  /** Absent where it is about groups in trouble alone. */
  readonly facts?: readonly EscalationFact[];
  /** What it is about, where it is one thing: sponsors who answer for it get a copy. */
  readonly category?: IssueCategory;
  /** Executive sponsors who get a copy and may advise. */
  readonly copiedTo?: readonly PersonId[];
  readonly advice?: readonly Advice[];
  readonly moreAsked?: readonly MoreAsked[];
  readonly leadActsBy: Instant;
  readonly case?: EscalationCase;
  /** Who is asked to decide now, and by when; absent while it is with the lead. */
  readonly assignment?: Assignment;
  /** Earlier assignments, oldest first: a delegation never hides who had it. */
  readonly earlierAssignments: readonly Assignment[];
  /** The one that stands; a deferral is one too. */
  readonly decision?: EscalationDecision;
  readonly earlierDecisions: readonly EscalationDecision[];
}

/** A person asked to decide, with the role they hold. */
export interface Asked {
  readonly personId: PersonId;
  readonly role: Role;
}

export interface Assignment {
  readonly asked: readonly Asked[];
  /** Those of them who get a card for it; the others have one that is brought up to date. */
  readonly carded: readonly PersonId[];
  readonly assignedAt: Instant;
  readonly decideBy: Instant;
  /** The policy's step, 0 for the first; absent in an assignment made by a delegation. */
  readonly step?: number;
  /** Every step was silent: everybody is asked once more. */
  readonly isAgain?: true;
  /** Until when somebody asked must have looked at it, or the next step is asked as well. */
  readonly acknowledgeBy?: Instant;
  readonly acknowledged?: { readonly by: PersonId; readonly at: Instant };
  /** Present when this came from a delegation. */
  readonly delegatedBy?: PersonId;
  readonly delegationRationale?: string;
}

export type DecisionKind = 'approve' | 'reject' | 'defer';

export interface EscalationDecision {
  readonly decisionId: DecisionId;
  readonly kind: DecisionKind;
  /** The option approved. */
  readonly optionId?: string;
  readonly rationale: string;
  readonly decidedBy: PersonId;
  readonly decidedByName: string;
  readonly role: Role;
  readonly decidedAt: Instant;
  /** The day on which it is to be looked at again. */
  readonly reviewOn?: Day;
  /** The decision that this one takes the place of. */
  readonly supersedes?: DecisionId;
  /** How much of the escalation's evidence there was: what came later was not known. Absent: all of it. */
  readonly evidenceCount?: number;
  /** For a deferral: when it is looked at again. */
  readonly deferredUntil?: Instant;
  /** Its place in the decision log and the chain's head there, once it is written. */
  readonly logged?: { readonly seq: number; readonly head: string };
}

/** The id of what an escalation came of: an escalation's own id follows from it. */
export function subjectIdOf(source: EscalationSource): string {
  switch (source.kind) {
    case 'wave':
      return source.waveId;
    case 'issue':
      return source.issueId;
    case 'backlog':
      return `backlog.${source.on}`;
    case 'gate':
      return source.gateId;
    case 'review':
      return source.reviewId;
  }
}
