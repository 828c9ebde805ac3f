/** What the log keeps of a decision on an escalation: what was known when it was made, and nobody's name. */

import type { Advice, Escalation, EscalationDecision, MoreAsked } from '../escalation/escalation';
import type { PersonId } from '../ids';
import type { Day, Instant } from '../instant';
import type { EscalationPolicy, RoleHolder } from '../programme/programme';
import type { DecisionOnEscalation, LoggedAdvice, LoggedMoreAsked, LoggedPolicy } from './decision';

export type PseudonymOf = (holder: Pick<RoleHolder, 'aadObjectId'>) => PersonId;

/** The escalation's decision of that number, 1 for the first, with the evidence, the advice and the policy as they were when
 * it was made, however long ago that is. Always the same for the same decision.
 * @throws Error when there is no such decision. */
export function decisionOnEscalation(
  escalation: Escalation,
  number: number,
  pseudonymOf: PseudonymOf,
): DecisionOnEscalation {
  const { decision: latest, earlierDecisions, policy, programmeId, escalationId, source, facts } = escalation;
  const made = [...earlierDecisions, ...(latest ? [latest] : [])][number - 1];
  if (!made || !escalation.case) throw new Error(`escalation ${escalationId} has no decision ${number}`);
  const { question, options, recommendedOptionId, recommendation, costOfWaiting } = escalation.case;
  const advice = (escalation.advice ?? []).filter(({ givenAt }) => givenAt <= made.decidedAt);
  const moreAsked = (escalation.moreAsked ?? []).filter(({ askedAt }) => askedAt <= made.decidedAt);
  const reviewOn = reviewOf(made);
  const delegatedBy = assignmentAt(escalation, made.decidedAt)?.delegatedBy;
  return {
    decisionId: made.decisionId,
    programmeId,
    escalationId,
    source,
    question,
    options,
    ...(recommendedOptionId ? { recommendedOptionId } : {}),
    ...(recommendation ? { recommendation } : {}),
    ...(costOfWaiting ? { costOfWaiting } : {}),
    kind: made.kind,
    ...(made.optionId ? { optionId: made.optionId } : {}),
    rationale: made.rationale,
    decidedBy: made.decidedBy,
    role: made.role,
    ...(delegatedBy ? { delegatedBy } : {}),
    decidedAt: made.decidedAt,
    ...(made.supersedes ? { supersedes: made.supersedes } : {}),
    ...(reviewOn ? { reviewOn } : {}),
    evidence: escalation.evidence.slice(0, made.evidenceCount),
    ...(facts ? { facts } : {}),
    ...(advice.length > 0 ? { advice: advice.map(withoutName) } : {}),
    ...(moreAsked.length > 0
      ? { moreAsked: moreAsked.map((asked) => withoutNames(asked, made.decidedAt)) }
      : {}),
    policy: pseudonymous(policy, pseudonymOf),
  };
}

/** The day chosen, else the day it was put off to. */
function reviewOf({ reviewOn, deferredUntil }: EscalationDecision): Instant | undefined {
  return reviewOn ? startOf(reviewOn) : deferredUntil;
}

function startOf(day: Day): Instant {
  return `${day}T08:00:00.000Z` as Instant;
}

function assignmentAt({ earlierAssignments, assignment }: Escalation, at: Instant) {
  const all = [...earlierAssignments, ...(assignment ? [assignment] : [])];
  return all.filter(({ assignedAt }) => assignedAt <= at).at(-1);
}

function withoutName({ byName: _name, ...advice }: Advice): LoggedAdvice {
  return advice;
}

function withoutNames({ askedByName: _name, answer, ...asked }: MoreAsked, at: Instant): LoggedMoreAsked {
  if (!answer || answer.answeredAt > at) return asked;
  const { byName: _theirs, ...rest } = answer;
  return { ...asked, answer: rest };
}

function pseudonymous(policy: EscalationPolicy, pseudonymOf: PseudonymOf): LoggedPolicy {
  const { steps, board, sponsors, ...rest } = policy;
  return {
    ...rest,
    ...(steps
      ? {
          steps: steps.map(({ person, ...step }) => ({
            ...step,
            ...(person ? { person: pseudonymOf(person) } : {}),
          })),
        }
      : {}),
    ...(board ? { board: pseudonymOf(board) } : {}),
    ...(sponsors
      ? {
          sponsors: sponsors.map(({ category, ...sponsor }) => ({ category, person: pseudonymOf(sponsor) })),
        }
      : {}),
  };
}
