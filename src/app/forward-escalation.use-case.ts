/** Sends an escalation up to the executive, by the lead's hand or by its clock. */

import type { Escalation } from '../domain/escalation/escalation';
import {
  forwardEscalation as decideForwarding,
  type ForwardOutcome,
  type LeadCase,
} from '../domain/escalation/forward-escalation';
import { troubleOf } from '../domain/escalation/trouble-of';
import type { EscalationId, PersonId, ProgrammeId } from '../domain/ids';
import { maskText } from '../domain/text/mask-text';
import type { AppContext } from './context';
import { currentProgramme } from './current-programme';
import { changeRecord } from './records';
import { executivesOf } from './role-holders';

export type ForwardEscalationOutcome =
  | { readonly outcome: 'noSuchEscalation' | 'noExecutive' }
  | (Exclude<ForwardOutcome, { outcome: 'forwarded' }> & { readonly escalation: Escalation })
  | { readonly outcome: 'forwarded'; readonly escalation: Escalation };

export async function forwardEscalation(
  context: AppContext,
  command: {
    readonly programmeId: ProgrammeId;
    readonly escalationId: EscalationId;
    readonly lead: { readonly personId: PersonId; readonly words: LeadCase } | 'clock';
  },
): Promise<ForwardEscalationOutcome> {
  const { store, keys, clock, wording } = context;
  const { programmeId, escalationId, lead } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchEscalation' };
  const executives = executivesOf(keys, programme);
  const kept = lead === 'clock' ? lead : { ...lead, words: masked(lead.words) };
  if (executives.length === 0) return { outcome: 'noExecutive' };
  const outcome = await changeRecord(
    store,
    'escalation',
    programmeId,
    escalationId,
    (escalation): { outcome: ForwardEscalationOutcome; next?: Escalation } => {
      const groups = escalation.evidence.map(({ groupName }) => groupName);
      const decided = decideForwarding(escalation, {
        programme,
        lead: kept,
        standard: wording.standardCase([...new Set(groups)], troubleOf(escalation.evidence)),
        executives: executives.map(({ personId, role }) => ({ personId, role })),
        now: clock.now(),
      });
      return decided.outcome === 'forwarded'
        ? { outcome: { outcome: 'forwarded', escalation: decided.next }, next: decided.next }
        : { outcome: { ...decided, escalation } };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchEscalation' };
}

function masked({ options, recommendedOption, ...words }: LeadCase): LeadCase {
  const kept = Object.entries(words).map(([name, typed]) => [name, maskText(typed).text]);
  return {
    ...Object.fromEntries(kept),
    options: options.map(({ title, consequence }) => ({
      title: maskText(title).text,
      consequence: maskText(consequence).text,
    })),
    ...(recommendedOption === undefined ? {} : { recommendedOption }),
  };
}
