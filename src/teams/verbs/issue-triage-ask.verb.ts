/** The lead asks the raiser something, whose name stays hidden. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { askRaiser } from '../../app/issue/ask-raiser.use-case';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { actFields, typedWords } from './triage-fields';
import { triaging, typedIn } from './triage-reply';

export const issueTriageAskVerb = defineVerb({
  name: verbNames.issueTriageAsk,
  schema: z.object({ ...actFields, askWords: typedWords }),
  role: leadRoles,
  handle: (edge, { actor, data }) =>
    triaging(edge, actor, data, {
      kind: 'ask',
      typed: typedIn(data),
      carryOut: () => askRaiser(edge.app, { ...data, words: data.askWords, personId: actor.personId }),
    }),
});
