/** An entry of the decision log: who decided what, on which evidence, under which authority. Never edited. */

import type { DecisionKind, EscalationCase, EscalationEvidence } from '../escalation/escalation';
import type { GateDecision, GateEvidence, GateTerms } from '../gate/gate';
import type { CalendarEntry } from '../gate/gate-definition';
import type { DecisionId, EscalationId, GateId, PersonId, ProgrammeId } from '../ids';
import type { Instant } from '../instant';
import type { EscalationPolicy, Role } from '../programme/programme';

/** What every decision has. Holds pseudonyms: names resolve from an erasable record. */
interface DecisionBase {
  readonly decisionId: DecisionId;
  readonly programmeId: ProgrammeId;
  readonly question: string;
  readonly rationale: string;
  readonly decidedBy: PersonId;
  readonly role: Role;
  readonly decidedAt: Instant;
  readonly reviewOn?: Instant;
}

export interface DecisionOnEscalation extends DecisionBase {
  readonly escalationId: EscalationId;
  readonly options: EscalationCase['options'];
  readonly kind: DecisionKind;
  readonly optionId?: string;
  readonly evidence: readonly EscalationEvidence[];
  readonly policy: EscalationPolicy;
}

export interface DecisionOnGate
  extends DecisionBase,
    Pick<GateDecision, 'kind' | 'against' | 'condition' | 'delayUntil' | 'change'> {
  readonly gateId: GateId;
  /** Without who set the days of the calendar: a name could never be erased from here. */
  readonly evidence: Pick<GateEvidence, 'judgements'> & {
    readonly calendar: readonly Omit<CalendarEntry, 'setBy'>[];
  };
  /** The terms it was decided under. */
  readonly terms: Pick<GateTerms, 'decidesOn' | 'goLiveOn'>;
}

/** What is decided, before it has a place in the chain. */
export type Decision = DecisionOnEscalation | DecisionOnGate;

/** A decision in its place: each entry's `mac` covers its content and the entry before it. */
export type DecisionLogEntry = Decision & {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly previousMac: string;
  readonly mac: string;
  readonly keyId: string;
};
