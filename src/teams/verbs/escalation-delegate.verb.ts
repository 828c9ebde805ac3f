/** The executive passes a decision to somebody else. */

import { z } from 'zod';
import { delegateEscalation } from '../../app/delegate-escalation.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { EscalationSaid } from '../../cards/messages/escalation-message';
import { verbNames } from '../../cards/verb-names';
import { asId, type EscalationId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { decidingRoles, type Given, given } from './deciding';
import { escalationReply } from './escalation-reply';
import { idField, subject } from './subject';

const schema = z.object({
  ...subject,
  escalationId: idField<EscalationId>(),
  delegateTo: z.string().max(200).optional(),
  rationale: z.string().max(4_000).optional(),
  optionId: z.string().max(40).optional(),
});

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
      said = saidOf(result, given(data));
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { decision: { notice: 'notConfirmed', typed: given(data) } };
    }
    return escalationReply(edge, actor, data, said);
  },
});

function saidOf(result: Awaited<ReturnType<typeof delegateEscalation>>, typed: Given): EscalationSaid {
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
