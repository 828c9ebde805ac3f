/** One decision wins; whoever comes second is told who decided what and when. */

import { asId, type DecisionId, type PersonId } from '../ids';
import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Role } from '../programme/programme';
import { askedToDecide, renewCards, waitingIntents } from './ask-executive';
import type { DecisionKind, Escalation, EscalationDecision } from './escalation';

export interface DecideRequest {
  readonly kind: DecisionKind;
  readonly optionId?: string;
  readonly rationale: string;
  readonly deferUntil?: Instant;
  readonly by: { readonly personId: PersonId; readonly name: string };
  readonly now: Instant;
}

export type DecideOutcome =
  | { readonly outcome: 'decided'; readonly next: Escalation }
  | { readonly outcome: 'alreadyDecided' }
  | { readonly outcome: 'notYetForwarded' }
  | { readonly outcome: 'askedOfSomeoneElse' }
  | { readonly outcome: 'incomplete'; readonly missing: 'rationale' | 'option' | 'deferUntil' };

export function decideEscalation(escalation: Escalation, request: DecideRequest): DecideOutcome {
  if (escalation.status === 'decided') return { outcome: 'alreadyDecided' };
  if (escalation.status === 'deferred' && request.kind === 'defer') return { outcome: 'alreadyDecided' };
  if (!escalation.assignment || !escalation.case) return { outcome: 'notYetForwarded' };
  const asked = askedToDecide(escalation, request.by.personId);
  if (!asked) return { outcome: 'askedOfSomeoneElse' };
  const missing = missingPart(escalation, request);
  if (missing) return { outcome: 'incomplete', missing };
  return { outcome: 'decided', next: withDecision(escalation, request, asked.role) };
}

function missingPart(escalation: Escalation, request: DecideRequest) {
  if (!request.rationale.trim()) return 'rationale';
  const isOption = escalation.case?.options.some(({ id }) => id === request.optionId);
  if (request.kind === 'approve' && !isOption) return 'option';
  if (request.kind === 'defer' && !(request.deferUntil && request.deferUntil > request.now))
    return 'deferUntil';
  return undefined;
}

function withDecision(escalation: Escalation, request: DecideRequest, role: Role): Escalation {
  const { kind, now, by } = request;
  const earlierDecisions = escalation.decision
    ? [...escalation.earlierDecisions, escalation.decision]
    : escalation.earlierDecisions;
  const number = earlierDecisions.length + 1;
  const decision: EscalationDecision = {
    decisionId: decisionIdOf(escalation, number),
    kind,
    ...(kind === 'approve' && request.optionId ? { optionId: request.optionId } : {}),
    rationale: request.rationale.trim(),
    decidedBy: by.personId,
    decidedByName: by.name,
    role,
    decidedAt: now,
    ...(kind === 'defer' && request.deferUntil ? { deferredUntil: request.deferUntil } : {}),
  };
  const next: Escalation = {
    ...escalation,
    status: kind === 'defer' ? 'deferred' : 'decided',
    decision,
    earlierDecisions,
  };
  const obsolete = waitingIntents(escalation, ['hand-over', 'ask-again', 'update-cards']);
  const tell = (audience: 'lead' | 'staff') => ({
    id: `start-campaign:decision-told:${audience}:${number}`,
    kind: 'start-campaign',
    lane: audience === 'lead' ? ('urgent' as const) : ('normal' as const),
    dueAt: now,
    data: { purpose: 'decision-told', audience, number },
  });
  return planIntents(
    next,
    [
      { id: `log-decision:${number}`, kind: 'log-decision', lane: 'urgent', dueAt: now, data: { number } },
      renewCards(next, now),
      tell('lead'),
      tell('staff'),
      ...(decision.deferredUntil
        ? [
            {
              id: `ask-again:${number}`,
              kind: 'ask-again',
              lane: 'urgent' as const,
              dueAt: decision.deferredUntil,
            },
          ]
        : []),
    ],
    obsolete,
  );
}

function decisionIdOf(escalation: Escalation, number: number): DecisionId {
  return asId(`${escalation.escalationId}.d${number}`);
}
