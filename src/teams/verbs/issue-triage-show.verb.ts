/** Opens one issue from the list of them. */

import { z } from 'zod';
import { leadRoles } from '../../app/plan-campaign';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { issueFields } from './triage-fields';
import { triageReply } from './triage-reply';

export const issueTriageShowVerb = defineVerb({
  name: verbNames.issueTriageShow,
  schema: z.object(issueFields),
  role: leadRoles,
  handle: (edge, { actor, data }) => triageReply(edge, actor, data),
});
