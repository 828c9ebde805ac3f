/** What was decided on an escalation is the answer to the issues it is about. */

import type { EscalationDecision } from '../../domain/escalation/escalation';
import { dayOf, type Instant } from '../../domain/instant';
import { answerIssue } from '../../domain/issue/answer-issue';
import type { Issue, IssueAnswer } from '../../domain/issue/issue';
import { settled } from '../../domain/issue/triage-issue';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

/** Only an issue that waits for this decision is answered: one that was dealt with otherwise meanwhile is left alone. */
export const answerIssuesIntent = defineIntent(
  'answer-issues',
  'escalation',
  async (context, escalation, intent) => {
    const { programmeId, escalationId, facts = [], decision, earlierDecisions } = escalation;
    const made = [...earlierDecisions, ...(decision ? [decision] : [])][Number(intent.data?.number) - 1];
    if (!made) throw new Error(`escalation ${escalationId} has no such decision`);
    const option = escalation.case?.options.find(({ id }) => id === made.optionId)?.title;
    const answer = answerOf(made, option);
    for (const fact of facts) {
      if (fact.kind !== 'issue') continue;
      await changeRecord(context.store, 'issue', programmeId, fact.issueId, (issue) =>
        waitsFor(issue, escalationId, answer)
          ? { outcome: 'answered', next: answered(issue, answer, context.clock.now()) }
          : { outcome: 'settled' },
      );
    }
    context.poke();
  },
);

/** A deferral settles nothing yet. */
function answered(issue: Issue, answer: Answer, now: Instant): Issue {
  const next = answerIssue(issue, answer, now);
  return answer.decision?.kind === 'defer' ? next : settled(next, now);
}

type Answer = Omit<IssueAnswer, 'number' | 'on'>;

function answerOf(made: EscalationDecision, option: string | undefined): Answer {
  const { kind, rationale, decidedBy, decidedByName, role, deferredUntil } = made;
  return {
    kind: 'decided',
    words: rationale,
    by: decidedBy,
    byName: decidedByName,
    role,
    decision: { kind, ...(kind === 'approve' && option ? { option } : {}) },
    ...(deferredUntil ? { until: dayOf(deferredUntil) } : {}),
  };
}

/** A decision that takes the place of an earlier one answers again. */
function waitsFor(issue: Issue, escalationId: string, answer: Answer): boolean {
  if (issue.escalationId !== undefined && issue.escalationId !== escalationId) return false;
  const last = issue.answers.at(-1);
  const isThere =
    last?.kind === 'decided' && last.words === answer.words && last.decision?.kind === answer.decision?.kind;
  if (isThere) return false;
  return issue.status === 'escalated' || last?.kind === 'decided';
}
