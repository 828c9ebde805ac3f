/** Every way in which Teams does not say yes, its rule and its result: one campaign over real HTTP in which each person
 * meets another one, and nobody is held up by anybody else. */

import { setTimeout as sleep } from 'node:timers/promises';
import { rememberAddress } from '../../src/app/audience/find-address';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { addressPk } from '../../src/app/documents';
import { readRecord } from '../../src/app/records';
import type { Delivery } from '../../src/domain/campaign/campaign';
import { ConnectorTransport } from '../../src/teams/connector-transport';
import { TeamsMessenger } from '../../src/teams/teams-messenger';
import { startWorker } from '../../src/worker/worker';
import { type FaultEffect, type FaultRule, replyLost } from '../support/loopback-teams/faults';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import { tenantId } from '../support/samples';
import { oidOf, plainCards, planFor, WorkerWorld } from '../support/worker-world';

type Row = {
  readonly rules?: readonly Omit<FaultRule, 'aadObjectId'>[];
  /** Where the person was written to before: a chat that is gone, a server that is not Teams. */
  readonly address?: { readonly conversationId: string; readonly serviceUrl?: string };
  readonly card?: 'throws' | 'tooLarge';
  readonly expected: Partial<Delivery>;
  readonly messages: number;
};

const status = (code: number, more: object = {}): FaultEffect => ({ kind: 'status', status: code, ...more });
const onPost = (effect: FaultEffect, times = 1) => ({ routes: ['post' as const], times, effect });
const onOpen = (effect: FaultEffect, times = 1) => ({ routes: ['create' as const], times, effect });
const always = Number.POSITIVE_INFINITY;
const sent = (attempts: number): Partial<Delivery> => ({ status: 'delivered', attempts });
const doubtful = { possibleDuplicate: true } as const;

const rows: Readonly<Record<string, Row>> = {
  'nothing: opened and posted': { expected: sent(2), messages: 1 },
  '429 with Retry-After: waits so long and goes on': {
    rules: [onPost(status(429, { retryAfterSeconds: 2 }))],
    expected: sent(3),
    messages: 1,
  },
  '429 without Retry-After: backs off and goes on': {
    rules: [onPost(status(429), 2)],
    expected: sent(4),
    messages: 1,
  },
  '429 of one conversation: waits in it alone': {
    rules: [onPost(status(429, { code: 'ConversationThrottled', retryAfterSeconds: 3 }))],
    expected: sent(3),
    messages: 1,
  },
  '403 to the message: unreachable, with the reason of Teams': {
    rules: [onPost(status(403, { code: 'MessageWritesBlocked' }), always)],
    expected: { status: 'unreachable', reason: 'MessageWritesBlocked', attempts: 2 },
    messages: 0,
  },
  '403 to the conversation: unreachable, and nothing is posted': {
    rules: [onOpen(status(403, { code: 'ForbiddenOperationException' }), always)],
    expected: { status: 'unreachable', reason: 'notInstalled', attempts: 1 },
    messages: 0,
  },
  '404, the conversation is gone: opened anew': {
    address: { conversationId: 'a:gone' },
    expected: sent(3),
    messages: 1,
  },
  '404, Teams does not know the person: unreachable': {
    rules: [onOpen(status(404), always)],
    expected: { status: 'unreachable', reason: 'personNotFound', attempts: 1 },
    messages: 0,
  },
  '412: certainly not taken, so tried again without a doubt': {
    rules: [onPost(status(412), 3)],
    expected: sent(5),
    messages: 1,
  },
  '413: too large, never tried again': {
    card: 'tooLarge',
    expected: { status: 'failed', reason: 'status413', attempts: 2 },
    messages: 0,
  },
  '502: in doubt, one more try': {
    rules: [onPost(status(502))],
    expected: { ...sent(3), ...doubtful },
    messages: 1,
  },
  '504 although it was taken: there twice, and marked': {
    rules: [onPost(status(504, { accepted: true }))],
    expected: { ...sent(3), ...doubtful },
    messages: 2,
  },
  '502 twice: not confirmed, no third try': {
    rules: [onPost(status(502), always)],
    expected: { status: 'failed', reason: 'unconfirmed', attempts: 3, ...doubtful },
    messages: 0,
  },
  '504 to the conversation: repeated, for it duplicates nothing': {
    rules: [onOpen(status(504, { accepted: true }), 3)],
    expected: sent(5),
    messages: 1,
  },
  'a reset: in doubt, one more try': {
    rules: [onPost({ kind: 'reset' })],
    expected: { ...sent(3), ...doubtful },
    messages: 1,
  },
  'no answer at all: given up at the time limit, in doubt': {
    rules: [onPost({ kind: 'hang' })],
    expected: { ...sent(3), ...doubtful },
    messages: 1,
  },
  'a lost reply: there twice, and marked': {
    rules: [onPost(replyLost)],
    expected: { ...sent(3), ...doubtful },
    messages: 2,
  },
  'a card that cannot be made: failed, after three tries': {
    card: 'throws',
    expected: { status: 'failed', reason: 'error', attempts: 0 },
    messages: 0,
  },
  'an address that is not one of Teams: unreachable, and no token goes there': {
    address: { conversationId: 'a:elsewhere', serviceUrl: 'https://elsewhere.example/' },
    expected: { status: 'unreachable', reason: 'addressNotAllowed', attempts: 1 },
    messages: 0,
  },
};
const names = Object.keys(rows);
const oidFor = (name: string) => oidOf(names.indexOf(name));

let world: WorkerWorld;
let teams: LoopbackTeams;
let transport: ConnectorTransport;
const plan = planFor('faults', []);
const results = new Map<string, Delivery>();
const rowOf = new Map<string, string>();

/** Time passes only while no request is on its way but those that are never answered. */
async function passUntilDone(): Promise<void> {
  while ((await world.campaign(plan.campaignId)).status !== 'done') {
    await sleep(4);
    const { requests, repliesByStatus } = teams.statistics();
    const answered = Object.values(repliesByStatus).reduce((sum, count) => sum + count, 0);
    if (answered === requests) await world.clock.advance(250);
  }
}

beforeAll(async () => {
  world = await WorkerWorld.open();
  const { clock, context, keys } = world;
  teams = await LoopbackTeams.start({ auth: false, tenantId, appRequestsPerSecond: 0 });
  transport = new ConnectorTransport({ clock, serviceUrls: 'loopback', timeLimitMs: 8_000 });
  const messenger = new TeamsMessenger({ transport, clock, botId: '28:bot', serviceUrl: teams.serviceUrl });
  const people = await world.people(names.length);
  for (const [name, { rules = [], address }] of Object.entries(rows)) {
    const aadObjectId = oidFor(name);
    const personId = keys.personIdOf(tenantId, aadObjectId);
    rowOf.set(personId, name);
    for (const rule of rules) teams.inject({ ...rule, aadObjectId });
    const organisationId = people.find((one) => one.personId === personId)?.organisationId;
    if (!address || !organisationId) continue;
    await rememberAddress(context, {
      address: { personId, organisationId, tenantId, aadObjectId, ...address },
    });
  }
  const worker = startWorker({
    context,
    messenger,
    cards: async (campaign, delivery, address) => {
      const { card } = rows[rowOf.get(delivery.personId) ?? ''] ?? {};
      if (card === 'throws') throw new Error('no card');
      const plain = await plainCards(campaign, delivery, address);
      if (plain === 'nothing' || card !== 'tooLarge') return plain;
      return { ...plain, card: { ...plain.card, body: 'x'.repeat(60_000) } };
    },
    shouldRemind: async () => true,
    campaignsShowing: async () => [],
    handlers: [],
    requestsPerSecond: 0,
  });
  await startCampaign(context, planFor('faults', people));
  await passUntilDone();
  for (const delivery of await world.deliveries(plan.campaignId)) {
    results.set(rowOf.get(delivery.personId) ?? '', delivery);
  }
  const stopped = worker.stop();
  await clock.advance(10_000);
  await stopped;
});

afterAll(async () => {
  await transport.close();
  await teams.close();
  await world.close();
});

it.each(names)('%s', (name) => {
  const { expected, messages } = rows[name] ?? {};
  const { status: outcome, reason, attempts, possibleDuplicate } = results.get(name) ?? {};
  expect({ status: outcome, reason, attempts, possibleDuplicate }).toEqual({
    reason: undefined,
    possibleDuplicate: undefined,
    ...expected,
  });
  expect(teams.deliveredPerPerson().get(oidFor(name)) ?? 0).toBe(messages);
});

it('remembers the conversation that took the place of the one that is gone', async () => {
  const { organisationId, personId } = results.get('404, the conversation is gone: opened anew') ?? {};
  if (!organisationId || !personId) throw new Error('no such delivery');
  const stored = await readRecord(world.store, 'address', addressPk(organisationId, personId), 'address');
  expect(stored?.document.conversationId).toBe(
    teams.user(oidFor('404, the conversation is gone: opened anew')).conversationId,
  );
});
