/** The executive's question to the lead, and the lead's answer, both masked. */

import {
  type AnswerMoreOutcome,
  type AskMoreOutcome,
  answerMore as answer,
  askForMore as ask,
} from '../../domain/escalation/ask-for-more';
import type { PersonId } from '../../domain/ids';
import { decidingRoles } from '../../domain/programme/held-roles';
import { maskText } from '../../domain/text/mask-text';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { type Changed, changeEscalation, type EscalationPlace } from './change-escalation';

type Words = EscalationPlace & { readonly personId: PersonId; readonly words: string };

export function askForMore(context: AppContext, command: Words): Promise<Changed<AskMoreOutcome>> {
  const { personId } = command;
  return changeEscalation(context, command, (escalation, { programme, now }): AskMoreOutcome => {
    const holders = holdersOf(context.keys, programme, decidingRoles);
    const name = holders.find((holder) => holder.personId === personId)?.displayName;
    if (!name) return { outcome: 'askedOfSomeoneElse' };
    const words = maskText(command.words, programme.hospitalNumber).text;
    return ask(escalation, { words, by: { personId, name }, now });
  });
}

/** By whoever leads the programme now. */
export function answerMore(
  context: AppContext,
  command: Words & { readonly number: number },
): Promise<Changed<AnswerMoreOutcome | { readonly outcome: 'notLead' }>> {
  const { personId, number } = command;
  return changeEscalation(context, command, (escalation, { programme, now }) => {
    const leads = holdersOf(context.keys, programme, leadRoles);
    const name = leads.find((holder) => holder.personId === personId)?.displayName;
    if (!name) return { outcome: 'notLead' as const };
    const words = maskText(command.words, programme.hospitalNumber).text;
    return answer(escalation, { number, words, by: { personId, name }, now });
  });
}
