/** Terms that come after the freeze count only by the SRO's decision; whatever they decide, both verdicts stay shown. */

import { asId } from '../ids';
import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { type DecideGateRequest, followUps } from './decide-gate';
import type { Gate, GateDecision } from './gate';
import { isOver } from './settle-gate';

export interface DecideChangeRequest extends Pick<DecideGateRequest, 'by' | 'evidence' | 'nameOf'> {
  readonly change: number;
  readonly isAccepted: boolean;
  readonly rationale: string;
  readonly now: Instant;
}

export type DecideChangeOutcome =
  | { readonly outcome: 'decided'; readonly next: Gate }
  | { readonly outcome: 'alreadyDecided' | 'askedOfSomeoneElse' }
  | { readonly outcome: 'incomplete'; readonly missing: 'rationale' };

export function decideChange(gate: Gate, request: DecideChangeRequest): DecideChangeOutcome {
  const { change: number, isAccepted, rationale, by, now } = request;
  const change = gate.changes.find((candidate) => candidate.number === number);
  if (change?.standing !== 'proposed' || isOver(gate)) return { outcome: 'alreadyDecided' };
  if (by.role !== 'sro') return { outcome: 'askedOfSomeoneElse' };
  if (!rationale.trim()) return { outcome: 'incomplete', missing: 'rationale' };
  const decision: GateDecision = {
    decisionId: asId(`${gate.gateId}.d${gate.decisions.length + 1}`),
    kind: isAccepted ? 'acceptChange' : 'keepCriteria',
    rationale: rationale.trim(),
    decidedBy: by.personId,
    role: by.role,
    decidedAt: now,
    evidence: request.evidence,
    change: number,
    names: { [by.personId]: request.nameOf(by.personId) },
  };
  const standing = isAccepted ? ('accepted' as const) : ('kept' as const);
  const next: Gate = {
    ...gate,
    changes: gate.changes.map((one) => (one.number === number ? { ...one, standing } : one)),
    decisions: [...gate.decisions, decision],
  };
  const obsolete = gate.intents.filter(({ kind }) => kind === 'update-cards').map(({ id }) => id);
  return { outcome: 'decided', next: planIntents(next, followUps(next, now), obsolete) };
}
