/** An issue that nobody dealt with in time is with an executive: its people are told so by the programme, not by a person. */

import type { Escalation } from '../escalation/escalation';
import { asId } from '../ids';
import type { Instant } from '../instant';
import { answerIssue } from './answer-issue';
import type { Issue } from './issue';

/** In the place of whoever answers: nobody did. */
const nobody = asId<Issue['answers'][number]['by']>('programme');

/** Undefined where the lead has dealt with it meanwhile. */
export function goneUpByItself(
  issue: Issue,
  { escalationId }: Pick<Escalation, 'escalationId'>,
  question: string,
  programmeName: string,
  now: Instant,
): Issue | undefined {
  if (issue.status !== 'untriaged') return undefined;
  const answer = { kind: 'escalated' as const, words: question, by: nobody, byName: programmeName };
  return answerIssue({ ...issue, escalationId }, answer, now);
}
