/** Adds what a sponsor or another role holder advises, masked, to an escalation. */

import { type AdviseOutcome, adviseEscalation } from '../../domain/escalation/advise-escalation';
import type { PersonId } from '../../domain/ids';
import { roles } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { type Changed, changeEscalation, type EscalationPlace } from './change-escalation';

export function advise(
  context: AppContext,
  command: EscalationPlace & { readonly personId: PersonId; readonly words: string },
): Promise<Changed<AdviseOutcome>> {
  const { personId } = command;
  return changeEscalation(context, command, (escalation, { programme, now }): AdviseOutcome => {
    const holder = holdersOf(context.keys, programme, roles).find((one) => one.personId === personId);
    if (!holder) return { outcome: 'mayNotAdvise' };
    const { displayName: name, role } = holder;
    const words = maskText(command.words, programme.hospitalNumber).text;
    return adviseEscalation(escalation, { words, by: { personId, name, role }, now });
  });
}
