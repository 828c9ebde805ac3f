/** What a preview promises and the opened wave then does, on a store. */

import { invitedPeople } from '../../src/app/audience/invited-people';
import { personDocumentId } from '../../src/app/documents';
import { savePerson } from '../../src/app/people/save-person';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { createRecord, listRecords } from '../../src/app/records';
import { previewPulse } from '../../src/app/schedule/preview-pulse.use-case';
import { openWave } from '../../src/app/wave/open-wave.use-case';
import { asId } from '../../src/domain/ids';
import { type Day, type Instant, plusDays } from '../../src/domain/instant';
import type { Person } from '../../src/domain/programme/person';
import type { Programme } from '../../src/domain/programme/programme';
import type { Audience, PulseDefinition } from '../../src/domain/pulse/question';
import { pulseLookVerb } from '../../src/teams/verbs/pulse-look.verb';
import { peopleOf } from '../support/running-bot';
import { aProgramme, aPulse, leadOid, tenantId } from '../support/samples';
import { WorkerWorld } from '../support/worker-world';

const pulse = aPulse();
const base: Programme = {
  ...aProgramme(),
  sending: {},
  gates: [
    {
      id: 'go-live',
      name: 'Go-live',
      decidesOn: '2026-06-01' as Day,
      goLiveOn: '2026-06-08' as Day,
      setBy: 'Programme board',
      why: 'The contract ends.',
      criteria: [
        { id: 'acute', kind: 'confidence', pulse: pulse.id, group: { siteGroups: ['acute'] } },
        { id: 'phase', kind: 'response', pulse: pulse.id, group: { cohort: 'phase 1' }, floor: 0.5 },
      ],
      calendar: [],
    },
  ],
};

let world: WorkerWorld;
let people: readonly Person[];
beforeEach(async () => {
  world = await WorkerWorld.open();
  const personIdOf = (aadObjectId: string) => world.keys.personIdOf(tenantId, aadObjectId);
  people = peopleOf(base, 12, personIdOf).map((person, index) => ({
    ...person,
    cohort: index % 4 === 0 ? 'phase 2' : 'phase 1',
    ...(index % 6 === 0 ? { shift: 'nights' as const } : {}),
  }));
  for (const person of people) await savePerson(world.context, person, false);
  await applyProgramme(world.context, base);
});
afterEach(() => world.close());

const at = (time: string) => `2026-03-${time}:00.000Z` as Instant;
const preview = (audience: Audience, opens = at('03T10:00')) =>
  previewPulse(
    { ...world.context, settings: { ...world.context.settings, requestsPerSecond: 1 } },
    { programme: base, pulse: { ...pulse, audience }, at: opens },
  );
async function open(audience: Audience, more: Partial<PulseDefinition> = {}) {
  const programme = { ...base, gates: [], pulses: [{ ...pulse, ...more, audience }] };
  expect(await applyProgramme(world.context, programme)).toMatchObject({ outcome: 'updated' });
  return openWave(world.context, { programmeId: base.id, pulseId: pulse.id, openedBy: 'command' });
}

test('counts who is asked, by group, who is heard, and when the first and the last message would go out', async () => {
  const seen = await preview({ kind: 'everyone' });
  expect(seen).toMatchObject({
    invited: 48,
    writtenTo: 48,
    siteGroups: [
      { name: 'Larkfield General', people: 24 },
      { name: 'Community', people: 24 },
    ],
    staffFamilies: [{ people: 24 }, { people: 24 }],
    leftOut: [],
    notAsked: [],
    newToTeams: 48,
    tooSmall: [],
    gates: [{ gateId: 'gate.larkfield.go-live', name: 'Go-live', decidesOn: '2026-06-01' }],
    unheard: [],
    closesAt: plusDays(at('03T10:00'), 14),
    minutes: 3,
  });
  expect(seen.heard.map(({ people: count }) => count)).toEqual([12, 12, 12, 12]);
  // People on nights are written to from nine in the evening, at one request a second: three to each who is new.
  expect(seen.sending).toEqual({
    firstAt: at('03T10:00'),
    lastAt: at('03T21:00').replace('00.000', '24.000'),
  });
  for await (const _frame of listRecords(world.store, 'stageFrame', base.id))
    throw new Error('it froze a frame');
});

test('tells who is left out and why, and the gates that would go unheard; the wave keeps it', async () => {
  const audience: Audience = {
    kind: 'random',
    share: 0.5,
    seed: 's',
    only: { siteGroups: ['acute'] },
    leaveOut: [
      { cohorts: ['phase 2'], why: 'They go live in the autumn.' },
      { cohorts: ['phase 3'], why: 'Nobody is in it.' },
    ],
  };
  const seen = await preview(audience);
  expect(seen).toMatchObject({
    invited: 10,
    drawn: { share: 0.5, seed: 's' },
    leftOut: [{ groups: 'phase 2', why: 'They go live in the autumn.', people: 6 }],
    notAsked: [
      { because: 'otherGroups', people: 24 },
      { because: 'notDrawn', people: 8 },
    ],
    heard: [{ name: 'Larkfield General · all staff', people: 10 }],
    unheard: [
      { group: 'Larkfield General', because: 'partlyAsked', people: 10 },
      { group: 'phase 1', because: 'partlyAsked', people: 10 },
    ],
  });
  const opened = await open(audience);
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  const { wave } = opened;
  expect(opened.invited).toBe(10);
  expect(wave.leftOut?.map(({ people: count }) => count)).toEqual([6, 0]);
  expect(wave.notAsked).toEqual(seen.notAsked);
  const invited: string[] = [];
  for await (const { personId } of invitedPeople(world.context, base, wave)) invited.push(personId);
  const cohortOf = new Map(people.map(({ personId, cohort }) => [personId as string, cohort]));
  expect(invited.map((id) => cohortOf.get(id))).toEqual(Array(10).fill('phase 1'));
  expect((await preview(audience)).inTheWay).toEqual({
    title: 'Ready for go-live 1',
    closesAt: wave.closesAt,
  });
});

test('tells to the nearest 5 who gets no message, of a list nothing, and forgets nobody without Teams', async () => {
  const [first, ...others] = people;
  if (!first) throw new Error('nobody');
  const { organisationId } = first;
  for (const { personId } of others.slice(0, 4)) {
    await createRecord(world.store, 'preferences', {
      ...{ personId, organisationId, stopAsking: true, changedAt: at('02T10:00') },
    });
  }
  for (const { personId } of others.slice(4, 12)) {
    const pulses = [{ waveId: asId<never>('w'), openedOn: '2026-02-27' as Day }];
    await createRecord(world.store, 'allowance', { personId, organisationId, charges: [], pulses });
  }
  const seen = await preview({ kind: 'everyone' });
  expect(seen).toMatchObject({
    invited: 48,
    writtenTo: 33,
    notWrittenTo: { choseNotToBeAsked: 5, overBudget: 10, atAllowance: 0, noSuitableTime: 0 },
  });
  expect(await preview({ kind: 'everyone' }, at('14T10:00'))).toMatchObject({
    writtenTo: 43,
    notWrittenTo: { overBudget: 0 },
  });
  const listed = people.slice(0, 20).map(({ aadObjectId = '' }) => aadObjectId.toUpperCase());
  const list = await preview({
    kind: 'list',
    people: [...listed, listed[0] ?? '', leadOid],
    why: 'They tried it out.',
  });
  expect(list).toMatchObject({
    invited: 20,
    writtenTo: 20,
    chosenBecause: 'They tried it out.',
    duplicates: 1,
    notImported: [leadOid],
    notAsked: [{ because: 'notOnList', people: 28 }],
    unheard: [{ because: 'chosenByName' }, { because: 'chosenByName' }],
  });
  expect(list).not.toHaveProperty('notWrittenTo');
  const { aadObjectId: _unknown, ...assisted } = first;
  await createRecord(world.store, 'person', {
    ...{ ...assisted, personId: asId<never>('assisted'), isAssisted: true },
  });
  expect(await preview({ kind: 'everyone' })).toMatchObject({ invited: 49, writtenTo: 33, withoutTeams: 1 });
});

test('a list that names nobody of the programme does not open', async () => {
  expect(await open({ kind: 'list', people: [leadOid, leadOid.toUpperCase()], why: 'x' })).toEqual({
    outcome: 'nobodyToAsk',
    listed: 1,
  });
});

test('a gate is refused on a pulse that asks a part of its group only', async () => {
  const audience: Audience = { kind: 'everyone', leaveOut: [{ cohorts: ['phase 2'], why: 'Not yet.' }] };
  expect(await applyProgramme(world.context, { ...base, pulses: [{ ...pulse, audience }] })).toMatchObject({
    outcome: 'gateImpossible',
    groups: [{ criterion: 'acute', group: 'Larkfield General', partlyAskedBy: 'readiness', people: 18 }],
  });
});

test('the lead looks at it on a card, counted once for everybody who looks in the same minute', async () => {
  const edge = { app: world.context, isLocal: false };
  const actor = {
    ...{ tenantId, aadObjectId: leadOid, personId: world.keys.personIdOf(tenantId, leadOid) },
    ...{ teamsUserId: '29:lead', conversationId: 'c', serviceUrl: 'https://smba.trafficmanager.net/uk/' },
  };
  const look = async (pulseId = pulse.id) => {
    const data = { cardVersion: 1 as const, programmeId: base.id, pulseId };
    const request = { actor, data, isAutomaticRefresh: false, correlationId: 'c' };
    return JSON.stringify((await pulseLookVerb.handle(edge, request)).card);
  };
  expect(await look()).toContain('48 people are asked.');
  const [first] = people;
  if (!first) throw new Error('nobody');
  await world.store.delete('programmes', base.id, personDocumentId(first.personId));
  expect(await look()).toContain('48 people are asked.');
  await world.clock.advance(60_000);
  expect(await look()).toContain('47 people are asked.');
  expect(await look(asId('gone'))).toContain('This pulse is not there any more.');
});
