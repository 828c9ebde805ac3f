/** Decides a decided escalation again; the earlier decision stays in the log. */

import {
  supersedeDecision as decide,
  type SupersedeOutcome,
  type SupersedeRequest,
} from '../../domain/escalation/supersede-decision';
import type { PersonId } from '../../domain/ids';
import { roles } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { type Changed, changeEscalation, type EscalationPlace } from './change-escalation';

export function supersedeDecision(
  context: AppContext,
  command: EscalationPlace &
    Pick<SupersedeRequest, 'supersedes' | 'kind' | 'optionId' | 'rationale' | 'deferUntil' | 'reviewOn'> & {
      readonly personId: PersonId;
    },
): Promise<Changed<SupersedeOutcome>> {
  const { programmeId: _place, escalationId: _id, personId, rationale, ...choice } = command;
  return changeEscalation(context, command, (escalation, { programme, now }): SupersedeOutcome => {
    const held = holdersOf(context.keys, programme, roles).filter((one) => one.personId === personId);
    const [first] = held;
    if (!first) return { outcome: 'mayNotSupersede' };
    const by = { personId, name: first.displayName, roles: held.map(({ role }) => role) };
    const words = maskText(rationale, programme.hospitalNumber).text;
    return decide(escalation, { ...choice, rationale: words, by, now });
  });
}
