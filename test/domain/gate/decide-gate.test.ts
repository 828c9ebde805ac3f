/** The SRO's decision: once, on the newest card, and against the verdict only with a way back. */

import fc from 'fast-check';
import { askGate, askHolders, handOverGate } from '../../../src/domain/gate/ask-gate';
import {
  type DecideGateRequest,
  decideGate,
  type GateWords,
  isAgainstEvidence,
} from '../../../src/domain/gate/decide-gate';
import { type Gate, type GateDecisionKind, gateDecisionKinds } from '../../../src/domain/gate/gate';
import { termsInForce } from '../../../src/domain/gate/gate-terms';
import { isOver } from '../../../src/domain/gate/settle-gate';
import { type Judgement, type Verdict, verdicts } from '../../../src/domain/gate/verdict';
import { asId, type PersonId } from '../../../src/domain/ids';
import type { Instant } from '../../../src/domain/instant';
import { day, noon, plannedGate, programme } from './gates';

const sro = asId<PersonId>('p-sro');
const adviser = asId<PersonId>('p-safety');
const now = noon('2027-01-12');
const judged = (verdict: Verdict, basis: Judgement['basis'] = 'agreed'): Judgement => ({
  basis,
  verdict,
  results: [],
});
const asked = () => askGate(plannedGate(), programme, noon('2027-01-05'));
const against: GateWords = {
  mitigation: 'Floorwalkers.',
  rollbackTrigger: 'Two delayed medicines.',
  advisedBy: adviser,
};
const everything: GateWords = {
  ...against,
  rationale: 'The contract ends.',
  condition: 'Eighty trained.',
  conditionOwner: adviser,
  conditionDueOn: day('2027-01-16'),
  recheckOn: day('2027-01-17'),
  delayUntil: day('2027-02-15'),
};
const request = (kind: GateDecisionKind, more: Partial<DecideGateRequest> = {}): DecideGateRequest => ({
  kind,
  words: everything,
  by: { personId: sro, role: 'sro' },
  revision: 0,
  evidence: { judgements: [judged('notMet')], calendar: [] },
  nameOf: (personId) => `name of ${personId}`,
  now,
  ...more,
});
function decided(gate: Gate, ...given: Parameters<typeof request>): Gate {
  const result = decideGate(gate, request(...given));
  if (result.outcome !== 'decided') throw new Error(JSON.stringify(result));
  return result.next;
}
const intentsOf = ({ intents }: Gate, kind: string) => intents.filter((intent) => intent.kind === kind);

it.each(['mitigation', 'rollbackTrigger', 'advisedBy'] as const)(
  'refuses a go against the verdict without its %s',
  (part) => {
    for (const kind of ['go', 'goWithConditions'] as const) {
      const words = { ...everything, [part]: undefined };
      expect(decideGate(asked(), request(kind, { words }))).toEqual({ outcome: 'incomplete', missing: part });
    }
  },
);

it('asks for no way back where the verdict is met, nor for what does not go ahead', () => {
  const words = { ...everything, mitigation: '', rollbackTrigger: undefined, advisedBy: undefined };
  const evidence = { judgements: [judged('met')], calendar: [] };
  expect(decided(asked(), 'go', { words, evidence }).decisions[0]).not.toHaveProperty('against');
  for (const kind of ['delay', 'stop', 'refer'] as const) {
    expect(decided(asked(), kind, { words }).decisions[0]).not.toHaveProperty('against');
  }
});

it('goes against the evidence exactly when it goes ahead and any verdict shown is not met', () => {
  const judgements = fc.array(
    fc.constantFrom(...verdicts).map((verdict) => judged(verdict)),
    { maxLength: 2 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...gateDecisionKinds), judgements, (kind, some) => {
      const isGo = kind === 'go' || kind === 'goWithConditions';
      const isMet = some.length > 0 && some.every(({ verdict }) => verdict === 'met');
      expect(isAgainstEvidence(kind, { judgements: some })).toBe(isGo && !isMet);
    }),
  );
});

it('asks for a way back also when only the criteria before a change were not met', () => {
  const evidence = { judgements: [judged('notMet'), judged('met', 'changed')], calendar: [] };
  const words = { ...everything, mitigation: ' ' };
  expect(decideGate(asked(), request('go', { words, evidence }))).toMatchObject({ missing: 'mitigation' });
});

it('keeps the decision with its evidence and the names of those it names', () => {
  const next = decided(asked(), 'go');
  expect(isOver(next)).toBe(true);
  expect(next.decisions).toEqual([
    expect.objectContaining({
      kind: 'go',
      decidedBy: sro,
      role: 'sro',
      against,
      evidence: { judgements: [judged('notMet')], calendar: [] },
      names: { [sro]: 'name of p-sro', [adviser]: 'name of p-safety' },
    }),
  ]);
  expect(next.intents.map(({ kind }) => kind).sort()).toEqual([
    'log-decision',
    'put-on-desk',
    'settle-gate-escalation',
    'start-campaign',
    'update-cards',
  ]);
});

it('lets one of two clicks win, and an old card change nothing', () => {
  const next = decided(asked(), 'stop');
  expect(decideGate(next, request('go'))).toEqual({ outcome: 'alreadyDecided' });
  const referred = decided(asked(), 'refer');
  expect(decideGate(referred, request('go'))).toEqual({ outcome: 'outOfDate' });
  expect(decideGate(referred, request('go', { revision: 1 })).outcome).toBe('decided');
  expect(decideGate(plannedGate(), request('go'))).toEqual({ outcome: 'notAsked' });
  expect(decideGate(asked(), request('go', { by: { personId: sro, role: 'deputySro' } }))).toEqual({
    outcome: 'askedOfSomeoneElse',
  });
});

it.each<[GateDecisionKind, Partial<GateWords>, string]>([
  ['go', { rationale: '  ' }, 'rationale'],
  ['goWithConditions', { condition: '' }, 'condition'],
  ['goWithConditions', { conditionOwner: undefined }, 'conditionOwner'],
  ['goWithConditions', { conditionDueOn: day('2027-01-11') }, 'conditionDueOn'],
  ['goWithConditions', { recheckOn: day('2027-01-12') }, 'recheckOn'],
  ['delay', { delayUntil: day('2027-01-18') }, 'delayUntil'],
])('%s without %j lacks its %s', (kind, words, missing) => {
  expect(decideGate(asked(), request(kind, { words: { ...everything, ...words } }))).toEqual({
    outcome: 'incomplete',
    missing,
  });
});

it('comes back on the day of the re-check', () => {
  const next = decided(asked(), 'goWithConditions');
  expect(isOver(next)).toBe(false);
  const [again] = intentsOf(next, 'ask-gate');
  expect(again?.dueAt).toBe('2027-01-17T08:00:00.000Z');
  const back = askGate(next, programme, again?.dueAt as Instant);
  expect(back.status).toBe('asked');
  expect((back.decideBy ?? '') > '2027-01-17').toBe(true);
  expect(decideGate(back, request('go', { revision: 1 })).outcome).toBe('decided');
});

it('comes back before the new go-live after a delay, as far ahead of it as before', () => {
  const next = decided(asked(), 'delay');
  expect(termsInForce(next)).toMatchObject({ goLiveOn: '2027-02-15', decidesOn: '2027-02-09' });
  expect(intentsOf(next, 'ask-gate')[0]?.dueAt).toBe('2027-02-02T08:00:00.000Z');
  expect(next.terms.goLiveOn).toBe('2027-01-18');
});

it('is asked of the SRO until the end of the day, then of the deputies as well, and of a new SRO', () => {
  const gate = asked();
  expect([gate.askedRoles, gate.decideBy, gate.askings]).toEqual([['sro'], '2027-01-12T17:00:00.000Z', 1]);
  expect(intentsOf(gate, 'hand-over-gate')[0]?.dueAt).toBe(gate.decideBy);
  const later = noon('2027-01-13');
  const handed = handOverGate(gate, programme, later);
  expect(handed?.askedRoles).toEqual(['sro', 'deputySro']);
  const silent = handed && handOverGate(handed, programme, later);
  expect(silent?.askings).toBe(3);
  expect(silent && intentsOf(silent, 'escalate-gate')).toHaveLength(1);
  expect(silent && intentsOf(silent, 'hand-over-gate')[0]?.dueAt).toBe('2027-01-20T17:00:00.000Z');
  expect(
    handed && decideGate(handed, request('stop', { by: { personId: sro, role: 'deputySro' } })).outcome,
  ).toBe('decided');
  expect(askHolders(gate, 'sro', later).askings).toBe(2);
  expect(askHolders(gate, 'deputySro', later)).toBe(gate);
  expect(handOverGate(decided(gate, 'stop'), programme, later)).toBeUndefined();
});

it('holds its intents within bounds however often it comes back', () => {
  let gate = asked();
  for (let round = 0; round < 40; round += 1) {
    gate = decided(gate, 'refer', { revision: round });
    gate = { ...gate, intents: gate.intents.filter(({ kind }) => kind === 'hand-over-gate') };
  }
  expect(gate.decisions).toHaveLength(40);
});
