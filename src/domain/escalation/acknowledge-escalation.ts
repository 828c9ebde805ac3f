/** Somebody who was asked has looked at it: the clock for looking stops, the one for deciding goes on. */

import type { PersonId } from '../ids';
import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { askedToDecide, waitingIntents } from './ask-executive';
import type { Escalation } from './escalation';
import { assignmentNumberOf } from './escalation-campaigns';

export type AcknowledgeOutcome =
  | { readonly outcome: 'acknowledged'; readonly next: Escalation }
  | { readonly outcome: 'alreadyAcknowledged' | 'notAsked' };

/** Any look counts, by anybody who is asked now. */
export function acknowledgeEscalation(
  escalation: Escalation,
  by: PersonId,
  now: Instant,
): AcknowledgeOutcome {
  const { status, assignment } = escalation;
  if (status !== 'withExecutive' || !assignment || !askedToDecide(escalation, by)) {
    return { outcome: 'notAsked' };
  }
  if (assignment.acknowledged) return { outcome: 'alreadyAcknowledged' };
  const clock = `hand-over:acknowledge:${assignmentNumberOf(escalation)}`;
  const next = { ...escalation, assignment: { ...assignment, acknowledged: { by, at: now } } };
  const stopped = waitingIntents(escalation, ['hand-over']).filter((id) => id === clock);
  return { outcome: 'acknowledged', next: planIntents(next, [], stopped) };
}
