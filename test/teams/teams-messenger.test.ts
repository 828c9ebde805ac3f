/** One call is one request, and its outcome says what is certain about the message. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { PersonAddress } from '../../src/app/ports/address';
import { asId } from '../../src/domain/ids';
import { ConnectorToken } from '../../src/teams/connector-token';
import { ConnectorTransport } from '../../src/teams/connector-transport';
import { sendReply } from '../../src/teams/send-reply';
import { TeamsMessenger } from '../../src/teams/teams-messenger';
import { FakeClock } from '../support/fake-clock';
import { type FaultEffect, replyLost } from '../support/loopback-teams/faults';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';

const message = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'A card' };
const clock = new FakeClock('2026-03-02T10:00:00.000Z');
const transport = new ConnectorTransport({ clock, serviceUrls: 'loopback', timeLimitMs: 10_000 });
let teams: LoopbackTeams;
let messenger: TeamsMessenger;
beforeAll(async () => {
  teams = await LoopbackTeams.start({ auth: false, appRequestsPerSecond: 0, conversationLimits: false });
  messenger = new TeamsMessenger({ transport, clock, botId: '28:bot', serviceUrl: teams.serviceUrl });
});
beforeEach(() => teams.reset());
afterAll(async () => {
  await transport.close();
  await teams.close();
});

function addressOf(aadObjectId: string): PersonAddress & { readonly conversationId: string } {
  const user = teams.user(aadObjectId);
  return {
    personId: asId('person'),
    organisationId: asId('RZZ'),
    tenantId: user.tenantId,
    aadObjectId,
    conversationId: user.conversationId,
  };
}
const requests = () => teams.statistics().requests;

test('opens the conversation of a person known by directory id alone, and posts and updates there', async () => {
  const { conversationId: expected, ...unknown } = addressOf('nurse-1');
  const opened = await messenger.openConversation(unknown);
  expect(opened).toEqual({ outcome: 'accepted', conversationId: expected, serviceUrl: teams.serviceUrl });
  const posted = await messenger.post(addressOf('nurse-1'), message);
  if (posted.outcome !== 'accepted') throw new Error(posted.outcome);
  expect(teams.user('nurse-1').latest().id).toBe(posted.activityId);
  const newer = { ...message, card: { ...message.card, body: [{ type: 'TextBlock', text: 'newer' }] } };
  expect(await messenger.update(addressOf('nurse-1'), posted.activityId, newer)).toEqual({
    outcome: 'accepted',
  });
  expect(teams.user('nurse-1').storedCard(teams.user('nurse-1').latest())).toEqual(newer.card);
});

const status = (code: number, more: object = {}): FaultEffect => ({ kind: 'status', status: code, ...more });

test.each<[string, FaultEffect, object]>([
  [
    '429 with seconds',
    status(429, { retryAfterSeconds: 7 }),
    { outcome: 'throttled', scope: 'app', retryAfterMs: 7_000 },
  ],
  ['429 without a hint', status(429), { outcome: 'throttled', scope: 'app' }],
  [
    '429 of a conversation',
    status(429, { retryAfterSeconds: 1, code: 'ConversationThrottled' }),
    { outcome: 'throttled', scope: 'conversation', retryAfterMs: 1_000 },
  ],
  ['412', status(412), { outcome: 'retry', reason: 'preconditionFailed' }],
  ['401', status(401), { outcome: 'retry', reason: 'unauthorised' }],
  [
    '403',
    status(403, { code: 'MessageWritesBlocked' }),
    { outcome: 'unreachable', reason: 'MessageWritesBlocked' },
  ],
  [
    '403 without the app',
    status(403, { code: 'ForbiddenOperationException' }),
    { outcome: 'unreachable', reason: 'notInstalled' },
  ],
  [
    '403 of a chat the app was taken from',
    status(403, { code: 'BotNotInConversationRoster' }),
    { outcome: 'unreachable', reason: 'notInstalled' },
  ],
  [
    '404',
    status(404, { code: 'ConversationNotFound' }),
    { outcome: 'unreachable', reason: 'conversationNotFound' },
  ],
  ['413', status(413), { outcome: 'refused', status: 413 }],
  ['400', status(400), { outcome: 'refused', status: 400 }],
  ['502', status(502), { outcome: 'ambiguous', reason: '502' }],
  ['503', status(503), { outcome: 'ambiguous', reason: '503' }],
  ['504', status(504), { outcome: 'ambiguous', reason: '504' }],
  ['a reset', { kind: 'reset' }, { outcome: 'ambiguous', reason: 'connectionLost' }],
  ['a lost reply', replyLost, { outcome: 'ambiguous', reason: 'connectionLost' }],
])('tells the outcome of %s after a single request', async (_what, effect, expected) => {
  teams.inject({ effect });
  expect(await messenger.post(addressOf('nurse-1'), message)).toEqual(expected);
  expect(requests()).toBe(1);
});

test('an HTTP date in Retry-After counts from now, a past one is no wait, and none is longer than a day', async () => {
  const times = ['Mon, 02 Mar 2026 10:00:09 GMT', 'Mon, 02 Mar 2026 09:00:00 GMT', '99999999999'];
  const server = await answering((_request, response) => {
    const at = times[server.answered - 1];
    response.writeHead(429, { 'retry-after': at });
    response.end('{}');
  });
  const address = { ...addressOf('nurse-1'), serviceUrl: server.url };
  expect(await messenger.post(address, message)).toEqual({
    outcome: 'throttled',
    scope: 'app',
    retryAfterMs: 9_000,
  });
  expect(await messenger.post(address, message)).toEqual({
    outcome: 'throttled',
    scope: 'app',
    retryAfterMs: 0,
  });
  expect(await messenger.post(address, message)).toMatchObject({ retryAfterMs: 86_400_000 });
  await server.close();
});

test('a refused connection is certainly not sent', async () => {
  const server = await answering(() => {});
  await server.close();
  const address = { ...addressOf('nurse-1'), serviceUrl: server.url };
  expect(await messenger.post(address, message)).toEqual({ outcome: 'retry', reason: 'connectionRefused' });
});

test('a request that hangs ends at its time limit, in doubt', async () => {
  teams.inject({ effect: { kind: 'hang' } });
  const posting = messenger.post(addressOf('nurse-1'), message);
  await teams.until(() => requests() === 1);
  await clock.advance(10_000);
  expect(await posting).toEqual({ outcome: 'ambiguous', reason: 'timeLimit' });
  expect(clock.sleeping).toBe(0);
});

test('a process that was paused between the beginning of a request and its writing does not write it', async () => {
  let looks = 0;
  // The third look at the clock is the last before the socket.
  const pausing = {
    now: () => clock.now(),
    sleep: (ms: number, signal?: AbortSignal) => clock.sleep(ms, signal),
    monotonicMs: () => {
      looks += 1;
      return looks < 3 ? 0 : 10_000;
    },
  };
  const paused = new ConnectorTransport({ clock: pausing, serviceUrls: 'loopback', timeLimitMs: 10_000 });
  const options = { transport: paused, clock: pausing, botId: '28:bot', serviceUrl: teams.serviceUrl };
  const outcome = await new TeamsMessenger(options).post(addressOf('nurse-1'), message);
  expect(outcome).toEqual({ outcome: 'retry', reason: 'timeLimit' });
  expect({ looks, requests: requests() }).toEqual({ looks: 3, requests: 0 });
  await paused.close();
});

test('an abort before the request is certain, and during it in doubt', async () => {
  expect(await messenger.post(addressOf('nurse-1'), message, AbortSignal.abort())).toEqual({
    outcome: 'retry',
    reason: 'aborted',
  });
  expect(requests()).toBe(0);
  teams.inject({ effect: { kind: 'hang' } });
  const stop = new AbortController();
  const posting = messenger.post(addressOf('nurse-1'), message, stop.signal);
  await teams.until(() => requests() === 1);
  stop.abort();
  expect(await posting).toEqual({ outcome: 'ambiguous', reason: 'aborted' });
});

test('never sends the token to a host that is not allowed', async () => {
  const strict = new ConnectorTransport({ clock, serviceUrls: 'teams' });
  const token = { getToken: async () => 'secret' };
  const options = { transport: strict, clock, token: new ConnectorToken(token, clock), botId: '28:bot' };
  const address = { ...addressOf('nurse-1'), serviceUrl: teams.serviceUrl };
  const outcome = { outcome: 'unreachable', reason: 'addressNotAllowed' };
  expect(await new TeamsMessenger(options).post(address, message)).toEqual(outcome);
  expect(await new TeamsMessenger(options).openConversation(addressOf('nurse-1'))).toEqual({
    outcome: 'unreachable',
    reason: 'serviceUrlUnknown',
  });
  expect(requests()).toBe(0);
  await strict.close();
});

test('fetches one token for all who wait, keeps it, and fetches another after it was refused, not one each time', async () => {
  const fetched: boolean[] = [];
  const source = {
    async getToken(forceRefresh = false) {
      fetched.push(forceRefresh);
      return `token-${fetched.length}`;
    },
  };
  const token = new ConnectorToken(source, clock);
  expect(await Promise.all([token.get(), token.get(), token.get()])).toEqual([
    'token-1',
    'token-1',
    'token-1',
  ]);
  token.refused();
  expect(await token.get()).toBe('token-2');
  token.refused();
  expect(await token.get()).toBe('token-3');
  await clock.advance(30_000);
  token.refused();
  await token.get();
  expect(fetched).toEqual([false, true, false, true]);
});

test('a token that comes too late starts no request', async () => {
  let give: (token: string) => void = () => {};
  const source = {
    getToken: () =>
      new Promise<string>((resolve) => {
        give = resolve;
      }),
  };
  const token = new ConnectorToken(source, clock, 20_000);
  const slow = new TeamsMessenger({ transport, clock, token, botId: '28:bot', serviceUrl: teams.serviceUrl });
  const posting = slow.post(addressOf('nurse-1'), message);
  await clock.advance(10_000);
  give('late');
  expect(await posting).toEqual({ outcome: 'retry', reason: 'timeLimit' });
  expect(requests()).toBe(0);
});

test('without a token nothing is sent, and it may be tried again', async () => {
  const token = new ConnectorToken({ getToken: () => Promise.reject(new Error('no')) }, clock);
  const lonely = new TeamsMessenger({
    transport,
    clock,
    token,
    botId: '28:bot',
    serviceUrl: teams.serviceUrl,
  });
  expect(await lonely.post(addressOf('nurse-1'), message)).toEqual({
    outcome: 'retry',
    reason: 'tokenMissing',
  });
  expect(requests()).toBe(0);
});

test.each<[string, FaultEffect, number, string]>([
  ['waits as long as Teams says', status(429, { retryAfterSeconds: 3 }), 1, 'accepted'],
  ['tries 412 until it is accepted', status(412), 3, 'accepted'],
  ['tries an ambiguous reply once more', status(502), 1, 'accepted'],
  ['tries an ambiguous reply no oftener', status(502), 9, 'ambiguous'],
  ['does not insist on a refusal', status(403), 9, 'unreachable'],
  ['gives up on a wait that nobody would sit out', status(429, { retryAfterSeconds: 60 }), 9, 'throttled'],
])('a chat reply %s', async (_what, effect, times, expected) => {
  const { conversationId } = addressOf('nurse-1');
  teams.inject({ effect, times });
  const patience = new FakeClock();
  const replying = sendReply(messenger, patience, { conversationId, serviceUrl: teams.serviceUrl }, message);
  let isOver = false;
  const ended = replying.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (patience.sleeping === 1) await patience.advance(500);
  }
  expect((await ended).outcome).toBe(expected);
});

interface Answering {
  readonly url: string;
  answered: number;
  close(): Promise<void>;
}

async function answering(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Answering> {
  const server = createServer((request, response) => {
    answers.answered += 1;
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answers: Answering = {
    url: `http://127.0.0.1:${port}`,
    answered: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return answers;
}
