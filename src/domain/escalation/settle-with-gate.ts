/** An escalation about a gate that nobody decided is over as soon as somebody does. */

import type { GateDecision } from '../gate/gate';
import type { Instant } from '../instant';
import type { Escalation } from './escalation';
import { withDecision } from './with-decision';

/** Undefined where there is nothing left to settle. The gate's own decision is in the log already; this one says that it was
 * made, by the same person. */
export function settleWithGate(
  escalation: Escalation,
  made: Pick<GateDecision, 'decidedBy' | 'role'> & { readonly name: string; readonly words: string },
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
