/** The person asked hands a decision to somebody else, on record. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import type { PersonId } from '../ids';
import type { Instant } from '../instant';
import { askExecutive, askedToDecide } from './ask-executive';
import { stepReached } from './chain';
import type { Asked, Escalation } from './escalation';
import { clocksOf, stepsOf } from './steps-of';

export interface DelegateRequest {
  readonly calendar: WorkingCalendar;
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

/** The delegate has the clocks of the step from which it was handed on; when they are silent it goes on from there. */
export function delegateEscalation(escalation: Escalation, request: DelegateRequest): DelegateOutcome {
  if (escalation.status === 'decided') return { outcome: 'alreadyDecided' };
  if (!askedToDecide(escalation, request.by)) return { outcome: 'askedOfSomeoneElse' };
  if (request.to.personId === request.by) return { outcome: 'toThemselves' };
  if (!request.rationale.trim()) return { outcome: 'incomplete', missing: 'rationale' };
  const { now, calendar } = request;
  const { policy } = escalation;
  const assignment = {
    asked: [request.to],
    assignedAt: now,
    ...clocksOf(stepsOf(policy)[stepReached(escalation)], policy, calendar, now),
    delegatedBy: request.by,
    delegationRationale: request.rationale.trim(),
  };
  return { outcome: 'delegated', next: askExecutive(escalation, assignment, now) };
}
