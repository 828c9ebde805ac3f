/** The few sentences that become part of a record, from the one catalogue of user-visible strings. */

import type { EscalationCase } from '../../domain/escalation/escalation';
import type { Trouble } from '../../domain/escalation/trouble-of';

export interface Wording {
  /** What is put to the executive when the lead adds nothing: a question about these groups and the four standard
   * options (more training, more floor support, delay this group, accept because …), each with its consequence. */
  standardCase(groupNames: readonly string[], trouble: Trouble): StandardCase;
}

export type StandardCase = Pick<EscalationCase, 'question' | 'options'>;
