/** An escalation about a gate or a review is over as soon as that is decided on its own card. */

import type { PersonId } from '../ids';
import type { Instant } from '../instant';
import type { Role } from '../programme/programme';
import type { Escalation } from './escalation';
import { withDecision } from './with-decision';

export interface OwnDecision {
  readonly decidedBy: PersonId;
  readonly role: Role;
  readonly name: string;
  readonly words: string;
}

/** Undefined where there is nothing left to settle. The decision itself is in the log already; this one says that it was
 * made, by the same person. */
export function settleWithOwnDecision(
  escalation: Escalation,
  made: OwnDecision,
  now: Instant,
): Escalation | undefined {
  if (escalation.status === 'decided' || !escalation.case) return undefined;
  const optionId = escalation.case.options[0]?.id;
  return withDecision(escalation, {
    kind: 'approve',
    ...(optionId ? { optionId } : {}),
    rationale: made.words,
    by: { personId: made.decidedBy, name: made.name },
    role: made.role,
    now,
  });
}
