import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { addressPk } from '../../src/app/documents';
import { remind } from '../../src/app/intents/remind.intent';
import { changeRecord, createRecord, readRecord, upsertRecord } from '../../src/app/records';
import type { Delivery } from '../../src/domain/campaign/campaign';
import type { Recipient } from '../../src/domain/campaign/plan-campaign';
import { asId, type WaveId } from '../../src/domain/ids';
import { plusDays, plusMs } from '../../src/domain/instant';
import { planIntents } from '../../src/domain/intent/plan-intents';
import type { Wave } from '../../src/domain/pulse/wave';
import type { FalseReply, MessengerCall } from '../support/recording-messenger';
import { oidOf, plainCards, planFor, programmeId, WorkerWorld } from '../support/worker-world';

const campaignId = asId<Wave['campaignId']>('invite.w1');
const waveId = asId<WaveId>('w1');
let world: WorkerWorld;
let replyTo: (call: MessengerCall) => FalseReply | undefined;
beforeEach(async () => {
  replyTo = () => undefined;
  world = await WorkerWorld.open({ replyTo: (call) => replyTo(call) });
});
afterEach(() => world.close());

/** A wave that was sent to these people, with a reminder due in ten seconds. */
async function sentWave(people: readonly Recipient[]): Promise<void> {
  const now = world.clock.now();
  const wave: Wave = {
    waveId,
    programmeId,
    pulseId: asId('pulse'),
    title: 'Wave 1',
    status: 'open',
    questions: [],
    audience: { kind: 'everyone' },
    minimumGroupSize: 5,
    confidenceFloor: 0.6,
    frame: { atoms: [] },
    campaignId,
    opensAt: now,
    closesAt: plusDays(now, 14),
    openedBy: 'command',
    intents: [],
  };
  await createRecord(world.store, 'wave', planIntents(wave, [reminder(1)]));
  await startCampaign(world.context, planFor(campaignId, people, { audienceKind: 'respondent' }));
}

const reminder = (pass: number) => ({
  id: `remind:${pass}`,
  kind: 'remind',
  lane: 'normal' as const,
  dueAt: plusMs(world.clock.now(), 10_000),
  data: { pass },
});

const processed = async (pass: number) =>
  (await world.deliveries(campaignId)).every(({ reminderProcessed }) => reminderProcessed === pass);
const reminded = () =>
  world.messenger.received
    .filter(({ card }) => card.reminderPass !== 0)
    .map(({ aadObjectId }) => aadObjectId);
const without = ({ reminderProcessed: _, ...rest }: Delivery) => rest;

it('reminds whoever has not answered, and the records of all are alike whoever got a message', async () => {
  const people = await world.people(70);
  const answered = new Set(people.slice(0, 40).map(({ personId }) => personId));
  await sentWave(people);
  world.start({ handlers: [remind], shouldRemind: async (_, { personId }) => !answered.has(personId) });
  await world.until(async () =>
    (await world.deliveries(campaignId)).every(({ status }) => status === 'delivered'),
  );
  const before = await world.deliveries(campaignId);
  await world.until(() => processed(1), { stepMs: 200 });
  await world.finished(campaignId);
  const after = await world.deliveries(campaignId);
  expect(reminded()).toHaveLength(30);
  expect(after.map(without)).toEqual(before.map(without));
  for (const { personId, organisationId } of people) {
    const allowance = await readRecord(
      world.store,
      'allowance',
      addressPk(organisationId, personId),
      'allowance',
    );
    expect(allowance?.document.charges.map(({ chargeId }) => chargeId)).toEqual([
      campaignId,
      `${campaignId}:r1`,
    ]);
  }
});

it('reminds nobody who said stop, nor anybody twice when the reminder is started twice', async () => {
  const people = await world.people(4);
  await sentWave(people);
  world.start({ handlers: [remind] });
  await world.until(() => world.messenger.received.length === 4);
  const [stopped] = people;
  if (!stopped) throw new Error('nobody');
  await upsertRecord(world.store, 'preferences', {
    ...stopped,
    stopAsking: true,
    changedAt: world.clock.now(),
  });
  await world.until(() => processed(1), { stepMs: 200 });
  expect(reminded()).toHaveLength(3);
  await changeRecord(world.store, 'wave', programmeId, waveId, (wave) => ({
    outcome: 'again',
    next: planIntents(wave, [reminder(1)]),
  }));
  await world.clock.advance(12_000);
  await world.finished(campaignId);
  expect(reminded()).toHaveLength(3);
});

it('keeps nothing of how a reminder fared, not even a conversation opened for it', async () => {
  const people = await world.people(2);
  const blocked = oidOf(0);
  replyTo = ({ kind, aadObjectId, index }) =>
    aadObjectId === blocked && kind === 'open' && index < 2
      ? { reply: { outcome: 'unreachable', reason: 'MessageWritesBlocked' } }
      : undefined;
  await sentWave(people);
  world.start({ handlers: [remind] });
  await world.until(() => processed(1), { stepMs: 200 });
  await world.finished(campaignId);
  const person = (await world.deliveries(campaignId)).find(({ status }) => status === 'unreachable');
  expect(person).toMatchObject({ reason: 'MessageWritesBlocked', attempts: 1, reminderProcessed: 1 });
  expect(person?.activityId).toBeUndefined();
  expect(reminded()).toContain(blocked);
  const pk = addressPk(asId('RZZ'), person?.personId ?? asId(''));
  expect(await readRecord(world.store, 'address', pk, 'address')).toBeUndefined();
});

it('does not remind when the week’s allowance is used up, and marks everybody all the same', async () => {
  const people = await world.people(3);
  await sentWave(people);
  world.start({ handlers: [remind] });
  await world.until(() => world.messenger.received.length === 3);
  await startCampaign(world.context, planFor('other', people, { audienceKind: 'respondent' }));
  await world.finished(asId('other'));
  await world.until(() => processed(1), { stepMs: 200 });
  expect(reminded()).toEqual([]);
});

it('reminds nobody once the wave is closing', async () => {
  await sentWave(await world.people(3));
  world.start({ handlers: [remind] });
  await world.until(() => world.messenger.received.length === 3);
  await changeRecord(world.store, 'wave', programmeId, waveId, (wave) => ({
    outcome: 'closing',
    next: { ...wave, status: 'closing' as const },
  }));
  await world.clock.advance(12_000);
  expect(reminded()).toEqual([]);
});

it('reminds everybody else where one card cannot be made, or one chat takes no message for an hour', async () => {
  const people = await world.people(12);
  const [broken] = people;
  const refusing = oidOf(7);
  await sentWave(people);
  const { log } = world.start({
    handlers: [remind],
    cards: async (campaign, delivery, address) => {
      if (campaign.reminderPass && delivery.personId === broken?.personId) throw new TypeError('no card');
      return plainCards(campaign, delivery, address);
    },
  });
  await world.until(() => world.messenger.received.length === 12);
  replyTo = ({ aadObjectId }) =>
    aadObjectId === refusing
      ? { reply: { outcome: 'throttled', scope: 'conversation', retryAfterMs: 3_600_000 } }
      : undefined;
  await world.until(() => processed(1), { stepMs: 200 });
  expect(reminded()).toHaveLength(10);
  expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
});

it('goes on after a crash in the middle of a pass, repeating one page at most', async () => {
  const people = await world.people(120);
  await sentWave(people);
  const first = world.start({ handlers: [remind] });
  await world.until(() => world.messenger.received.length === 120);
  await world.until(() => reminded().length >= 60);
  first.kill();
  world.start({ handlers: [remind] });
  await world.until(() => processed(1), { stepMs: 200 });
  await world.finished(campaignId);
  expect(new Set(reminded()).size).toBe(120);
  expect(reminded().length).toBeLessThanOrEqual(120 + 50);
});
