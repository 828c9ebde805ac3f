/** A gate: a question to the Senior Responsible Owner on a day, with criteria that stand still from four weeks before. */

import type { DecisionId, GateId, PersonId, ProgrammeId } from '../ids';
import type { Day, Instant } from '../instant';
import type { Intending } from '../intent/intent';
import type { Role } from '../programme/programme';
import type { CalendarEntry, Criterion } from './gate-definition';
import type { Judgement } from './verdict';

export interface GateDates {
  readonly decidesOn: Day;
  readonly goLiveOn: Day;
}

/** Who belongs to the groups that the criteria name: the part of the reporting frame that the gate rests on. */
export interface GateMembers {
  /** Site codes by site group, staff groups by staff family; only groups that a criterion names. */
  readonly siteGroups: Readonly<Record<string, readonly string[]>>;
  readonly staffFamilies: Readonly<Record<string, readonly string[]>>;
}

/** What freezes: the days, the criteria with their floors, and who belongs to the groups they name. */
export interface GateTerms extends GateDates {
  readonly criteria: readonly Criterion[];
  readonly members: GateMembers;
}

interface StatementBase {
  readonly statementId: string;
  readonly criterionId: string;
  readonly statedBy: PersonId;
  readonly statedByName: string;
  readonly role: Role;
  readonly statedAt: Instant;
}

/** Evidence or the safety case: whether it is there, and what was seen. */
export interface EvidenceStatement extends StatementBase {
  readonly kind: 'evidence' | 'safetyCase';
  readonly isMet: boolean;
  readonly words: string;
}

/** For a group too small to show: a named person went and looked. */
export interface Assurance extends StatementBase {
  readonly kind: 'assurance';
  readonly givenBy: string;
  readonly seenOn: Day;
  readonly words: string;
}

/** Never edited: the newest statement on a criterion counts, earlier ones stay. */
export type GateStatement = EvidenceStatement | Assurance;

/** Other terms that came after the freeze. They count only once the SRO has accepted them. */
export interface GateChange {
  readonly number: number;
  readonly terms: GateTerms;
  readonly proposedAt: Instant;
  readonly standing: 'proposed' | 'accepted' | 'kept' | 'withdrawn';
}

export const gateDecisionKinds = ['go', 'goWithConditions', 'delay', 'stop', 'refer'] as const;
export type GateDecisionKind = (typeof gateDecisionKinds)[number];
export type ChangeDecisionKind = 'acceptChange' | 'keepCriteria';

/** What "go" needs where the evidence says otherwise. */
export interface AgainstEvidence {
  readonly mitigation: string;
  /** What would make them go back. */
  readonly rollbackTrigger: string;
  readonly advisedBy: PersonId;
}

export interface GateCondition {
  readonly what: string;
  readonly owner: PersonId;
  readonly dueOn: Day;
  /** The gate comes back on this day. */
  readonly recheckOn: Day;
}

/** The verdicts as they were: one, or two where terms changed after the freeze. */
export interface GateEvidence {
  readonly judgements: readonly Judgement[];
  readonly calendar: readonly CalendarEntry[];
}

export interface GateDecision {
  readonly decisionId: DecisionId;
  readonly kind: GateDecisionKind | ChangeDecisionKind;
  readonly rationale: string;
  readonly decidedBy: PersonId;
  readonly role: Role;
  readonly decidedAt: Instant;
  readonly evidence: GateEvidence;
  /** Present exactly where it went against the verdict. */
  readonly against?: AgainstEvidence;
  readonly condition?: GateCondition;
  /** For a delay: the new day of the go-live. */
  readonly delayUntil?: Day;
  /** For a change of terms: which. */
  readonly change?: number;
  /** By person id, as they were called when it was decided; not in the log. */
  readonly names: Readonly<Record<string, string>>;
  /** Its place in the decision log and the chain's head there, once it is written. */
  readonly logged?: { readonly seq: number; readonly head: string };
}

export type GateStatus = 'planned' | 'asked' | 'decided' | 'withdrawn';

export interface Gate extends Intending {
  readonly gateId: GateId;
  readonly programmeId: ProgrammeId;
  readonly name: string;
  readonly setBy: string;
  readonly why: string;
  readonly calendar: readonly CalendarEntry[];
  readonly status: GateStatus;
  /** As they were at the freeze; until then as the programme file has them. */
  readonly terms: GateTerms;
  readonly changes: readonly GateChange[];
  /** Where the SRO has moved the days. */
  readonly delayedTo?: GateDates;
  readonly statements: readonly GateStatement[];
  /** Whose holders may decide now; none while nobody is asked. */
  readonly askedRoles: readonly Role[];
  readonly decideBy?: Instant;
  /** How often it has been put to somebody: the number of its latest send. */
  readonly askings: number;
  /** Oldest first; their number is the gate's revision. */
  readonly decisions: readonly GateDecision[];
}
