/** Hands an escalation to another role holder, with the reason on record. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import {
  type DelegateOutcome,
  delegateEscalation as delegate,
} from '../../domain/escalation/delegate-escalation';
import type { PersonId } from '../../domain/ids';
import type { Role } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { type Changed, changeEscalation, type EscalationPlace } from './change-escalation';

/** Whom a decision may be handed to. */
export const delegateRoles: readonly Role[] = ['deputySro', 'sponsor', 'sro', 'lead'];

export type DelegateEscalationOutcome = Changed<DelegateOutcome | { readonly outcome: 'nobodyToDelegateTo' }>;

export function delegateEscalation(
  context: AppContext,
  command: EscalationPlace & {
    readonly personId: PersonId;
    readonly delegateTo: PersonId;
    readonly rationale: string;
  },
): Promise<DelegateEscalationOutcome> {
  const { personId: by, delegateTo, rationale } = command;
  return changeEscalation(context, command, (escalation, { programme, now }) => {
    const holders = holdersOf(context.keys, programme, delegateRoles);
    const to = holders.find(({ personId }) => personId === delegateTo);
    if (!to) return { outcome: 'nobodyToDelegateTo' as const };
    return delegate(escalation, {
      calendar: calendarOf(programme),
      to: { personId: to.personId, role: to.role },
      rationale: maskText(rationale, programme.hospitalNumber).text,
      by,
      now,
    });
  });
}
