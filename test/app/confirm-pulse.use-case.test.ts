/** A pulse that was set up in chat is confirmed in time, however long its people take to count, and its wave opens once. */

import { pulseDocumentId } from '../../src/app/documents';
import { intentHandlers } from '../../src/app/intents/registry';
import { savePerson } from '../../src/app/people/save-person';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { confirmPulse } from '../../src/app/pulse-setup/confirm-pulse.use-case';
import { createRecord, listRecords, readRecord } from '../../src/app/records';
import { openWave } from '../../src/app/wave/open-wave.use-case';
import { asId, type PersonId } from '../../src/domain/ids';
import type { ChatPulse } from '../../src/domain/pulse/chat-pulse';
import type { Wave } from '../../src/domain/pulse/wave';
import { pulseConfirmVerb } from '../../src/teams/verbs/pulse-confirm.verb';
import { pulseOpenVerb } from '../../src/teams/verbs/pulse-open.verb';
import { FaultyStore } from '../support/faulty-store';
import { LaggingStore } from '../support/lagging-store';
import { peopleOf } from '../support/running-bot';
import { aProgramme, aPulse, leadOid, tenantId } from '../support/samples';
import { programmeId, WorkerWorld } from '../support/worker-world';

const pulseId = asId<ChatPulse['pulseId']>('pulse-abcdefgh');
const place = { programmeId, pulseId, revision: 1 };
const confirmedBy = asId<PersonId>('lead');

let world: WorkerWorld;
beforeEach(async () => {
  world = await WorkerWorld.open();
  const people = peopleOf(aProgramme(), 6, (oid) => world.keys.personIdOf(tenantId, oid));
  for (const person of people) await savePerson(world.context, person, false);
  const definition = { ...aPulse(), id: pulseId };
  await createRecord(world.store, 'pulse', {
    ...{ programmeId, pulseId, status: 'draft', definition, revision: 1, intents: [] },
  });
});
afterEach(() => world.close());

const pulse = async () =>
  (await readRecord(world.store, 'pulse', programmeId, pulseDocumentId(pulseId)))?.document;
async function waves(): Promise<readonly Wave[]> {
  const found: Wave[] = [];
  for await (const { document } of listRecords(world.store, 'wave', programmeId)) found.push(document);
  return found;
}
/** The decision is on record, and the process that took it opens nothing. */
async function breakOff() {
  const store = new FaultyStore(world.store, ({ type, method }) =>
    type === 'openings' && method === 'create' ? { when: 'before', what: 'ambiguous' } : undefined,
  );
  await expect(confirmPulse({ ...world.context, store }, { ...place, confirmedBy })).rejects.toThrow();
  expect(await pulse()).toMatchObject({ status: 'confirmed', intents: [{ kind: 'open-confirmed' }] });
}
async function minuteLater() {
  world.clock.correctWallTime(60_000);
  world.start({ handlers: intentHandlers });
  await world.until(async () => (await pulse())?.intents.length === 0);
}

const actor = () => ({
  ...{ tenantId, aadObjectId: leadOid, personId: world.keys.personIdOf(tenantId, leadOid) },
  ...{ teamsUserId: '29:lead', conversationId: 'c', serviceUrl: 'https://smba.trafficmanager.net/uk/' },
});
/** Nobody can be read before `counted` is called. */
function slowToCount() {
  let counted = () => {};
  const counting = new Promise<void>((done) => {
    counted = done;
  });
  const store = new LaggingStore(world.store, ({ words }) =>
    words === 'list person' ? { before: () => counting } : undefined,
  );
  return { store, counted, edge: { app: { ...world.context, store }, isLocal: false } };
}

test('a tap is answered in time while the people are counted, decides nothing later, and the next one finds them counted', async () => {
  const { store, counted, edge } = slowToCount();
  const tap = async () => {
    const data = { cardVersion: 1 as const, ...place };
    const request = { actor: actor(), data, isAutomaticRefresh: false, correlationId: 'c' };
    return JSON.stringify((await pulseConfirmVerb.handle(edge, request)).card);
  };
  const first = tap();
  await world.clock.advance(4_000);
  const said = await first;
  expect(said).toContain('We could not confirm this: tap again.');
  expect(said).toContain('The people are still being counted.');
  await world.clock.advance(120_000);
  counted();
  await store.settled();
  expect(await pulse()).toMatchObject({ status: 'draft' });
  expect(await tap()).toContain('It is open: 24 people are asked from now on.');
});

test('so is one that opens a wave now, which then opens', async () => {
  await applyProgramme(world.context, aProgramme());
  const { store, counted, edge } = slowToCount();
  const data = { cardVersion: 1 as const, programmeId, pulseId: aPulse().id };
  const request = { actor: actor(), data, isAutomaticRefresh: false, correlationId: 'c' };
  const reply = pulseOpenVerb.handle(edge, request);
  await world.clock.advance(4_000);
  expect(JSON.stringify((await reply).card)).toContain('takes longer than a card can wait');
  counted();
  await world.until(async () => (await waves()).length === 1);
  await store.settled();
});

test('a wave that broke off while it was opened is opened, once', async () => {
  await breakOff();
  await minuteLater();
  const [wave, ...others] = await waves();
  expect(others).toEqual([]);
  expect(wave).toMatchObject({ pulseId, openedBy: confirmedBy });
  expect(await confirmPulse(world.context, { ...place, confirmedBy })).toMatchObject({
    outcome: 'opened',
    wave: { waveId: wave?.waveId },
  });
});

test('where something came in its way since, whoever runs the programme is told', async () => {
  await breakOff();
  await openWave(world.context, { programmeId, pulseId: aPulse().id, openedBy: 'command' });
  await minuteLater();
  expect(await pulse()).toMatchObject({ status: 'confirmed', missed: [{ reason: 'askedAlready' }] });
});
