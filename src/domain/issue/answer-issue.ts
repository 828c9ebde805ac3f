/** Adds what the people concerned are to be told, and sees that they are. */

import type { Instant } from '../instant';
import { dayOf } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Issue, IssueAnswer, IssueAnswerKind, IssueMessage, IssueStatus } from './issue';

/** Answers after which everybody concerned is asked whether it helped. */
export const closingAnswers: readonly IssueAnswerKind[] = ['fixed', 'notNow', 'decided'];

const statusAfter: Readonly<Record<IssueAnswerKind, IssueStatus>> = {
  fixPlanned: 'fixing',
  escalated: 'escalated',
  merged: 'merged',
  fixed: 'answered',
  notNow: 'answered',
  decided: 'answered',
};

/** The issue with one more answer, which everybody concerned gets. A deferral leaves it `escalated`. */
export function answerIssue(issue: Issue, answer: Omit<IssueAnswer, 'number' | 'on'>, now: Instant): Issue {
  const on = dayOf(now);
  const number = issue.answers.length + 1;
  const status = answer.decision?.kind === 'defer' ? 'escalated' : statusAfter[answer.kind];
  const isDecision = answer.kind !== 'escalated' && answer.kind !== 'merged';
  const { toldOn: _earlier, ...rest } = issue;
  return tellConcerned(
    {
      ...rest,
      status,
      revision: issue.revision + 1,
      answers: [...issue.answers, { ...answer, number, on }],
      acknowledgedOn: issue.acknowledgedOn ?? on,
      ...(isDecision ? { decidedOn: issue.decidedOn ?? on } : {}),
    },
    { to: 'everyone', about: 'answer', ref: number },
    now,
  );
}

/** The issue with one more message for the people concerned; the worker sends it at once. */
export function tellConcerned(issue: Issue, message: Omit<IssueMessage, 'number'>, now: Instant): Issue {
  const number = issue.messages.length + 1;
  return planIntents({ ...issue, messages: [...issue.messages, { ...message, number }] }, [
    { id: `tell-concerned:${number}`, kind: 'tell-concerned', lane: 'urgent', dueAt: now, data: { number } },
  ]);
}
