/** An executive decided what an issue went up for: its people hear the decision in the executive's words. */

import type { Escalation, EscalationDecision } from '../escalation/escalation';
import { dayOf, type Instant } from '../instant';
import { answerIssue } from './answer-issue';
import type { Issue } from './issue';
import { settled } from './plan-fix';

/** Undefined where this decision has been told already, or the issue was dealt with otherwise meanwhile. A decision that
 * takes the place of an earlier one is told as well, also where the earlier one has closed the issue. */
export function answerDecided(
  issue: Issue,
  { escalationId, case: asked }: Pick<Escalation, 'escalationId' | 'case'>,
  decision: EscalationDecision,
  now: Instant,
): Issue | undefined {
  const { decisionId, kind, optionId, rationale, decidedBy, decidedByName, role, deferredUntil } = decision;
  // While its going up is being noted, the issue waits for whatever is decided.
  const known = issue.escalationId ?? (issue.status === 'escalated' ? escalationId : undefined);
  if (known !== escalationId || issue.status === 'merged') return undefined;
  if (issue.answers.some((answer) => answer.decisionId === decisionId)) return undefined;
  const { supersedes } = decision;
  const isReplacing = supersedes && issue.answers.some((answer) => answer.decisionId === supersedes);
  if (issue.status !== 'escalated' && !isReplacing) return undefined;
  const option = asked?.options.find(({ id }) => id === optionId)?.title;
  const answered = answerIssue(
    issue,
    {
      kind: 'decided',
      words: rationale,
      by: decidedBy,
      byName: decidedByName,
      role,
      decisionId,
      decision: { kind, ...(option ? { option } : {}) },
      ...(deferredUntil ? { until: dayOf(deferredUntil) } : {}),
    },
    now,
  );
  return kind === 'defer' ? answered : settled(answered, now);
}

/** Everything decided so far, oldest first: where the issue learns only now which escalation is its own. */
export function answerDecisions(
  issue: Issue,
  escalation: Pick<Escalation, 'escalationId' | 'case' | 'decision' | 'earlierDecisions'>,
  now: Instant,
): Issue {
  const { decision, earlierDecisions } = escalation;
  return [...earlierDecisions, ...(decision ? [decision] : [])].reduce(
    (current, one) => answerDecided(current, escalation, one, now) ?? current,
    issue,
  );
}
