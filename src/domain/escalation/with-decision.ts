/** Puts a decision into its escalation, and says what follows: the log, the cards, and everybody who is told. */

import { asId, type DecisionId, type PersonId } from '../ids';
import type { Day, Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Role } from '../programme/programme';
import { renewCards, waitingIntents } from './ask-executive';
import type { DecisionKind, Escalation, EscalationDecision } from './escalation';

/** From eight o'clock on the day of its review it is in front of the SRO again. */
const reviewAt = 'T08:00:00.000Z';

/** A decision as it was taken. */
export interface Choice {
  readonly kind: DecisionKind;
  readonly optionId?: string;
  readonly rationale: string;
  readonly deferUntil?: Instant;
  /** The day on which it is to be looked at again. */
  readonly reviewOn?: Day;
  readonly by: { readonly personId: PersonId; readonly name: string };
  readonly now: Instant;
}

/** @param request complete: nothing is checked here any more. */
export function withDecision(
  escalation: Escalation,
  request: Choice & { readonly role: Role; readonly supersedes?: DecisionId },
): Escalation {
  const { kind, now, by, role, supersedes } = request;
  const earlierDecisions = escalation.decision
    ? [...escalation.earlierDecisions, escalation.decision]
    : escalation.earlierDecisions;
  const number = earlierDecisions.length + 1;
  const decision: EscalationDecision = {
    decisionId: asId(`${escalation.escalationId}.d${number}`),
    kind,
    ...(kind === 'approve' && request.optionId ? { optionId: request.optionId } : {}),
    rationale: request.rationale.trim(),
    decidedBy: by.personId,
    decidedByName: by.name,
    role,
    decidedAt: now,
    ...(request.reviewOn && kind !== 'defer' ? { reviewOn: request.reviewOn } : {}),
    ...(supersedes ? { supersedes } : {}),
    ...(kind === 'defer' && request.deferUntil ? { deferredUntil: request.deferUntil } : {}),
    evidenceCount: escalation.evidence.length,
  };
  const status = kind === 'defer' ? 'deferred' : 'decided';
  const next: Escalation = { ...escalation, status, decision, earlierDecisions };
  const obsolete = waitingIntents(escalation, ['hand-over', 'ask-again', 'put-on-desk', 'update-cards']);
  return planIntents(next, followUps(next, decision, number, now), [...obsolete, ...asks(escalation)]);
}

function followUps(
  escalation: Escalation,
  { deferredUntil, reviewOn }: EscalationDecision,
  number: number,
  now: Instant,
): readonly Intent[] {
  const tell = (audience: 'lead' | 'staff'): Intent => ({
    id: `start-campaign:decision-told:${audience}:${number}`,
    kind: 'start-campaign',
    lane: audience === 'lead' ? 'urgent' : 'normal',
    dueAt: now,
    data: { purpose: 'decision-told', audience, number },
  });
  const urgent = (kind: string, dueAt: Instant): Intent => ({
    id: `${kind}:${number}`,
    kind,
    lane: 'urgent',
    dueAt,
    data: { number },
  });
  const isAboutIssues = escalation.facts?.some(({ kind }) => kind === 'issue') ?? false;
  return [
    urgent('log-decision', now),
    renewCards(escalation, now),
    tell('lead'),
    ...(escalation.source.kind === 'wave' ? [tell('staff')] : []),
    ...(isAboutIssues ? [urgent('answer-issues', now)] : []),
    ...(deferredUntil ? [urgent('ask-again', deferredUntil)] : []),
    ...(reviewOn ? [review(number, `${reviewOn}${reviewAt}` as Instant)] : []),
  ];
}

function review(number: number, dueAt: Instant): Intent {
  return { id: `put-on-desk:review:${number}`, kind: 'put-on-desk', lane: 'urgent', dueAt };
}

const asking: readonly unknown[] = ['escalation-copy', 'escalation-more'];

/** Sends that ask somebody for something, and have not begun. */
function asks({ intents }: Escalation): readonly string[] {
  return intents.filter(({ data }) => asking.includes(data?.purpose)).map(({ id }) => id);
}
