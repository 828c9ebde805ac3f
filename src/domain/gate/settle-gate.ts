/** What a programme file makes of a gate: a plan while it may change, a proposal to the SRO once it is frozen. */

import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import type { Programme } from '../programme/programme';
import type { Gate, GateTerms } from './gate';
import type { GateDefinition } from './gate-definition';
import { asksAt, gateIdOf, isFrozen, proposedChange, sameTerms, termsInForce, termsOf } from './gate-terms';

export type GateSettling = 'created' | 'planned' | 'proposed' | 'withdrawn' | 'unchanged';

export interface SettledGate {
  readonly outcome: GateSettling;
  /** Absent when nothing is to be written. */
  readonly next?: Gate;
}

/** Names, reasons and the change calendar follow the file at any time; the terms only until the freeze. */
export function settleGate(
  current: Gate | undefined,
  definition: GateDefinition,
  programme: Programme,
  now: Instant,
): SettledGate {
  const terms = termsOf(definition, programme);
  const { name, setBy, why, calendar } = definition;
  if (!current) {
    const gate: Gate = {
      gateId: gateIdOf(programme, definition),
      programmeId: programme.id,
      name,
      setBy,
      why,
      calendar,
      status: 'planned',
      terms,
      changes: [],
      statements: [],
      askedRoles: [],
      askings: 0,
      decisions: [],
      intents: [],
    };
    return { outcome: 'created', next: withAsking(gate) };
  }
  const described = { ...current, name, setBy, why, calendar };
  if (isOver(current)) return { outcome: 'unchanged', next: described };
  const isPlan = !isFrozen(current, now) && current.decisions.length === 0;
  if (isPlan || current.status === 'withdrawn') {
    if (sameTerms(current.terms, terms) && current.status !== 'withdrawn')
      return { outcome: 'unchanged', next: described };
    return { outcome: 'planned', next: withAsking({ ...described, status: 'planned', terms }) };
  }
  return propose(described, terms, now);
}

/** After a "go" or a "stop" nothing is left to change. */
export function isOver({ status, decisions }: Pick<Gate, 'status' | 'decisions'>): boolean {
  const last = decisions.at(-1);
  return status === 'decided' && (last?.kind === 'go' || last?.kind === 'stop');
}

/** A gate that is no longer in the file. A frozen one stays until it is decided: that is for the SRO to say. */
export function withdrawGate(gate: Gate, now: Instant): 'frozen' | 'left' | Gate {
  if (gate.status === 'withdrawn' || isOver(gate)) return 'left';
  if (isFrozen(gate, now) || gate.decisions.length > 0) return 'frozen';
  const planned = gate.intents.map(({ id }) => id);
  const withdrawn: Gate = { ...gate, status: 'withdrawn' };
  return planIntents(withdrawn, [], planned);
}

function propose(gate: Gate, terms: GateTerms, now: Instant): SettledGate {
  const pending = proposedChange(gate);
  if (pending && sameTerms(pending.terms, terms)) return { outcome: 'unchanged', next: gate };
  const changes = gate.changes.map((change) =>
    change === pending ? { ...change, standing: 'withdrawn' as const } : change,
  );
  if (settledTerms(gate).some((settled) => sameTerms(settled, terms))) {
    return { outcome: 'unchanged', next: { ...gate, changes } };
  }
  const number = changes.length + 1;
  const next: Gate = {
    ...gate,
    changes: [...changes, { number, terms, proposedAt: now, standing: 'proposed' }],
  };
  return {
    outcome: 'proposed',
    next: planIntents(next, [
      { id: `put-on-desk:change${number}`, kind: 'put-on-desk', lane: 'urgent', dueAt: now },
    ]),
  };
}

/** What the SRO has decided already: the terms in force, with the days as the SRO moved them or not, and those refused. */
function settledTerms(gate: Gate): readonly GateTerms[] {
  const { delayedTo: _moved, ...unmoved } = gate;
  const kept = gate.changes.filter(({ standing }) => standing === 'kept').map(({ terms }) => terms);
  return [termsInForce(gate), termsInForce(unmoved), ...kept];
}

function withAsking(gate: Gate): Gate {
  const planned = gate.intents.filter(({ kind }) => kind === 'ask-gate').map(({ id }) => id);
  return planIntents(
    gate,
    [{ id: `ask-gate:${gate.terms.decidesOn}`, kind: 'ask-gate', lane: 'urgent', dueAt: asksAt(gate.terms) }],
    planned,
  );
}
