/** Shows a decided escalation as a decision card again, for those who may decide it anew. Changes nothing. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { supersedingRoles } from '../../domain/escalation/supersede-decision';
import type { DecisionId, EscalationId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { escalationReply } from './escalation-reply';
import { idField, subject } from './subject';

export const decisionReopenVerb = defineVerb({
  name: verbNames.decisionReopen,
  schema: z.object({
    ...subject,
    escalationId: idField<EscalationId>(),
    decisionId: idField<DecisionId>(),
  }),
  role: supersedingRoles,
  handle: (edge, { actor, data }) => escalationReply(edge, actor, data, { reopened: data.decisionId }),
});
