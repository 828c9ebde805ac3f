/** The lead merges an issue into another about the same. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { mergeIssue } from '../../app/issue/merge-issue.use-case';
import { verbNames } from '../../cards/verb-names';
import { asId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { actFields } from './triage-fields';
import { triaging, typedIn } from './triage-reply';

export const issueTriageMergeVerb = defineVerb({
  name: verbNames.issueTriageMerge,
  schema: z.object({ ...actFields, mergeInto: z.string().max(200).default('') }),
  role: leadRoles,
  handle: (edge, { actor, data }) =>
    triaging(edge, actor, data, {
      kind: 'merge',
      typed: typedIn(data),
      carryOut: async () =>
        data.mergeInto
          ? mergeIssue(edge.app, { ...data, into: asId(data.mergeInto), personId: actor.personId })
          : { outcome: 'noTarget' },
    }),
});
