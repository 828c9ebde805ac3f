/** The lead sends an issue up with a question, options, a recommendation and what waiting costs. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { triageIssue } from '../../app/issue/triage-issue.use-case';
import { optionNumbers } from '../../cards/triage-forms';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { actFields, typedWords } from './triage-fields';
import { triaging, typedIn } from './triage-reply';

const schema = z.object({
  ...actFields,
  upQuestion: typedWords,
  upOption1Title: typedWords,
  upOption1Consequence: typedWords,
  upOption2Title: typedWords,
  upOption2Consequence: typedWords,
  upOption3Title: typedWords,
  upOption3Consequence: typedWords,
  upOption4Title: typedWords,
  upOption4Consequence: typedWords,
  upRecommended: z.string().max(20).default(''),
  upRecommendation: typedWords,
  upCost: typedWords,
});

export const issueTriageEscalateVerb = defineVerb({
  name: verbNames.issueTriageEscalate,
  schema,
  role: leadRoles,
  handle: (edge, { actor, data }) => {
    const act = { kind: 'escalate' as const, case: caseIn(data) };
    const { programmeId, issueId, revision } = data;
    return triaging(edge, actor, data, {
      kind: 'escalate',
      typed: typedIn(data),
      carryOut: () =>
        triageIssue(edge.app, { programmeId, issueId, revision, act, personId: actor.personId }),
    });
  },
});

/** An option that was left blank is none; what is recommended is counted among those that are there. */
function caseIn(data: z.infer<typeof schema>) {
  const options = optionNumbers
    .map((number) => ({
      number,
      title: data[`upOption${number}Title`],
      consequence: data[`upOption${number}Consequence`],
    }))
    .filter(({ title, consequence }) => title || consequence);
  const recommended = Number(data.upRecommended);
  const place = options.findIndex(({ number }) => number === recommended) + 1;
  return {
    question: data.upQuestion,
    options: options.map(({ title, consequence }) => ({ title, consequence })),
    // One that is not there is left for the rule to refuse.
    ...(recommended > 0 ? { recommendedOption: place || options.length + 1 } : {}),
    ...(data.upRecommendation ? { recommendation: data.upRecommendation } : {}),
    ...(data.upCost ? { costOfWaiting: data.upCost } : {}),
  };
}
