/** The same sender over real HTTP, with real time, against a Teams that holds its limits and fails now and then. */

import { setTimeout as sleep } from 'node:timers/promises';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { SystemClock } from '../../src/system-clock';
import { ConnectorTransport } from '../../src/teams/connector-transport';
import { TeamsMessenger } from '../../src/teams/teams-messenger';
import { startWorker, type Worker } from '../../src/worker/worker';
import { campaignTotals } from '../support/campaign-totals';
import { replyLost } from '../support/loopback-teams/faults';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import { tenantId } from '../support/samples';
import { plainCards, planFor, WorkerWorld } from '../support/worker-world';

const clock = new SystemClock();
let world: WorkerWorld;
let teams: LoopbackTeams;
let transport: ConnectorTransport;
let worker: Worker | undefined;

async function start(): Promise<WorkerWorld> {
  world = await WorkerWorld.open();
  teams = await LoopbackTeams.start({ auth: false, tenantId, appRequestsPerSecond: 0 });
  transport = new ConnectorTransport({ clock, serviceUrls: 'loopback' });
  const messenger = new TeamsMessenger({ transport, clock, botId: '28:bot', serviceUrl: teams.serviceUrl });
  const context = { ...world.context, clock, poke: () => worker?.poke() };
  worker = startWorker({
    context,
    messenger,
    cards: plainCards,
    shouldRemind: async () => true,
    campaignsShowing: async () => [],
    handlers: [],
    requestsPerSecond: 0,
    leaseUnitMs: 500,
    pollEveryMs: 50,
  });
  world = Object.assign(world, { context });
  return world;
}

afterEach(async () => {
  await worker?.stop();
  await transport.close();
  await teams.close();
  await world.close();
});

it('reaches everybody through 412, 429, 502 and lost replies, and repeats only what was in doubt', async () => {
  const { context } = await start();
  const people = await world.people(300);

  const post = { routes: ['post'] } as const;
  teams.inject({ ...post, skip: 20, times: 3, effect: { kind: 'status', status: 412 } });
  teams.inject({ ...post, skip: 60, times: 3, effect: { kind: 'status', status: 502 } });
  teams.inject({ ...post, skip: 100, times: 3, effect: replyLost });
  teams.inject({
    ...post,
    skip: 150,
    times: 1,
    effect: { kind: 'status', status: 429, retryAfterSeconds: 1 },
  });
  const plan = planFor('http', people);
  await startCampaign(context, plan);
  while ((await world.campaign(plan.campaignId)).status !== 'done') await sleep(50);
  const totals = await campaignTotals(context, plan.campaignId);
  expect(totals).toMatchObject({ invited: 300, delivered: 300, possibleDuplicates: 6 });
  const { peopleReached, messagesAccepted, ambiguousButAccepted, conversationsCreated, inFlightMaximum } =
    teams.statistics();
  expect({ peopleReached, conversationsCreated }).toEqual({ peopleReached: 300, conversationsCreated: 300 });
  expect(messagesAccepted - peopleReached).toBe(ambiguousButAccepted);
  expect(ambiguousButAccepted).toBe(3);
  expect(inFlightMaximum).toBeLessThanOrEqual(100);
});
