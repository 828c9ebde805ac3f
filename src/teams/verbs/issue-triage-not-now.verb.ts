/** The lead answers "not now, because". */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { triageIssue } from '../../app/issue/triage-issue.use-case';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { actFields, typedWords } from './triage-fields';
import { triaging, typedIn } from './triage-reply';

export const issueTriageNotNowVerb = defineVerb({
  name: verbNames.issueTriageNotNow,
  schema: z.object({ ...actFields, notNowWords: typedWords }),
  role: leadRoles,
  handle: (edge, { actor, data }) => {
    const act = { kind: 'notNow' as const, words: data.notNowWords };
    return triaging(edge, actor, data, {
      kind: 'notNow',
      typed: typedIn(data),
      carryOut: () => triageIssue(edge.app, { ...data, act, personId: actor.personId }),
    });
  },
});
