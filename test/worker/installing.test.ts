/** A campaign to people without the app: a Teams that refuses until a Microsoft Graph has installed it, both over HTTP. */

import { rememberAddress } from '../../src/app/audience/find-address';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import type { PersonAddress } from '../../src/app/ports/address';
import type { AppInstaller } from '../../src/app/ports/directory';
import type { Delivery } from '../../src/domain/campaign/campaign';
import { asId, type OrganisationId } from '../../src/domain/ids';
import { type Graph, openGraph } from '../../src/graph/open-graph';
import { SystemClock } from '../../src/system-clock';
import { ConnectorTransport } from '../../src/teams/connector-transport';
import { TeamsMessenger } from '../../src/teams/teams-messenger';
import { startWorker, type Worker } from '../../src/worker/worker';
import { catalogueId, graphClient, LoopbackGraph } from '../support/loopback-graph';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import { tenantId } from '../support/samples';
import { KeptLog } from '../support/silent-log';
import { oidOf, plainCards, planFor, WorkerWorld } from '../support/worker-world';

/** Waits of seconds are short, so that nobody waits for a Teams that takes its time; time limits stay as they are. */
class BriskClock extends SystemClock {
  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return super.sleep(ms >= 1_000 && ms <= 10_000 ? ms / 50 : ms, signal);
  }
}

const clock = new BriskClock();
const log = new KeptLog();
let world: WorkerWorld;
let teams: LoopbackTeams;
let loopback: LoopbackGraph;
let graph: Graph;
let transport: ConnectorTransport;
let worker: Worker | undefined;

beforeEach(async () => {
  log.lines.length = 0;
  world = await WorkerWorld.open();
  teams = await LoopbackTeams.start({ auth: false, tenantId, appRequestsPerSecond: 0 });
  loopback = await LoopbackGraph.start();
  transport = new ConnectorTransport({ clock, serviceUrls: 'loopback', timeLimitMs: 120_000 });
  const { id: clientId, password } = graphClient;
  const { baseUrl, loginUrl } = loopback;
  const options = { clock, baseUrl, loginUrl, tenantId, clientId, password, installAppId: catalogueId };
  graph = openGraph(options);
  loopback.onInstalled = (id) => teams.user(id).unblock();
});
afterEach(async () => {
  await worker?.stop();
  await graph.close();
  await transport.close();
  await loopback.close();
  await teams.close();
  await world.close();
});

function lackApp(...indexes: readonly number[]): void {
  for (const index of indexes) {
    teams.user(oidOf(index)).lackApp();
    loopback.add({ id: oidOf(index), displayName: 'Invented Person' });
  }
}

/** Somebody whose chat is on record, because they had the app once. */
async function hadIt(index: number, known: Partial<PersonAddress>): Promise<void> {
  const { conversationId } = teams.user(oidOf(index));
  const personId = world.keys.personIdOf(tenantId, oidOf(index));
  const address = {
    personId,
    organisationId: asId<OrganisationId>('RZZ'),
    tenantId,
    aadObjectId: oidOf(index),
  };
  await rememberAddress(world, { address: { ...address, conversationId, ...known } });
}

/** Sends to so many people and ends when nobody is left. @returns what became of each, by the index of the person. */
async function sendTo(count: number, installer: AppInstaller | undefined): Promise<readonly Delivery[]> {
  const people = await world.people(count);
  const context = { ...world.context, clock, log, poke: () => worker?.poke() };
  const messenger = new TeamsMessenger({ transport, clock, botId: '28:bot', serviceUrl: teams.serviceUrl });
  worker = startWorker({
    context,
    messenger,
    ...(installer ? { installer } : {}),
    cards: plainCards,
    shouldRemind: async () => true,
    campaignsShowing: async () => [],
    handlers: [],
    identifiesPeople: true,
    requestsPerSecond: 0,
    pollEveryMs: 20,
  });
  const plan = planFor('first', people);
  await startCampaign(context, plan);
  while ((await world.campaign(plan.campaignId)).status !== 'done') await clock.sleep(20);
  const deliveries = await world.deliveries(plan.campaignId);
  return people.map((_person, index) => {
    const personId = world.keys.personIdOf(tenantId, oidOf(index));
    const delivery = deliveries.find((one) => one.personId === personId);
    if (!delivery) throw new Error('no delivery');
    return delivery;
  });
}
const warnings = () => log.lines.filter(({ level }) => level === 'warn');

it('installs the app once for whoever never had it, and then writes to them', async () => {
  const [kept, unknown, removed, unnoticed, removedLater] = [12, 13, 14, 15, 16] as const;
  lackApp(...Array.from({ length: 12 }, (_, index) => index + 4), unnoticed, removedLater);
  loopback.keptFromApp.add(oidOf(kept));
  loopback.people.delete(oidOf(unknown));
  // Teams knows for a moment nothing of this installation.
  loopback.onInstalled = (id) => {
    if (id !== oidOf(unnoticed)) teams.user(id).unblock();
    else void clock.sleep(30).then(() => teams.user(id).unblock());
  };
  await hadIt(removed, { teamsUserId: teams.user(oidOf(removed)).teamsUserId });
  await hadIt(removedLater, { beingInstalledAt: world.clock.now() });
  const deliveries = await sendTo(17, graph.installer);
  const unreachable = deliveries.flatMap(({ status, reason }, index) =>
    status === 'delivered' ? [] : [[index, status, reason]],
  );
  expect(unreachable).toEqual([
    [kept, 'unreachable', 'installFailed'],
    [unknown, 'unreachable', 'installFailed'],
    [removed, 'unreachable', 'notInstalled'],
    [removedLater, 'unreachable', 'notInstalled'],
  ]);
  expect([...loopback.installedFor].sort()).toEqual([4, 5, 6, 7, 8, 9, 10, 11, unnoticed].map(oidOf));
  expect(loopback.requests).toHaveLength(11);
  expect(loopback.log.throttled).toBe(0);
  expect([...teams.deliveredPerPerson().values()].every((messages) => messages === 1)).toBe(true);
  expect(warnings()).toEqual([]);
});

it('says once that the permission is missing, and the others are written to', async () => {
  lackApp(0, 1, 2);
  loopback.permissions.clear();
  const deliveries = await sendTo(5, graph.installer);
  expect(deliveries.map(({ reason }) => reason)).toEqual([
    'notInstalled',
    'notInstalled',
    'notInstalled',
    undefined,
    undefined,
  ]);
  expect(warnings()).toMatchObject([
    { fields: { because: 'permissionMissing', permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All' } },
  ]);
});

it('does not wait for a Graph that is away', async () => {
  lackApp(0, 1);
  loopback.strike({ path: /installedApps/, times: 1_000, status: 503, retryAfter: '0' });
  const deliveries = await sendTo(3, graph.installer);
  expect(deliveries.map(({ reason }) => reason)).toEqual(['installFailed', 'installFailed', undefined]);
  expect(warnings()).toMatchObject([{ fields: { because: 'directoryUnavailable' } }]);
});

it('without leave to install itself the person is unreachable because the app is not installed', async () => {
  lackApp(0);
  const [first, second] = await sendTo(2, undefined);
  expect(first).toMatchObject({ status: 'unreachable', reason: 'notInstalled' });
  expect(second).toMatchObject({ status: 'delivered' });
  expect(loopback.requests).toEqual([]);
});
