/** Records the executive's decision on an escalation, once. */

import {
  type DecideOutcome,
  type DecideRequest,
  decideEscalation as decide,
} from '../../domain/escalation/decide-escalation';
import type { PersonId } from '../../domain/ids';
import { decidingRoles } from '../../domain/programme/held-roles';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { type Changed, changeEscalation, type EscalationPlace } from './change-escalation';

export type DecideEscalationOutcome = Changed<DecideOutcome>;

export function decideEscalation(
  context: AppContext,
  command: EscalationPlace &
    Pick<DecideRequest, 'kind' | 'optionId' | 'rationale' | 'deferUntil' | 'reviewOn' | 'seen'> & {
      readonly personId: PersonId;
    },
): Promise<DecideEscalationOutcome> {
  const { programmeId: _place, escalationId: _id, personId, rationale, ...choice } = command;
  return changeEscalation(context, command, (escalation, { programme, now }): DecideOutcome => {
    const holders = holdersOf(context.keys, programme, [...decidingRoles, 'pmo']);
    const name = holders.find((holder) => holder.personId === personId)?.displayName;
    if (!name) return { outcome: 'askedOfSomeoneElse' };
    const words = maskText(rationale, programme.hospitalNumber).text;
    return decide(escalation, { ...choice, rationale: words, by: { personId, name }, now });
  });
}
