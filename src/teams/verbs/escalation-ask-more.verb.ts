/** The executive asks the lead for more before deciding. */

import { z } from 'zod';
import { askForMore } from '../../app/escalation/ask-for-more.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { EscalationSaid } from '../../cards/messages/escalation-message';
import { verbNames } from '../../cards/verb-names';
import { decidingRoles } from '../../domain/programme/held-roles';
import { defineVerb } from '../verb';
import { decisionFields, given } from './deciding';
import { escalationReply } from './escalation-reply';

const schema = z.object(decisionFields);

export const escalationAskMoreVerb = defineVerb({
  name: verbNames.escalationAskMore,
  schema,
  role: decidingRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, escalationId, moreWords: words = '' } = data;
    let said: EscalationSaid;
    try {
      const { personId } = actor;
      said = saidOf(await askForMore(edge.app, { programmeId, escalationId, personId, words }), data);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { decision: { notice: 'notConfirmed', typed: given(data) } };
    }
    return escalationReply(edge, actor, data, said);
  },
});

function saidOf(
  result: Awaited<ReturnType<typeof askForMore>>,
  data: z.infer<typeof schema>,
): EscalationSaid {
  switch (result.outcome) {
    case 'asked':
    case 'alreadyAsked':
      return { decision: { notice: 'moreAsked', typed: given({ ...data, moreWords: undefined }) } };
    case 'incomplete':
      return { decision: { notice: 'moreWords', typed: given(data) } };
    case 'tooManyQuestions':
      return { decision: { notice: 'tooManyQuestions', typed: given(data) } };
    case 'alreadyDecided':
      return { isLateTap: true };
    case 'askedOfSomeoneElse':
    case 'notYetForwarded':
    case 'noSuchEscalation':
      return {};
  }
}
