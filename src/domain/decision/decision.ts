/** An entry of the decision log: who decided what, on which evidence, under which authority. Never edited. */

import type { DecisionKind, EscalationCase, EscalationEvidence } from '../escalation/escalation';
import type { DecisionId, EscalationId, PersonId, ProgrammeId } from '../ids';
import type { Instant } from '../instant';
import type { EscalationPolicy, Role } from '../programme/programme';

/** What is decided, before it has a place in the chain. Holds pseudonyms: names resolve from an erasable record. */
export interface Decision {
  readonly decisionId: DecisionId;
  readonly programmeId: ProgrammeId;
  readonly escalationId: EscalationId;
  readonly question: string;
  readonly options: EscalationCase['options'];
  readonly kind: DecisionKind;
  readonly optionId?: string;
  readonly rationale: string;
  readonly decidedBy: PersonId;
  readonly role: Role;
  readonly decidedAt: Instant;
  readonly reviewOn?: Instant;
  readonly evidence: readonly EscalationEvidence[];
  readonly policy: EscalationPolicy;
}

/** A decision in its place: each entry's `mac` covers its content and the entry before it. */
export interface DecisionLogEntry extends Decision {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly previousMac: string;
  readonly mac: string;
  readonly keyId: string;
}
