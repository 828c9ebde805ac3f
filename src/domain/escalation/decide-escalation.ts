/** One decision wins; whoever comes second is told who decided what and when. */

import { askedToDecide } from './ask-executive';
import type { Escalation } from './escalation';
import { saidSoFar } from './said-so-far';
import { type Choice, withDecision } from './with-decision';

export interface DecideRequest extends Choice {
  /** How much had been said when the card was made, by `saidSoFar`; absent where no card was looked at. */
  readonly seen?: number;
}

export type MissingPart = 'rationale' | 'option' | 'deferUntil' | 'reviewOn';

export type DecideOutcome =
  | { readonly outcome: 'decided'; readonly next: Escalation }
  | { readonly outcome: 'alreadyDecided' }
  | { readonly outcome: 'notYetForwarded' }
  | { readonly outcome: 'askedOfSomeoneElse' }
  /** Advice or an answer came in that the card did not show yet. */
  | { readonly outcome: 'moreSaid' }
  | { readonly outcome: 'incomplete'; readonly missing: MissingPart };

export function decideEscalation(escalation: Escalation, request: DecideRequest): DecideOutcome {
  if (escalation.status === 'decided') return { outcome: 'alreadyDecided' };
  if (escalation.status === 'deferred' && request.kind === 'defer') return { outcome: 'alreadyDecided' };
  if (!escalation.assignment || !escalation.case) return { outcome: 'notYetForwarded' };
  const asked = askedToDecide(escalation, request.by.personId);
  if (!asked) return { outcome: 'askedOfSomeoneElse' };
  if (request.seen !== undefined && request.seen < saidSoFar(escalation)) return { outcome: 'moreSaid' };
  const missing = missingPart(escalation, request);
  if (missing) return { outcome: 'incomplete', missing };
  return { outcome: 'decided', next: withDecision(escalation, { ...request, role: asked.role }) };
}

/** What a decision needs and does not have: a reason always, an option to approve, a day that is still to come. */
export function missingPart(
  escalation: Escalation,
  request: Omit<DecideRequest, 'by'>,
): MissingPart | undefined {
  if (!request.rationale.trim()) return 'rationale';
  const isOption = escalation.case?.options.some(({ id }) => id === request.optionId);
  if (request.kind === 'approve' && !isOption) return 'option';
  if (request.kind === 'defer' && !(request.deferUntil && request.deferUntil > request.now))
    return 'deferUntil';
  if (request.reviewOn !== undefined && request.reviewOn <= request.now.slice(0, 10)) return 'reviewOn';
  return undefined;
}
