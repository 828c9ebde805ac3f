/** A decision is never edited: it is decided again, by who is entitled to, and the earlier one stays on record. */

import type { DecisionId, PersonId } from '../ids';
import type { Role } from '../programme/programme';
import { type DecideRequest, type MissingPart, missingPart } from './decide-escalation';
import type { Escalation } from './escalation';
import { withDecision } from './with-decision';

export interface SupersedeRequest extends Omit<DecideRequest, 'by'> {
  /** The decision that the reader saw: another one meanwhile is not replaced unseen. */
  readonly supersedes: DecisionId;
  readonly by: { readonly personId: PersonId; readonly name: string; readonly roles: readonly Role[] };
}

export type SupersedeOutcome =
  | { readonly outcome: 'decided'; readonly next: Escalation }
  | { readonly outcome: 'notDecidedYet' | 'mayNotSupersede' }
  | { readonly outcome: 'supersededMeanwhile' }
  | { readonly outcome: 'incomplete'; readonly missing: MissingPart };

/** Who may, whoever decided before: the SRO, or the deputy. */
export const supersedingRoles: readonly Role[] = ['sro', 'deputySro'];

export function supersedeDecision(escalation: Escalation, request: SupersedeRequest): SupersedeOutcome {
  const { decision, status } = escalation;
  if (!decision || status !== 'decided') return { outcome: 'notDecidedYet' };
  if (decision.decisionId !== request.supersedes) return { outcome: 'supersededMeanwhile' };
  const role = supersedingRoles.find((one) => request.by.roles.includes(one));
  if (!role) return { outcome: 'mayNotSupersede' };
  const missing = missingPart(escalation, request);
  if (missing) return { outcome: 'incomplete', missing };
  return { outcome: 'decided', next: withDecision(escalation, { ...request, role }) };
}
