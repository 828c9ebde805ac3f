/** An issue is with an executive: what it says of that, and which going up it was. */

import type { Escalation } from '../escalation/escalation';
import { asId } from '../ids';
import type { Day, Instant } from '../instant';
import { type WaitsFor, whatWaits } from './ageing';
import { answerDecisions } from './answer-decided';
import { answerIssue } from './answer-issue';
import type { Issue } from './issue';
import { fixTaken } from './plan-fix';

type Raised = Pick<Escalation, 'escalationId' | 'case' | 'decision' | 'earlierDecisions'>;

/** In the place of whoever answers: nobody did. */
const nobody = asId<Issue['answers'][number]['by']>('programme');
const nobodyDid: readonly (WaitsFor | undefined)[] = ['untriaged', 'overdueFix'];

/** Of which answer the escalation is: the lead's that is there already, or the one that follows as nobody gave any. So a
 * process that ends between raising it and noting it raises it once. */
export function occasionOf(issue: Pick<Issue, 'answers'>, by: 'lead' | 'itself'): string {
  const said = issue.answers.findLast(({ kind }) => kind === 'escalated')?.number ?? 1;
  return `answer:${by === 'lead' ? said : issue.answers.length + 1}`;
}

/** The lead sent it up. Undefined where it has gone up once more meanwhile. */
export function sentUp(issue: Issue, round: number, escalation: Raised, now: Instant): Issue | undefined {
  const { goingUp, ...rest } = issue;
  if (goingUp?.round !== round) return undefined;
  return answerDecisions({ ...rest, escalationId: escalation.escalationId }, escalation, now);
}

/** Nobody dealt with it in time, or did what was promised: its people are told so by the programme, not by a person.
 * Undefined where somebody has meanwhile. @param today in the programme's time zone. */
export function goneUpByItself(
  issue: Issue,
  escalation: Raised,
  said: { readonly question: string; readonly programmeName: string; readonly today: Day },
  now: Instant,
): Issue | undefined {
  if (!nobodyDid.includes(whatWaits(issue, said.today))) return undefined;
  const { fix, ...rest } = issue;
  const answer = { kind: 'escalated' as const, words: said.question, by: nobody, byName: said.programmeName };
  const answered = answerIssue({ ...rest, escalationId: escalation.escalationId }, answer, now);
  return answerDecisions(fix ? fixTaken(answered, now) : answered, escalation, now);
}
