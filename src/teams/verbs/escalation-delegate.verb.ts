/** The executive passes a decision to somebody else. */

import { z } from 'zod';
import { delegateEscalation } from '../../app/escalation/delegate-escalation.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { EscalationSaid } from '../../cards/messages/escalation-message';
import { verbNames } from '../../cards/verb-names';
import { asId } from '../../domain/ids';
import { decidingRoles } from '../../domain/programme/held-roles';
import { defineVerb } from '../verb';
import { decisionFields, given } from './deciding';
import { escalationReply } from './escalation-reply';

const schema = z.object({ ...decisionFields, delegateTo: z.string().max(200).optional() });
type DelegateData = z.infer<typeof schema>;

export const escalationDelegateVerb = defineVerb({
  name: verbNames.escalationDelegate,
  schema,
  role: decidingRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, escalationId, delegateTo = '', rationale = '' } = data;
    let said: EscalationSaid;
    try {
      const result = await delegateEscalation(edge.app, {
        programmeId,
        escalationId,
        personId: actor.personId,
        delegateTo: asId(delegateTo),
        rationale,
      });
      said = saidOf(result, data);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { decision: { notice: 'notConfirmed', typed: given(data) } };
    }
    return escalationReply(edge, actor, data, said);
  },
});

function saidOf(result: Awaited<ReturnType<typeof delegateEscalation>>, data: DelegateData): EscalationSaid {
  const typed = given(data);
  switch (result.outcome) {
    case 'alreadyDecided':
      return { isLateTap: true };
    case 'incomplete':
      return { decision: { notice: result.missing, typed } };
    case 'toThemselves':
      return { decision: { notice: 'toThemselves', typed } };
    case 'nobodyToDelegateTo':
      return { decision: { notice: 'delegateUnknown', typed } };
    case 'delegated':
    case 'askedOfSomeoneElse':
    case 'noSuchEscalation':
      return {};
  }
}
