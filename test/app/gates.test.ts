/** Gates from the programme file to the decision log, on a store and by the worker's own handlers. */

import type { AppContext } from '../../src/app/context';
import { waitingItemsOf } from '../../src/app/desk/waiting-items';
import { decideGate } from '../../src/app/gate/decide-gate.use-case';
import { decideGateChange } from '../../src/app/gate/decide-gate-change.use-case';
import { gateStatus } from '../../src/app/gate/gate-status.use-case';
import { stateOnGate } from '../../src/app/gate/state-on-gate.use-case';
import { intentHandlers } from '../../src/app/intents/registry';
import { savePerson } from '../../src/app/people/save-person';
import { type ApplyProgrammeOutcome, applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { createRecord, listRecords, readRecord } from '../../src/app/records';
import { chainedContent } from '../../src/domain/decision/chained-content';
import type { DecisionLogEntry } from '../../src/domain/decision/decision';
import type { Escalation } from '../../src/domain/escalation/escalation';
import type { Gate } from '../../src/domain/gate/gate';
import type { GateDefinition } from '../../src/domain/gate/gate-definition';
import { asId, type GateId } from '../../src/domain/ids';
import { type Day, dayOf, type Instant, plusDays } from '../../src/domain/instant';
import { planIntents } from '../../src/domain/intent/plan-intents';
import type { Programme } from '../../src/domain/programme/programme';
import { peopleOf } from '../support/running-bot';
import { aProgramme, deputyOid, leadOid, sroOid, tenantId } from '../support/samples';
import { WorkerWorld } from '../support/worker-world';

const gateId = asId<GateId>('gate.larkfield.go-live');
const officerOid = 'aaaaaaaa-0000-4000-8000-000000000004';
const base: Programme = {
  ...aProgramme(),
  roles: {
    ...aProgramme().roles,
    clinicalSafetyOfficer: [{ aadObjectId: officerOid, displayName: 'Nas Ahmadi' }],
  },
};

let world: WorkerWorld;
let context: AppContext;
let today: Day;
beforeEach(async () => {
  world = await WorkerWorld.open();
  context = world.context;
  today = dayOf(context.clock.now());
});
afterEach(() => world.close());

const on = (days: number) => dayOf(plusDays(`${today}T12:00:00.000Z` as Instant, days));
const personIdOf = (aadObjectId: string) => context.keys.personIdOf(tenantId, aadObjectId);
const by = (aadObjectId: string) => ({
  programmeId: base.id,
  gateId,
  personId: personIdOf(aadObjectId),
});

function withGate(more: Partial<GateDefinition> = {}): Programme {
  const gate: GateDefinition = {
    id: 'go-live',
    name: 'Go-live',
    decidesOn: on(7),
    goLiveOn: on(13),
    setBy: 'Programme board',
    why: 'The contract ends.',
    criteria: [{ id: 'training', kind: 'training', group: { siteGroups: ['acute'] }, floor: 0.8 }],
    calendar: [],
    ...more,
  };
  return { ...base, gates: [gate] };
}

async function people(perCell: number): Promise<void> {
  for (const person of peopleOf(base, perCell, personIdOf)) {
    const trained = person.site === 'RZZ01' ? { trainedOn: today } : {};
    await savePerson(context, { ...person, ...trained, worksFirstFortnight: true }, false);
  }
}
const apply = (programme: Programme): Promise<ApplyProgrammeOutcome> => applyProgramme(context, programme);

async function gate(): Promise<Gate> {
  const stored = await readRecord(context.store, 'gate', base.id, gateId);
  if (!stored) throw new Error('no gate');
  return stored.document;
}

/** Everything due, in order, each done twice as after a crash; sends are left out. */
async function work(): Promise<void> {
  for (;;) {
    const now = context.clock.now();
    const due = (await gate()).intents.find(
      ({ kind, dueAt }) => dueAt <= now && !['put-on-desk', 'start-campaign', 'update-cards'].includes(kind),
    );
    const handler = intentHandlers.find(({ kind }) => kind === due?.kind);
    if (!due || !handler) return;
    const request = { intent: due, signal: new AbortController().signal };
    for (let twice = 0; twice < 2; twice += 1) {
      const stored = await readRecord(context.store, 'gate', base.id, gateId);
      if (stored) await handler.carryOut(context, { ...request, document: stored.document });
    }
    const stored = await readRecord(context.store, 'gate', base.id, gateId);
    if (!stored) return;
    const cleared = planIntents(stored.document as Gate, [], [due.id]);
    await context.store.replace('programmes', { ...stored.document, ...cleared }, stored.version);
  }
}

test('a group that cannot be heard is refused when the file is applied, with the one to name instead', async () => {
  await apply(base);
  const small: Partial<GateDefinition> = {
    criteria: [
      {
        id: 'nurses',
        kind: 'confidence',
        pulse: asId('readiness'),
        group: { siteGroups: ['acute'], staffFamilies: ['nursing'] },
      },
    ],
  };
  expect(await apply(withGate(small))).toMatchObject({ outcome: 'updated', gatesUnchecked: true });
  await expect(gate()).rejects.toThrow('no gate');
  await people(4);
  expect(await apply(withGate(small))).toMatchObject({
    outcome: 'gateImpossible',
    groups: [{ gate: 'go-live', criterion: 'nurses', people: 4, needed: 10, parent: 'Everyone' }],
  });
  await expect(gate()).rejects.toThrow('no gate');
  expect(await apply(withGate())).toMatchObject({ outcome: 'gateImpossible' });
  await people(5);
  expect(await apply(withGate())).toMatchObject({ gates: [{ gate: 'go-live', outcome: 'created' }] });
});

test('a gate follows its file until it freezes; then a change waits for the SRO, and both verdicts are given', async () => {
  await people(12);
  await apply(withGate({ decidesOn: on(60), goLiveOn: on(66) }));
  expect(await apply(withGate({ decidesOn: on(7) }))).toMatchObject({
    gates: [{ gate: 'go-live', outcome: 'planned' }],
  });
  const easier = withGate({
    criteria: [{ id: 'training', kind: 'training', group: { siteGroups: ['community'] }, floor: 0 }],
  });
  expect(await apply(easier)).toMatchObject({ gates: [{ gate: 'go-live', outcome: 'proposed' }] });
  expect(await apply({ ...base, gates: [] })).toEqual({ outcome: 'gateFrozen', gates: ['Go-live'] });
  const waiting = await waitingItemsOf(context, base, by(sroOid).personId);
  expect(waiting).toMatchObject([{ kind: 'gateChange', about: 'Go-live' }]);
  const change = { change: 1, isAccepted: true, rationale: 'Call 07700 900123.' };
  expect((await decideGateChange(context, { ...by(leadOid), ...change })).outcome).toBe('askedOfSomeoneElse');
  expect((await decideGateChange(context, { ...by(sroOid), ...change })).outcome).toBe('decided');
  const status = await gateStatus(context, { programmeId: base.id });
  const [state] = status.outcome === 'judged' ? status.gates : [];
  expect(state?.judgements.map(({ basis, verdict }) => [basis, verdict])).toEqual([
    ['agreed', 'met'],
    ['changed', 'met'],
  ]);
  expect((await gate()).decisions[0]?.rationale).not.toContain('900123');
});

test('it is asked, handed over, decided and logged once, beside what else is in the log', async () => {
  await apply(withGate({ criteria: [{ id: 'safety', kind: 'safetyCase' }] }));
  await work();
  expect((await gate()).askedRoles).toEqual(['sro']);
  await world.clock.advance(9 * 86_400_000);
  await work();
  expect((await gate()).askedRoles).toEqual(['sro', 'deputySro']);

  const words = { rationale: 'We cannot turn it on.' };
  const decide = (oid: string, kind: 'stop' | 'go') =>
    decideGate(context, { ...by(oid), kind, revision: 0, words });
  expect(await decide(leadOid, 'stop')).toEqual({ outcome: 'askedOfSomeoneElse' });
  expect(await decide(sroOid, 'go')).toEqual({ outcome: 'incomplete', missing: 'mitigation' });
  const outcomes = await Promise.all([decide(sroOid, 'stop'), decide(deputyOid, 'stop')]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['alreadyDecided', 'decided']);
  await work();

  const entries: DecisionLogEntry[] = [];
  for await (const { document } of listRecords(context.store, 'decision', base.id)) entries.push(document);
  expect(entries).toHaveLength(1);
  const [{ id: _id, pk: _pk, type: _type, schemaVersion: _version, mac, keyId, ...content }] =
    entries as unknown as [Record<string, unknown>];
  expect(context.keys.chainMac(chainedContent(content as never))).toEqual({ mac, keyId });
  expect(JSON.stringify(entries)).not.toMatch(/Sam Sponsor|Dee Deputy/);
  expect((await gate()).decisions[0]?.logged).toMatchObject({ seq: 1, head: mac });
});

test('what neither the SRO nor the deputy decides goes up to the board’s contact, until somebody decides it', async () => {
  const board = { aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000005', displayName: 'Bo Board' };
  const programme = withGate({ criteria: [{ id: 'safety', kind: 'safetyCase' }] });
  await apply({ ...programme, escalationPolicy: { ...programme.escalationPolicy, board } });
  const escalations = async () => {
    const found: Escalation[] = [];
    for await (const { document } of listRecords(context.store, 'escalation', base.id)) found.push(document);
    return found;
  };
  for (let silent = 0; silent < 4; silent += 1) {
    await work();
    await world.clock.advance(12 * 86_400_000);
  }
  expect(await escalations()).toMatchObject([
    {
      status: 'withExecutive',
      facts: [{ kind: 'gate', gateName: 'Go-live', unmet: ['Safety case'] }],
      assignment: { asked: [{ personId: personIdOf(board.aadObjectId), role: 'sponsor' }], step: 3 },
      copiedTo: [personIdOf(leadOid)],
    },
  ]);
  expect((await gate()).askedRoles).toEqual(['sro', 'deputySro']);

  const words = { rationale: 'We cannot turn it on.' };
  expect((await decideGate(context, { ...by(deputyOid), kind: 'stop', revision: 0, words })).outcome).toBe(
    'decided',
  );
  await work();
  expect(await escalations()).toMatchObject([
    { status: 'decided', decision: { decidedByName: 'Dee Deputy', role: 'deputySro' } },
  ]);
});

test('an adviser is somebody else who holds a role', async () => {
  await apply(withGate({ criteria: [{ id: 'safety', kind: 'safetyCase' }] }));
  await work();
  const words = { rationale: 'Now.', mitigation: 'Floorwalkers.', rollbackTrigger: 'Two delays.' };
  const go = (advisedBy: string) =>
    decideGate(context, {
      ...by(sroOid),
      kind: 'go',
      revision: 0,
      words: { ...words, advisedBy: personIdOf(advisedBy) },
    });
  expect(await go(sroOid)).toEqual({ outcome: 'incomplete', missing: 'advisedBy' });
  expect(await go('somebody-else')).toEqual({ outcome: 'incomplete', missing: 'advisedBy' });
  expect(await go(officerOid)).toEqual({ outcome: 'decided' });
});

test('the safety case is the officer’s word, evidence the team’s, and a gate can be met', async () => {
  await apply(
    withGate({
      criteria: [
        { id: 'safety', kind: 'safetyCase' },
        {
          id: 'reports',
          kind: 'evidence',
          topic: 'reporting',
          what: 'The daily return runs',
          owner: 'Head of information',
          dueOn: today,
        },
      ],
    }),
  );
  const accepted = { kind: 'safetyCase', isMet: true, words: 'Version 1.4.' } as const;
  const seen = { kind: 'evidence', isMet: true, words: 'It ran.' } as const;
  const state = (oid: string, criterionId: string, said: typeof accepted | typeof seen) =>
    stateOnGate(context, { ...by(oid), criterionId, said });
  expect((await state(leadOid, 'safety', accepted)).outcome).toBe('anotherRole');
  expect((await state(officerOid, 'safety', accepted)).outcome).toBe('stated');
  expect((await state(officerOid, 'reports', seen)).outcome).toBe('anotherRole');
  expect((await state(leadOid, 'reports', seen)).outcome).toBe('stated');
  expect(await gateStatus(context, { programmeId: base.id })).toMatchObject({
    gates: [{ judgements: [{ verdict: 'met' }] }],
  });
});

test('a new SRO gets the card of a gate that is open', async () => {
  await people(5);
  await apply(withGate());
  await work();
  const sro = [{ aadObjectId: officerOid, displayName: 'Nia New' }];
  const changed = withGate();
  await apply({ ...changed, roles: { ...changed.roles, sro } });
  const { askings, intents } = await gate();
  expect(askings).toBe(2);
  expect(intents.filter(({ kind }) => kind === 'put-on-desk').map(({ id }) => id)).toEqual([
    'put-on-desk:1',
    'put-on-desk:2',
  ]);
});

test('figures come from the latest wave that may feed a gate', async () => {
  await people(12);
  await apply(
    withGate({
      criteria: [{ id: 'c', kind: 'confidence', pulse: asId('readiness'), group: {}, floor: 0.6 }],
    }),
  );
  expect(await gateStatus(context, { programmeId: base.id })).toMatchObject({
    gates: [{ judgements: [{ verdict: 'notHeardYet', results: [{ reason: { kind: 'noRelease' } }] }] }],
  });
  await createRecord(context.store, 'release', {
    waveId: asId('larkfield.readiness.w9'),
    programmeId: base.id,
    pulseId: asId('readiness'),
    title: 'A list of the lead’s own',
    minimumGroupSize: 5,
    confidenceFloor: 0.6,
    releasedAt: context.clock.now(),
    partIds: [],
    attempt: 'a',
  } as never);
  expect(await gateStatus(context, { programmeId: base.id })).toMatchObject({
    gates: [{ judgements: [{ results: [{ reason: { kind: 'noRelease' } }] }] }],
  });
});
