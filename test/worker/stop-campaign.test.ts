/** Stopping a campaign: nothing begins afterwards, everybody is accounted for, and the figures always add up. */

import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { stopCampaign } from '../../src/app/campaign/stop-campaign.use-case';
import { listRecords, readRecord } from '../../src/app/records';
import { startReminder } from '../../src/domain/campaign/advance-campaign';
import type { Delivery, DeliveryStatus } from '../../src/domain/campaign/campaign';
import { ReportTally } from '../../src/domain/campaign/campaign-report';
import { newDelivery, type Recipient } from '../../src/domain/campaign/plan-campaign';
import { asId } from '../../src/domain/ids';
import type { Instant } from '../../src/domain/instant';
import { SystemClock } from '../../src/system-clock';
import { ConnectorTransport } from '../../src/teams/connector-transport';
import { TeamsMessenger } from '../../src/teams/teams-messenger';
import { type DeliveryChange, recordDelivery } from '../../src/worker/record-delivery';
import { startWorker } from '../../src/worker/worker';
import { campaignTotals } from '../support/campaign-totals';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import type { FalseReply, MessengerCall } from '../support/recording-messenger';
import { tenantId } from '../support/samples';
import { countsOf, plainCards, planFor, programmeId, WorkerWorld } from '../support/worker-world';

let world: WorkerWorld;
let replyTo: (call: MessengerCall) => FalseReply | undefined;
const open = async () => {
  replyTo = () => undefined;
  world = await WorkerWorld.open({ latencyMs: 50, replyTo: (call) => replyTo(call) });
};
afterEach(() => world.close());

const place = (id: string) => ({ programmeId, campaignId: asId<Delivery['campaignId']>(id) });
const stop = (id: string) => stopCampaign(world.context, place(id));
const balanced = async (id: string, invited: number) => {
  const totals = await campaignTotals(world.context, asId(id));
  const { delivered, unreachable, failed, pending, cancelled } = totals;
  expect(delivered + unreachable + failed + pending + cancelled).toBe(totals.invited);
  expect(totals.invited).toBe(invited);
  return totals;
};

it('ends also the tries of somebody whom Teams made wait', async () => {
  await open();
  const people = await world.people(40);
  replyTo = ({ kind, index }) =>
    kind === 'post' && index % 4 === 0
      ? { reply: { outcome: 'throttled', scope: 'conversation', retryAfterMs: 20_000 } }
      : undefined;
  world.start();
  await startCampaign(world.context, planFor('waits', people));
  await world.until(() => world.messenger.received.length >= 20);
  const stoppedAtMs = world.clock.monotonicMs();
  expect(await stop('waits')).toMatchObject({ outcome: 'stopped' });
  await world.finished(asId('waits'));
  await world.clock.advance(60_000);
  expect(Math.max(...world.messenger.requestsAtMs) - stoppedAtMs).toBeLessThanOrEqual(1_000);
  const { pending, cancelled } = await balanced('waits', 40);
  expect(pending).toBe(0);
  expect(cancelled).toBeGreaterThan(0);
  expect(await stop('waits')).toMatchObject({ outcome: 'nothingToStop' });
  expect(await stop('nothing')).toEqual({ outcome: 'noSuchCampaign' });
});

it('while its list of people is being made sends nothing, and everybody on it is accounted for', async () => {
  await open();
  const people = await world.people(30);
  world.start();
  async function* slowly(): AsyncGenerator<Recipient> {
    for (const [index, person] of people.entries()) {
      if (index === 10) await stop('early');
      // Long enough for what is there to be marked before the rest is written.
      if (index === 20) await world.clock.advance(2_000);
      yield person;
    }
  }
  await startCampaign(world.context, planFor('early', people), { invited: slowly() });
  await world.finished(asId('early'));
  expect(world.messenger.requestsAtMs).toEqual([]);
  expect(await balanced('early', 30)).toMatchObject({ pending: 0, cancelled: 30 });
  expect(countsOf(await world.deliveries(asId('early')))).toEqual({ cancelled: 30 });
});

it('of what everybody has ends the reminder that is going out, and lets no later one begin', async () => {
  await open();
  const people = await world.people(10);
  world.start();
  await startCampaign(world.context, planFor('sent', people));
  await world.finished(asId('sent'));
  const reminded = startReminder(await world.campaign(asId('sent')), 1, world.clock.now());
  if (!reminded) throw new Error('no reminder');
  const stored = await readRecord(world.store, 'campaign', programmeId, 'sent');
  await world.store.upsert('programmes', { ...(stored?.document ?? {}), ...reminded } as never);
  expect(await stop('sent')).toMatchObject({ outcome: 'stopped' });
  const stopped = await world.campaign(asId('sent'));
  expect(stopped).toMatchObject({ status: 'done', intents: [], isReminderless: true });
  expect(startReminder(stopped, 2, world.clock.now())).toBeUndefined();
  expect(await balanced('sent', 10)).toMatchObject({ delivered: 10 });
});

it('over HTTP leaves a Teams that counts for itself with what is on record as delivered, and no more', async () => {
  await open();
  const clock = new SystemClock();
  const teams = await LoopbackTeams.start({ auth: false, tenantId, appRequestsPerSecond: 0 });
  const transport = new ConnectorTransport({ clock, serviceUrls: 'loopback' });
  const messenger = new TeamsMessenger({ transport, clock, botId: '28:bot', serviceUrl: teams.serviceUrl });
  const context = { ...world.context, clock, poke: () => worker.poke() };
  const worker = startWorker({
    ...{ context, messenger, cards: plainCards, handlers: [] },
    shouldRemind: async () => true,
    campaignsShowing: async () => [],
    requestsPerSecond: 100,
    leaseUnitMs: 500,
    pollEveryMs: 50,
  });
  const finished = async (id: string) => {
    while ((await world.campaign(asId(id))).intents.length > 0) await sleep(20);
  };
  try {
    const people = await world.people(110);
    await startCampaign(context, planFor('http', people.slice(0, 100)));
    while (teams.statistics().messagesAccepted < 20) await sleep(10);
    await stopCampaign(context, place('http'));
    await finished('http');
    const { delivered } = await balanced('http', 100);
    expect(teams.statistics().messagesAccepted).toBe(delivered);
    expect(delivered).toBeLessThan(100);
    // What is sent after it is all that is sent after it.
    await startCampaign(context, planFor('next', people.slice(100)));
    await finished('next');
    expect(teams.statistics().messagesAccepted).toBe(delivered + 10);
  } finally {
    await worker.stop();
    await transport.close();
    await teams.close();
  }
});

/** Everything that is ever written about a delivery, with the condition under which it is. */
const isPending = ({ status }: Delivery) => status === 'pending';
const changes: Readonly<Record<string, readonly [DeliveryChange, (current: Delivery) => boolean]>> = {
  delivered: [{ status: 'delivered', activityId: 'm', attempts: 2 }, isPending],
  carried: [{ status: 'delivered', reason: 'carried' }, isPending],
  unreachable: [{ status: 'unreachable', reason: 'MessageWritesBlocked' }, isPending],
  failed: [{ status: 'failed', reason: 'unconfirmed', possibleDuplicate: true }, isPending],
  allowance: [{ status: 'cancelled', reason: 'allowance' }, isPending],
  stopped: [{ status: 'cancelled', reason: 'campaignCancelled' }, isPending],
  doubtful: [{ possibleDuplicate: true }, isPending],
  reminded: [{ reminderProcessed: 1 }, ({ reminderProcessed = 0 }) => reminderProcessed < 1],
  corrected: [{ wording: 1 }, ({ status, wording = 0 }) => status === 'delivered' && wording < 1],
};
const step = fc.record({
  person: fc.nat({ max: 7 }),
  change: fc.constantFrom(...Object.keys(changes)),
  /** The writer read the delivery before the last write of another. */
  isStale: fc.boolean(),
  /** It died before its write, or after it and before it knew. */
  dies: fc.constantFrom('not', 'not', 'before', 'after'),
});

it('invited = delivered + unreachable + failed + pending + cancelled at every instant, whatever is written and whoever dies', async () => {
  await open();
  const now = '2026-11-24T10:00:00.000Z' as Instant;
  const statuses: readonly DeliveryStatus[] = ['delivered', 'unreachable', 'failed', 'pending', 'cancelled'];
  let runs = 0;
  const run = async (steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]) => {
    runs += 1;
    const { campaignId } = place(`run${runs}`);
    for (let person = 0; person < 8; person += 1) {
      const recipient = { personId: asId<never>(`p${person}`), organisationId: asId<never>('RZZ') };
      const plan = planFor(campaignId, [], { audienceKind: 'respondent' });
      const delivery = newDelivery(plan, {
        ...recipient,
        ...(person === 0 ? { choseNotToBeAsked: true } : {}),
      });
      await world.store.upsert('deliveries', {
        ...delivery,
        id: delivery.deliveryId,
        pk: campaignId,
        type: 'delivery',
        schemaVersion: 1,
      } as never);
    }
    const first = new Map<number, Awaited<ReturnType<typeof read>>>();
    const read = (person: number) =>
      readRecord(world.store, 'delivery', campaignId, `${campaignId}:p${person}`);
    const ended = new Map<string, DeliveryStatus>();
    for (const { person, change: name, isStale, dies } of steps) {
      const current = (isStale && first.get(person)) || (await read(person));
      if (!first.has(person)) first.set(person, current);
      const [change, isWanted] = changes[name] ?? [{}, () => false];
      if (!current || !isWanted(current.document) || dies === 'before') continue;
      const write = () =>
        recordDelivery(world.context, current, change, isWanted, new AbortController().signal);
      await write();
      // Whoever comes after it has read what it read, and does not know that it was written.
      if (dies === 'after') await write();
      const tally = new ReportTally();
      for await (const { document } of listRecords(world.store, 'delivery', campaignId)) {
        tally.add(document, now);
        const known = ended.get(document.deliveryId);
        if (known) expect(document.status).toBe(known);
        if (document.status !== 'pending') ended.set(document.deliveryId, document.status);
      }
      const { totals, reasons } = tally.report();
      expect(statuses.reduce((sum, status) => sum + totals[status], 0)).toBe(8);
      expect(totals.invited).toBe(8);
      for (const status of statuses) {
        const explained = reasons.filter((one) => one.status === status);
        expect(explained.reduce((sum, { people }) => sum + people, 0)).toBeLessThanOrEqual(totals[status]);
      }
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 20 }), run), { numRuns: 15 });
});
