/** Sends an escalation up to the executive, by the lead's hand or by its clock. */

import {
  forwardEscalation as decideForwarding,
  type ForwardOutcome,
  type LeadCase,
} from '../../domain/escalation/forward-escalation';
import type { PersonId } from '../../domain/ids';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { type Changed, changeChain, type EscalationPlace } from './change-escalation';
import { maskedCase } from './masked-case';

export type ForwardEscalationOutcome = Changed<ForwardOutcome>;

export async function forwardEscalation(
  context: AppContext,
  command: EscalationPlace & {
    readonly lead: { readonly personId: PersonId; readonly words: LeadCase } | 'clock';
  },
): Promise<ForwardEscalationOutcome> {
  const { lead, programmeId } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchEscalation' };
  const kept = lead === 'clock' ? lead : { ...lead, words: maskedCase(lead.words, programme) };
  return changeChain(context, command, (escalation, asking) => {
    const standard = context.wording.standardCase(escalation);
    return decideForwarding(escalation, { ...asking, lead: kept, standard });
  });
}
