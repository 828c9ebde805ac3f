/** The lead answers what an executive asked; the answer goes onto the decision card. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { answerMore } from '../../app/escalation/ask-for-more.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { EscalationSaid } from '../../cards/messages/escalation-message';
import { verbNames } from '../../cards/verb-names';
import type { EscalationId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { escalationReply } from './escalation-reply';
import { idField, subject } from './subject';

const schema = z.object({
  ...subject,
  escalationId: idField<EscalationId>(),
  number: z.coerce.number().int().positive(),
  answer: z.string().max(2_000).optional(),
});

export const escalationAnswerMoreVerb = defineVerb({
  name: verbNames.escalationAnswerMore,
  schema,
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, escalationId, number, answer: words = '' } = data;
    let said: EscalationSaid;
    try {
      const { personId } = actor;
      said = saidOf(
        await answerMore(edge.app, { programmeId, escalationId, personId, number, words }),
        words,
      );
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { more: { notice: 'notConfirmed', typed: { answer: words } } };
    }
    return escalationReply(edge, actor, data, said, 'more');
  },
});

function saidOf(result: Awaited<ReturnType<typeof answerMore>>, answer: string): EscalationSaid {
  switch (result.outcome) {
    case 'answered':
      return { more: { notice: 'answerSent' } };
    case 'alreadyAnswered':
      return { more: { notice: 'answered' } };
    case 'incomplete':
      return { more: { notice: 'words', typed: { answer } } };
    case 'alreadyDecided':
      return { isLateTap: true };
    case 'notLead':
    case 'noSuchQuestion':
    case 'noSuchEscalation':
      return {};
  }
}
