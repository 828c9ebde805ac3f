/** "You said, we did": what came of a published issue, for the programme's channel. */

import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { closingAnswers } from './answer-issue';
import type { Issue } from './issue';

/** Plans the post of the latest answer, where the issue is published and the answer is one that ends it; once each, also where
 * the title comes after the answer. */
export function planChannelPost(issue: Issue, now: Instant): Issue {
  const answer = issue.answers.at(-1);
  if (issue.publishedTitle === undefined || !answer || !closingAnswers.includes(answer.kind)) return issue;
  const { number } = answer;
  if (number <= (issue.postedToChannel ?? 0)) return issue;
  return planIntents(issue, [
    {
      id: `post-to-channel:${number}`,
      kind: 'post-to-channel',
      lane: 'normal',
      dueAt: now,
      data: { number },
    },
  ]);
}
