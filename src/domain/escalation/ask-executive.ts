/** Puts an escalation in front of the people who are to decide it, and says which cards follow. */

import type { PersonId } from '../ids';
import type { Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Asked, Assignment, Escalation } from './escalation';
import { assignmentNumberOf } from './escalation-campaigns';

/** The state in which `assignment` is the one that counts. The earlier one stays on record and its cards are renewed. */
export function askExecutive(
  escalation: Escalation,
  { carded, ...asking }: Omit<Assignment, 'carded'> & Partial<Pick<Assignment, 'carded'>>,
  now: Instant,
): Escalation {
  const assignment = { ...asking, carded: carded ?? asking.asked.map(({ personId }) => personId) };
  const earlierAssignments = escalation.assignment
    ? [...escalation.earlierAssignments, escalation.assignment]
    : escalation.earlierAssignments;
  const next = { ...escalation, status: 'withExecutive' as const, earlierAssignments, assignment };
  const number = assignmentNumberOf(next);
  const obsolete = [
    ...waitingIntents(escalation, ['go-up', 'ask-again', 'hand-over', 'update-cards']),
    ...escalation.intents
      .filter(({ data }) => data?.purpose === 'escalation-preparation')
      .map(({ id }) => id),
  ];
  const { decideBy, acknowledgeBy, acknowledged } = assignment;
  return planIntents(
    next,
    [
      { id: `put-on-desk:${number}`, kind: 'put-on-desk', lane: 'urgent', dueAt: now },
      renewCards(next, now),
      ...(acknowledgeBy && !acknowledged ? [handOverAt(acknowledgeBy, 'acknowledge', number)] : []),
      handOverAt(decideBy, 'decide', number),
    ],
    obsolete,
  );
}

/** The two clocks of an assignment. */
export type ClockKind = 'acknowledge' | 'decide';

function handOverAt(dueAt: Instant, clock: ClockKind, number: number): Intent {
  return {
    id: `hand-over:${clock}:${number}`,
    kind: 'hand-over',
    lane: 'urgent',
    dueAt,
    data: { clock, number },
  };
}

/** Every card that shows this escalation is brought up to date where it was sent; an earlier renewal that is still
 * waiting is overtaken by this one. */
export function renewCards(escalation: Escalation, now: Instant): Intent {
  const change = `${assignmentNumberOf(escalation)}.${escalation.earlierDecisions.length}.${escalation.status}`;
  return { id: `update-cards:${change}`, kind: 'update-cards', lane: 'urgent', dueAt: now };
}

/** The person as one who is asked to decide now, or undefined. */
export function askedToDecide(escalation: Escalation, personId: PersonId): Asked | undefined {
  return escalation.assignment?.asked.find((asked) => asked.personId === personId);
}

/** The ids of what is planned and overtaken by a change. */
export function waitingIntents(escalation: Escalation, kinds: readonly string[]): readonly string[] {
  return escalation.intents.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
}
