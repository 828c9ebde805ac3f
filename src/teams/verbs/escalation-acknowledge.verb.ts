/** The executive says "I have seen this": the clock for looking stops, the one for deciding goes on. */

import { z } from 'zod';
import { acknowledgeEscalation } from '../../app/escalation/acknowledge-escalation.use-case';
import { UnavailableError } from '../../app/ports/errors';
import { verbNames } from '../../cards/verb-names';
import { decidingRoles } from '../../domain/programme/held-roles';
import { defineVerb } from '../verb';
import { decisionFields, given } from './deciding';
import { escalationReply } from './escalation-reply';

export const escalationAcknowledgeVerb = defineVerb({
  name: verbNames.escalationAcknowledge,
  schema: z.object(decisionFields),
  role: decidingRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, escalationId } = data;
    const typed = given(data);
    try {
      await acknowledgeEscalation(edge.app, { programmeId, escalationId, personId: actor.personId });
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return escalationReply(edge, actor, data, { decision: { notice: 'notConfirmed', typed } });
    }
    return escalationReply(edge, actor, data, { decision: { typed } });
  },
});
