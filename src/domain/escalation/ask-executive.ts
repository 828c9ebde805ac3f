/** Puts an escalation in front of the people who are to decide it, and says which cards follow. */

import type { PersonId } from '../ids';
import type { Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Asked, Assignment, Escalation } from './escalation';

/** Each assignment has a number, so that its campaign and its clocks have ids of their own. */
export function assignmentNumberOf(escalation: Escalation): number {
  return escalation.earlierAssignments.length + (escalation.assignment ? 1 : 0);
}

/** The state in which `assignment` is the one that counts. The earlier one stays on record and its cards are renewed. */
export function askExecutive(escalation: Escalation, assignment: Assignment, now: Instant): Escalation {
  const earlierAssignments = escalation.assignment
    ? [...escalation.earlierAssignments, escalation.assignment]
    : escalation.earlierAssignments;
  const next = { ...escalation, status: 'withExecutive' as const, earlierAssignments, assignment };
  const number = assignmentNumberOf(next);
  const obsolete = escalation.intents
    .filter(({ kind }) => kind === 'go-up' || kind === 'ask-again' || kind === 'hand-over')
    .map(({ id }) => id);
  return planIntents(
    next,
    [
      {
        id: `start-campaign:escalation-decision:${number}`,
        kind: 'start-campaign',
        lane: 'urgent',
        dueAt: now,
        data: { purpose: 'escalation-decision', number },
      },
      ...renewCards(next, now),
      { id: `hand-over:${number}`, kind: 'hand-over', lane: 'urgent', dueAt: assignment.decideBy },
    ],
    obsolete,
  );
}

/** Every card that shows this escalation is brought up to date where it was sent. */
export function renewCards(escalation: Escalation, now: Instant): readonly Intent[] {
  const change = `${assignmentNumberOf(escalation)}.${escalation.earlierDecisions.length}.${escalation.status}`;
  return [{ id: `update-cards:${change}`, kind: 'update-cards', lane: 'urgent', dueAt: now }];
}

/** The person as one who is asked to decide now, or undefined. */
export function askedToDecide(escalation: Escalation, personId: PersonId): Asked | undefined {
  return escalation.assignment?.asked.find((asked) => asked.personId === personId);
}
