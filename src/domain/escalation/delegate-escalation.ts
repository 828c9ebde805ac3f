/** Hands a decision to somebody else, on record: by the person asked, or by the clock when nobody answers. */

import { calendarOf } from '../calendar/calendar-of';
import { endOfWorkingDay } from '../calendar/working-days';
import type { PersonId } from '../ids';
import type { Instant } from '../instant';
import type { Programme } from '../programme/programme';
import { askExecutive, askedToDecide } from './ask-executive';
import type { Asked, Escalation } from './escalation';

export interface DelegateRequest {
  readonly programme: Programme;
  readonly to: Asked;
  readonly rationale: string;
  readonly by: PersonId;
  readonly now: Instant;
}

export type DelegateOutcome =
  | { readonly outcome: 'delegated'; readonly next: Escalation }
  | { readonly outcome: 'alreadyDecided' }
  | { readonly outcome: 'askedOfSomeoneElse' }
  | { readonly outcome: 'toThemselves' }
  | { readonly outcome: 'incomplete'; readonly missing: 'rationale' };

export function delegateEscalation(escalation: Escalation, request: DelegateRequest): DelegateOutcome {
  if (escalation.status === 'decided') return { outcome: 'alreadyDecided' };
  if (!askedToDecide(escalation, request.by)) return { outcome: 'askedOfSomeoneElse' };
  if (request.to.personId === request.by) return { outcome: 'toThemselves' };
  if (!request.rationale.trim()) return { outcome: 'incomplete', missing: 'rationale' };
  const { now, programme } = request;
  const assignment = {
    asked: [request.to],
    assignedAt: now,
    decideBy: endOfWorkingDay(now, escalation.policy.decideWithinWorkingDays, calendarOf(programme)),
    delegatedBy: request.by,
    delegationRationale: request.rationale.trim(),
  };
  return { outcome: 'delegated', next: askExecutive(escalation, assignment, now) };
}

/** Nobody decided in time: the deputies are asked as well. Undefined when there is nobody new to ask. */
export function handOver(
  escalation: Escalation,
  programme: Programme,
  deputies: readonly Asked[],
  now: Instant,
): Escalation | undefined {
  if (escalation.status !== 'withExecutive' || !escalation.assignment) return undefined;
  const { asked } = escalation.assignment;
  const added = deputies.filter((deputy) => !asked.some(({ personId }) => personId === deputy.personId));
  if (added.length === 0) return undefined;
  return askExecutive(
    escalation,
    {
      asked: [...asked, ...added],
      carded: added.map(({ personId }) => personId),
      assignedAt: now,
      decideBy: endOfWorkingDay(now, escalation.policy.decideWithinWorkingDays, calendarOf(programme)),
    },
    now,
  );
}
