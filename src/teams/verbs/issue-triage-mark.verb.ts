/** The lead publishes a title or takes it back, and says whether a go-live must wait or a patient could be harmed. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { triageIssue } from '../../app/issue/triage-issue.use-case';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { markHazardReply } from './marking-hazard';
import { actFields } from './triage-fields';
import { triaging, typedIn } from './triage-reply';

export const issueTriageMarkVerb = defineVerb({
  name: verbNames.issueTriageMark,
  schema: z.object({
    ...actFields,
    act: z.enum(['publish', 'unpublish', 'markBlocker', 'clearBlocker', 'markHazard']),
    publishTitle: z.string().trim().max(500).default(''),
  }),
  role: leadRoles,
  handle: (edge, { actor, data }) => {
    const { act: kind, publishTitle: title, revision } = data;
    if (kind === 'markHazard') return markHazardReply(edge, actor, data, typedIn(data));
    const act = kind === 'publish' ? { kind, title } : { kind };
    return triaging(edge, actor, data, {
      kind,
      typed: typedIn(data),
      carryOut: () => triageIssue(edge.app, { ...data, act, revision, personId: actor.personId }),
    });
  },
});
