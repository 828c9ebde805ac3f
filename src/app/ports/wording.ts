/** The few sentences that become part of a record, from the one catalogue of user-visible strings. */

import type { Escalation, EscalationCase } from '../../domain/escalation/escalation';

export interface Wording {
  /** What is put to the executive when the lead adds nothing: a question about what the escalation came of, and the
   * standard options of its kind, each with its consequence. */
  standardCase(about: EscalationAbout): StandardCase;
}

export type EscalationAbout = Pick<Escalation, 'source' | 'evidence' | 'facts'>;
export type StandardCase = Pick<EscalationCase, 'question' | 'options'>;
