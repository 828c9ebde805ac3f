/** An executive sponsor, or another role holder, advises whoever decides. */

import { z } from 'zod';
import { advise } from '../../app/escalation/advise.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { EscalationSaid } from '../../cards/messages/escalation-message';
import { verbNames } from '../../cards/verb-names';
import type { EscalationId } from '../../domain/ids';
import { roles } from '../../domain/programme/programme';
import { defineVerb } from '../verb';
import { escalationReply } from './escalation-reply';
import { idField, subject } from './subject';

const schema = z.object({
  ...subject,
  escalationId: idField<EscalationId>(),
  advice: z.string().max(2_000).optional(),
});

export const escalationAdviseVerb = defineVerb({
  name: verbNames.escalationAdvise,
  schema,
  role: roles,
  async handle(edge, { actor, data }) {
    const { programmeId, escalationId, advice: words = '' } = data;
    let said: EscalationSaid;
    try {
      const { personId } = actor;
      said = saidOf(await advise(edge.app, { programmeId, escalationId, personId, words }), words);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { copy: { notice: 'notConfirmed', typed: { advice: words } } };
    }
    return escalationReply(edge, actor, data, said, 'copy');
  },
});

function saidOf(result: Awaited<ReturnType<typeof advise>>, advice: string): EscalationSaid {
  switch (result.outcome) {
    case 'advised':
    case 'alreadyAdvised':
      return { copy: { notice: 'advised' } };
    case 'incomplete':
      return { copy: { notice: 'words', typed: { advice } } };
    case 'tooMuchAdvice':
      return { copy: { notice: 'tooMuchAdvice', typed: { advice } } };
    case 'alreadyDecided':
      return { isLateTap: true };
    case 'mayNotAdvise':
    case 'noSuchEscalation':
      return {};
  }
}
