/** Four weeks before, criteria, floors and frame stand still; what comes later is the SRO's, and both verdicts stay. */

import { askGate } from '../../../src/domain/gate/ask-gate';
import { decideChange } from '../../../src/domain/gate/decide-change';
import { decideGate } from '../../../src/domain/gate/decide-gate';
import type { Gate } from '../../../src/domain/gate/gate';
import type { GateDefinition } from '../../../src/domain/gate/gate-definition';
import {
  acceptedChange,
  agreedTerms,
  freezesAt,
  isFrozen,
  proposedChange,
  termsInForce,
} from '../../../src/domain/gate/gate-terms';
import { settleGate, withdrawGate } from '../../../src/domain/gate/settle-gate';
import { asId, type PersonId } from '../../../src/domain/ids';
import type { Programme } from '../../../src/domain/programme/programme';
import { day, definition, noon, plannedGate, programme } from './gates';

const before = noon('2026-12-14');
const after = noon('2026-12-16');
const easier: GateDefinition = {
  ...definition,
  criteria: [{ id: 'training', kind: 'training', group: {}, floor: 0.4 }],
};
const settle = (gate: Gate, given: GateDefinition, now: typeof before, of: Programme = programme) => {
  const { outcome, next } = settleGate(gate, given, of, now);
  return { outcome, gate: next ?? gate };
};
const decide = (gate: Gate, isAccepted: boolean, more: object = {}) =>
  decideChange(gate, {
    change: 1,
    isAccepted,
    rationale: 'The board moved it.',
    by: { personId: asId<PersonId>('p-sro'), role: 'sro' },
    evidence: { judgements: [], calendar: [] },
    nameOf: () => 'Amara Cole',
    now: after,
    ...more,
  });
function changed(isAccepted: boolean): Gate {
  const result = decide(settle(plannedGate(), easier, after).gate, isAccepted);
  if (result.outcome !== 'decided') throw new Error(result.outcome);
  return result.next;
}
const floorIn = ({ criteria: [criterion] }: { readonly criteria: Gate['terms']['criteria'] }) =>
  criterion && 'floor' in criterion ? criterion.floor : undefined;

it('freezes 28 days before the day of the decision', () => {
  const gate = plannedGate();
  expect(freezesAt(gate.terms)).toBe('2026-12-15T00:00:00.000Z');
  expect([isFrozen(gate, before), isFrozen(gate, after)]).toEqual([false, true]);
});

it('follows the file until the freeze, and is asked a week before its day', () => {
  const moved = { ...easier, decidesOn: day('2027-01-13') };
  const { outcome, gate } = settle(plannedGate(), moved, before);
  expect(outcome).toBe('planned');
  expect(floorIn(gate.terms)).toBe(0.4);
  expect(gate.intents.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ['ask-gate', '2027-01-06T08:00:00.000Z'],
  ]);
  expect(settle(gate, moved, before).outcome).toBe('unchanged');
});

it('writes floors out, so that a change of the programme’s own floor changes no gate', () => {
  const criteria = [{ id: 'c', kind: 'confidence' as const, pulse: programme.pulses[0]?.id, group: {} }];
  const gate = plannedGate({ criteria } as Partial<GateDefinition>);
  expect(floorIn(gate.terms)).toBe(0.7);
});

it('proposes what comes after the freeze to the SRO, once, and keeps the old terms in force', () => {
  const { outcome, gate } = settle(plannedGate(), easier, after);
  expect(outcome).toBe('proposed');
  expect(floorIn(termsInForce(gate))).toBe(0.8);
  expect(proposedChange(gate)?.number).toBe(1);
  expect(gate.intents.filter(({ kind }) => kind === 'put-on-desk')).toHaveLength(1);
  expect(settle(gate, easier, after)).toEqual({ outcome: 'unchanged', gate });
  const back = settle(gate, definition, after).gate;
  expect(proposedChange(back)).toBeUndefined();
  expect(settle(back, easier, after).outcome).toBe('proposed');
});

it('takes names, reasons and the change calendar from the file at any time', () => {
  const { outcome, gate } = settle(plannedGate(), { ...definition, name: 'Go-live, both' }, after);
  expect([outcome, gate.name, gate.changes]).toEqual(['unchanged', 'Go-live, both', []]);
});

it('freezes who belongs to a named group: a site that moves is a change', () => {
  const named: GateDefinition = {
    ...definition,
    criteria: [{ id: 'training', kind: 'training', group: { siteGroups: ['acute'] }, floor: 0.8 }],
  };
  const moved: Programme = {
    ...programme,
    sites: programme.sites.map((site) => ({ ...site, siteGroup: 'community' })),
  };
  expect(settle(plannedGate(named), named, after, moved).outcome).toBe('proposed');
  expect(settle(plannedGate(), definition, after, moved).outcome).toBe('unchanged');
});

it('counts by the changed terms once the SRO accepts them, and keeps the agreed ones beside them', () => {
  const gate = changed(true);
  expect(floorIn(termsInForce(gate))).toBe(0.4);
  expect(floorIn(agreedTerms(gate))).toBe(0.8);
  expect(acceptedChange(gate)?.number).toBe(1);
  expect(gate.decisions[0]).toMatchObject({
    kind: 'acceptChange',
    change: 1,
    rationale: 'The board moved it.',
  });
  expect(gate.intents.map(({ kind }) => kind)).toContain('log-decision');
  expect(settle(gate, easier, after).outcome).toBe('unchanged');
  expect(settle(gate, definition, after).outcome).toBe('proposed');
});

it('keeps the terms when the SRO says so, and does not ask again for the same change', () => {
  const gate = changed(false);
  expect(floorIn(termsInForce(gate))).toBe(0.8);
  expect(gate.decisions[0]?.kind).toBe('keepCriteria');
  expect(settle(gate, easier, after).outcome).toBe('unchanged');
});

it('takes a decision on a change once, with a reason, from the SRO alone', () => {
  expect(decide(changed(true), false)).toEqual({ outcome: 'alreadyDecided' });
  const { gate } = settle(plannedGate(), easier, after);
  expect(decide(gate, true, { rationale: ' ' })).toEqual({ outcome: 'incomplete', missing: 'rationale' });
  const deputy = { personId: asId<PersonId>('p'), role: 'deputySro' };
  expect(decide(gate, true, { by: deputy })).toEqual({ outcome: 'askedOfSomeoneElse' });
});

it('can be taken out of the file until the freeze, and put back', () => {
  expect(withdrawGate(plannedGate(), after)).toBe('frozen');
  const gone = withdrawGate(plannedGate(), before);
  if (typeof gone === 'string') throw new Error(gone);
  expect([gone.status, gone.intents]).toEqual(['withdrawn', []]);
  expect(withdrawGate(gone, after)).toBe('left');
  const back = settle(gone, definition, before).gate;
  expect([back.status, back.intents.length]).toEqual(['planned', 1]);
});

it('is the SRO’s to end: a decided gate no longer follows the file', () => {
  const asked = askGate(plannedGate(), programme, noon('2027-01-05'));
  const stopped = decideGate(asked, {
    kind: 'stop',
    words: { rationale: 'No.' },
    by: { personId: asId<PersonId>('p'), role: 'sro' },
    revision: 0,
    evidence: { judgements: [], calendar: [] },
    nameOf: () => '',
    now: noon('2027-01-12'),
  });
  if (stopped.outcome !== 'decided') throw new Error(stopped.outcome);
  expect(settle(stopped.next, easier, noon('2027-01-13'))).toMatchObject({ outcome: 'unchanged' });
  expect(withdrawGate(stopped.next, noon('2027-01-13'))).toBe('left');
});
