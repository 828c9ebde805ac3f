/** Messages to respondents wait for the hours that suit them, and are paid for out of the person's budget. */

import { invitedPeople } from '../../src/app/audience/invited-people';
import { resolveRecipients } from '../../src/app/audience/resolve-recipients';
import { changeCampaign } from '../../src/app/campaign/change-campaign';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { addressPk, personDocumentId } from '../../src/app/documents';
import { remind } from '../../src/app/intents/remind.intent';
import { createRecord, readRecord, upsertRecord } from '../../src/app/records';
import { cancelCampaign } from '../../src/domain/campaign/advance-campaign';
import type { Campaign } from '../../src/domain/campaign/campaign';
import type { CampaignPlan, Recipient } from '../../src/domain/campaign/plan-campaign';
import { type AtomId, asId, type WaveId } from '../../src/domain/ids';
import { type Day, epochMsOf, type Instant, plusDays } from '../../src/domain/instant';
import { planIntents } from '../../src/domain/intent/plan-intents';
import type { Shift } from '../../src/domain/programme/person';
import type { Wave } from '../../src/domain/pulse/wave';
import type { SendingPolicy } from '../../src/domain/timing/sending-policy';
import { aProgramme } from '../support/samples';
import { countsOf, planFor, programmeId, WorkerWorld } from '../support/worker-world';

const campaignId = asId<Campaign['campaignId']>('invite.w1');
let world: WorkerWorld;
beforeEach(async () => {
  world = await WorkerWorld.open();
});
afterEach(() => world.close());

/** A real programme's rules; the world's programme has none. */
const keeping = (sending: SendingPolicy = {}) =>
  upsertRecord(world.store, 'programme', { ...aProgramme(), sending });

/** From then on it is that time; the world began on Monday 2 March 2026 at ten. */
const itIs = (instant: string) =>
  world.clock.correctWallTime(epochMsOf(instant as Instant) - epochMsOf(world.clock.now()));

const on = (shift: Shift, people: readonly Recipient[], siteGroup?: string) =>
  people.map((person) => ({ ...person, timing: { shift, ...(siteGroup ? { siteGroup } : {}) } }));

async function send(people: readonly Recipient[], more: Partial<CampaignPlan> = {}): Promise<void> {
  const ordered = [...people].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  const invited = (async function* () {
    yield* ordered;
  })();
  const plan = planFor(campaignId, people, { audienceKind: 'respondent', ...more });
  await startCampaign(world.context, plan, { invited });
}

const received = () => world.messenger.received.length;
const counts = async (id = campaignId) => countsOf(await world.deliveries(id));
const dueAt = async () => (await world.campaign(campaignId)).intents.map((intent) => intent.dueAt);
/** Nothing of it is being carried out any more: it is left for later. */
const waits = () =>
  world.until(async () => (await dueAt()).every((due) => due > world.clock.now()), { withinMs: 20_000 });

it('sends to whoever may be written to now, and to the others when their hours come, one after the other', async () => {
  await keeping();
  const people = await world.people(6);
  const [chooser] = people;
  if (!chooser) throw new Error('nobody');
  await createRecord(world.store, 'preferences', {
    ...chooser,
    stopAsking: false,
    suits: 'evening',
    changedAt: world.clock.now(),
  });
  await send([...on('days', people.slice(0, 4)), ...on('nights', people.slice(4))]);
  world.start();
  await waits();
  expect(await counts()).toEqual({ delivered: 3, pending: 3 });
  expect(await dueAt()).toEqual(['2026-03-02T17:00:00.000Z']);

  await startCampaign(world.context, planFor('role', people, { lane: 'normal' }));
  await world.finished(asId('role'));
  expect(received()).toBe(9);

  itIs('2026-03-02T17:00:00.000Z');
  await waits();
  expect(await counts()).toEqual({ delivered: 4, pending: 2 });
  expect(await dueAt()).toEqual(['2026-03-02T21:00:00.000Z']);
  itIs('2026-03-02T21:00:00.000Z');
  await world.finished(campaignId);
  expect(await counts()).toEqual({ delivered: 6 });
  expect((await world.campaign(campaignId)).status).toBe('done');
});

it('goes on where it stood after a restart, and asks once a day whether the days left out are still left out', async () => {
  const blackouts = [
    { from: '2026-03-02' as Day, to: '2026-03-20' as Day, why: 'A move', siteGroups: ['acute'] },
  ];
  await keeping({ blackouts });
  const people = await world.people(4);
  // Their deliveries are older than the days left out: whose site it is, is looked up.
  await send([...on('days', people.slice(0, 2)), ...on('days', people.slice(2), 'community')]);
  const first = world.start();
  await waits();
  expect(await counts()).toEqual({ delivered: 2, pending: 2 });
  expect((await dueAt())[0]?.slice(0, 10)).toBe('2026-03-03');
  await first.worker.stop();

  await keeping();
  itIs('2026-03-03T12:00:00.000Z');
  world.start();
  await world.finished(campaignId);
  expect(await counts()).toEqual({ delivered: 4 });
});

it('cancels what could only be sent when it is over, and what waits when the campaign is cancelled', async () => {
  await keeping();
  const people = await world.people(4);
  const pointlessAfter = '2026-03-02T20:00:00.000Z' as Instant;
  await send([...on('days', people.slice(0, 2)), ...on('nights', people.slice(2))], { pointlessAfter });
  world.start();
  await world.finished(campaignId);
  expect((await world.deliveries(campaignId)).map(({ reason }) => reason).sort()).toEqual([
    'noSuitableTime',
    'noSuitableTime',
    undefined,
    undefined,
  ]);
});

it('sends nothing that is over, although nobody got round to closing it', async () => {
  await keeping();
  const pointlessAfter = '2026-03-02T10:00:00.000Z' as Instant;
  await send(on('days', await world.people(2)), { pointlessAfter });
  world.start();
  await world.finished(campaignId);
  expect(received()).toBe(0);
  expect((await world.deliveries(campaignId)).map(({ reason }) => reason)).toEqual([
    'nothingToSend',
    'nothingToSend',
  ]);
});

it('stops within a second when it is cancelled while everybody waits', async () => {
  await keeping();
  itIs('2026-03-02T23:00:00.000Z');
  await send(on('days', await world.people(3)));
  world.start();
  await waits();
  await changeCampaign(world.context, { programmeId, campaignId }, (campaign) =>
    cancelCampaign(campaign, world.clock.now()),
  );
  await world.until(async () => (await counts()).pending === undefined, { withinMs: 1_000 });
  expect(await counts()).toEqual({ cancelled: 3 });
  expect(received()).toBe(0);
});

it('drops what was admitted too late, and writes before the handover or after it', async () => {
  await keeping();
  itIs('2026-03-02T18:59:50.000Z');
  await send(on('days', await world.people(2)));
  world.start();
  await waits();
  expect(received()).toBe(0);
  expect(await dueAt()).toEqual(['2026-03-02T20:30:00.000Z']);
});

async function openWave(id: string, opensAt: string, more: Partial<Wave> = {}): Promise<Wave> {
  const wave: Wave = {
    waveId: asId<WaveId>(id),
    programmeId,
    pulseId: asId('pulse'),
    title: id,
    status: 'open',
    questions: [],
    audience: { kind: 'everyone' },
    minimumGroupSize: 5,
    confidenceFloor: 0.6,
    frame: { atoms: [] },
    campaignId: asId(`invite.${id}`),
    opensAt: opensAt as Instant,
    closesAt: plusDays(opensAt as Instant, 14),
    openedBy: 'command',
    intents: [],
    ...more,
  };
  await createRecord(world.store, 'wave', wave);
  return wave;
}

describe('reminders', () => {
  const reminding = () => changeWave();
  async function changeWave(): Promise<void> {
    const dueAt = world.clock.now();
    const intent = { id: 'remind:1', kind: 'remind', lane: 'normal' as const, dueAt, data: { pass: 1 } };
    const wave = await readRecord(world.store, 'wave', programmeId, 'w1');
    if (!wave) throw new Error('no wave');
    await upsertRecord(world.store, 'wave', planIntents(wave.document, [intent]));
  }
  const marks = async () =>
    Object.fromEntries(
      (await world.deliveries(campaignId)).map((delivery) => [
        delivery.personId,
        [delivery.timing?.shift, delivery.reminderProcessed],
      ]),
    );

  it('wait like first messages, and a mark tells the hours that suit and nothing else', async () => {
    await keeping();
    await openWave('w1', '2026-03-02T10:00:00.000Z');
    const people = await world.people(8);
    const answered = new Set(people.filter((_, index) => index % 2 === 0).map(({ personId }) => personId));
    const invited = [...on('days', people.slice(0, 4)), ...on('nights', people.slice(4))];
    await send(invited);
    const shouldRemind = async (_: unknown, { personId }: { readonly personId: string }) =>
      !answered.has(personId as Recipient['personId']);
    world.start({ handlers: [remind], shouldRemind });
    await waits();
    itIs('2026-03-02T21:00:00.000Z');
    await world.finished(campaignId);
    expect(received()).toBe(8);

    itIs('2026-03-06T15:00:00.000Z');
    await reminding();
    await world.until(() => received() === 10);
    await waits();
    const byShift = Object.values(await marks()).map(([shift, mark]) => `${shift} ${mark}`);
    expect([...new Set(byShift)].sort()).toEqual(['days 1', 'nights undefined']);

    itIs('2026-03-06T21:00:00.000Z');
    await world.finished(campaignId);
    expect(Object.values(await marks()).every(([, mark]) => mark === 1)).toBe(true);
    expect(received()).toBe(12);
  });

  it('pass over whoever still waits for the first message', async () => {
    const blackouts = [
      { from: '2026-03-02' as Day, to: '2026-03-07' as Day, why: 'A move', siteGroups: ['acute'] },
    ];
    await keeping({ blackouts });
    await openWave('w1', '2026-03-02T10:00:00.000Z');
    const people = await world.people(4);
    await send([...on('days', people.slice(0, 2), 'community'), ...on('days', people.slice(2), 'acute')]);
    world.start({ handlers: [remind] });
    await waits();
    itIs('2026-03-06T15:00:00.000Z');
    await reminding();
    await world.until(() => received() === 4);
    await waits();
    expect(await counts()).toEqual({ delivered: 2, pending: 2 });
    expect(Object.values(await marks()).every(([, mark]) => mark === 1)).toBe(true);
    itIs('2026-03-08T10:00:00.000Z');
    await world.finished(campaignId);
    expect(received()).toBe(6);
  });
});

test('an audience keeps what decides its people’s hours, and hands it on to those who hear of the result', async () => {
  const blackouts = [
    { from: '2026-04-01' as Day, to: '2026-04-02' as Day, why: 'A move', siteGroups: ['acute'] },
  ];
  await keeping({ blackouts });
  const [first] = await world.people(2);
  if (!first) throw new Error('nobody');
  const person = await readRecord(world.store, 'person', programmeId, personDocumentId(first.personId));
  if (!person) throw new Error('nobody on file');
  await upsertRecord(world.store, 'person', { ...person.document, shift: 'nights' });
  const cells = [{ siteGroup: 'acute', staffFamily: 'nursing' }];
  const atom = { id: asId<AtomId>('all'), name: 'All', cells, headcount: 2 };
  const wave = await openWave('w1', '2026-03-02T10:00:00.000Z', { frame: { atoms: [atom] } });
  const programme = { ...aProgramme(), sending: { blackouts } };
  const timings = async (recipients: AsyncIterable<Recipient>) => {
    const found: Record<string, unknown> = {};
    for await (const { personId, timing } of recipients) found[personId] = timing;
    return [
      found[first.personId],
      ...Object.entries(found)
        .filter(([id]) => id !== first.personId)
        .map(([, timing]) => timing),
    ];
  };
  const expected = [{ shift: 'nights', siteGroup: 'acute' }, { siteGroup: 'acute' }];
  expect(await timings(invitedPeople(world.context, programme, wave))).toEqual(expected);
  await startCampaign(world.context, planFor(campaignId, [], { audienceKind: 'respondent' }), {
    invited: invitedPeople(world.context, programme, wave),
  });
  const recipients = { kind: 'atoms' as const, waveId: 'w1', atomIds: ['all'] };
  expect(await timings(resolveRecipients(world.context, { programmeId, recipients }))).toEqual(expected);
});

describe('the budget', () => {
  const asked = (wave: Wave, people: readonly Recipient[]) =>
    send(people, { campaignId: wave.campaignId, subjectId: wave.waveId });
  const reasons = async ({ campaignId: id }: Wave) =>
    [...new Set((await world.deliveries(id)).map(({ status, reason }) => reason ?? status))].join();

  it('lets one pulse a fortnight ask a person, by the days of opening, and charges both or neither', async () => {
    const people = await world.people(2);
    const first = await openWave('w1', '2026-03-02T10:00:00.000Z');
    const tooSoon = await openWave('w2', '2026-03-15T10:00:00.000Z');
    const inTime = await openWave('w3', '2026-03-16T10:00:00.000Z');
    const check = await openWave('w4', '2026-03-17T10:00:00.000Z', { isCheck: true });
    world.start();
    for (const wave of [first, tooSoon, inTime, check]) {
      itIs(wave.opensAt);
      await asked(wave, people);
      await world.finished(wave.campaignId);
    }
    expect(await Promise.all([first, tooSoon, inTime, check].map(reasons))).toEqual([
      'delivered',
      'budget',
      'delivered',
      'delivered',
    ]);
    const [person] = people;
    const pk = person ? addressPk(person.organisationId, person.personId) : '';
    const { charges, pulses } = (await readRecord(world.store, 'allowance', pk, 'allowance'))?.document ?? {};
    expect(charges?.map(({ chargeId }) => chargeId)).toEqual(['invite.w3', 'invite.w4']);
    expect(pulses).toEqual([
      { waveId: 'w1', openedOn: '2026-03-02' },
      { waveId: 'w3', openedOn: '2026-03-16' },
      { waveId: 'w4', openedOn: '2026-03-17', isCheck: true },
    ]);
  });
});
