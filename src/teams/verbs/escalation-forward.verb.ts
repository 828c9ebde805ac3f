/** The lead sends an escalation up, with their own words or the standard ones. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { forwardEscalation } from '../../app/escalation/forward-escalation.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { EscalationSaid } from '../../cards/messages/escalation-message';
import { verbNames } from '../../cards/verb-names';
import type { LeadCase } from '../../domain/escalation/forward-escalation';
import type { EscalationId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { escalationReply } from './escalation-reply';
import { idField, subject } from './subject';

const words = z.string().trim().max(4_000).optional();
const optionNumbers = [1, 2, 3] as const;

const schema = z.object({
  ...subject,
  escalationId: idField<EscalationId>(),
  question: words,
  option1Title: words,
  option1Consequence: words,
  option2Title: words,
  option2Consequence: words,
  option3Title: words,
  option3Consequence: words,
  recommendedOption: z
    .string()
    .regex(/^(option)?[1-9]$/)
    .or(z.literal(''))
    .optional(),
  recommendation: words,
  costOfWaiting: words,
});
type ForwardData = z.infer<typeof schema>;

export const escalationForwardVerb = defineVerb({
  name: verbNames.escalationForward,
  schema,
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, escalationId } = data;
    const lead = { personId: actor.personId, words: leadCaseOf(data) };
    let said: EscalationSaid;
    try {
      const result = await forwardEscalation(edge.app, { programmeId, escalationId, lead });
      said = saidOf(result, data);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { preparation: { notice: 'notConfirmed', typed: typedOf(data) } };
    }
    return escalationReply(edge, actor, data, said);
  },
});

function saidOf(result: Awaited<ReturnType<typeof forwardEscalation>>, data: ForwardData): EscalationSaid {
  switch (result.outcome) {
    case 'forwarded':
    case 'noSuchEscalation':
      return {};
    case 'alreadyForwarded':
      return { isLateTap: true };
    case 'incomplete':
      return { preparation: { notice: result.missing, typed: typedOf(data) } };
    case 'recommendsNothing':
      return { preparation: { notice: 'recommendsNothing', typed: typedOf(data) } };
    case 'noExecutive':
      return { preparation: { notice: 'noExecutive', typed: typedOf(data) } };
  }
}

function leadCaseOf(data: ForwardData): LeadCase {
  const options = optionNumbers
    .map((number) => ({
      title: data[`option${number}Title`] ?? '',
      consequence: data[`option${number}Consequence`] ?? '',
    }))
    .filter(({ title, consequence }) => title || consequence);
  const recommended = Number(data.recommendedOption?.replace('option', '') || Number.NaN);
  return {
    options,
    ...(data.question ? { question: data.question } : {}),
    ...(Number.isNaN(recommended) ? {} : { recommendedOption: recommended }),
    ...(data.recommendation ? { recommendation: data.recommendation } : {}),
    ...(data.costOfWaiting ? { costOfWaiting: data.costOfWaiting } : {}),
  };
}

/** What was typed, by the name of its input, to be given back with a refusal. */
function typedOf({ cardVersion, programmeId, escalationId, ...typed }: ForwardData): Record<string, string> {
  const given = Object.entries(typed).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return Object.fromEntries(given);
}
