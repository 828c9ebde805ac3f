/** Nobody gets in without Teams' token, nothing malformed gets far, and no answer tells why beyond a code. */

import processConsole from 'node:console';
import { Readable } from 'node:stream';

import { Agent, request } from 'undici';
import { z } from 'zod';

import { connectBot } from '../../src/teams/adapter';
import type { BotIdentity } from '../../src/teams/bot-identity';
import { ConnectorTransport } from '../../src/teams/connector-transport';
import { bodyLimitBytes } from '../../src/teams/read-body';
import { type RunningServer, startServer } from '../../src/teams/server';
import { defineVerb } from '../../src/teams/verb';
import { FakeClock } from '../support/fake-clock';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import type { TokenFlaw } from '../support/token-issuer';
import {
  activityOf,
  cardSaying,
  executeOf,
  type Harness,
  saidBy,
  signInOf,
  startHarness,
} from './edge-harness';

let pressed = 0;
let isStoreUp = true;
const verbs = [
  defineVerb({
    name: 'note-save',
    schema: z.object({}),
    role: 'respondent',
    async handle() {
      pressed += 1;
      return cardSaying('saved');
    },
  }),
];
const check = async () => {
  if (!isStoreUp) throw new Error('the file /secret/path is gone');
};

let harness: Harness;
const agent = new Agent();
beforeAll(async () => {
  // The SDK writes what it thinks of a bad token to the console, which is not jest's: it is loaded once.
  jest.spyOn(processConsole, 'error').mockImplementation();
  harness = await startHarness({ verbs, check });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await agent.close();
  await harness.close();
});
beforeEach(() => {
  pressed = 0;
});

const nurse = () => harness.teams.user('nurse-1');
const json = { 'content-type': 'application/json' };

async function post(body: string | Buffer, headers: Record<string, string> = json, url = harness.url) {
  const reply = await request(`${url}/api/messages`, { method: 'POST', headers, body, dispatcher: agent });
  return { status: reply.statusCode, text: await reply.body.text(), headers: reply.headers };
}
async function get(path: string, headers: Record<string, string> = {}, url = harness.url) {
  const reply = await request(`${url}${path}`, { headers, dispatcher: agent });
  return { status: reply.statusCode, text: await reply.body.text(), headers: reply.headers };
}

test.each<[TokenFlaw]>([
  ['absent'],
  ['garbage'],
  ['expired'],
  ['wrongAudience'],
  ['wrongIssuer'],
  ['wrongServiceUrl'],
  ['wrongSignature'],
  ['unknownKey'],
  ['unendorsed'],
])('a token that is %s is answered 401 and changes nothing', async (flaw) => {
  const result = await harness.teams.deliver(executeOf(harness, nurse(), 'note-save'), { flaw });
  expect(result.status).toBe(401);
  expect(result.body).toEqual({ error: { code: 'unauthorised' } });
  expect(pressed).toBe(0);
});

test('a token that the bot itself could fetch does not let anybody in', async () => {
  const { teams } = harness;
  const claims = {
    iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
    aud: teams.bot.appId,
    ver: '1.0',
    appid: teams.bot.appId,
    serviceurl: teams.serviceUrl,
  };
  const authorization = `Bearer ${await teams.issuer.sign(claims)}`;
  const reply = await post(JSON.stringify(executeOf(harness, nurse(), 'note-save')), {
    ...json,
    authorization,
  });
  expect(reply.status).toBe(401);
  expect(pressed).toBe(0);
});

const good = () => executeOf(harness, nurse(), 'note-save');
test.each<[string, () => object | string | null]>([
  ['text', () => 'hello'],
  ['a list', () => []],
  ['null', () => null],
  ['no type', () => ({ ...good(), type: undefined })],
  ['no sender', () => ({ ...good(), from: undefined })],
  ['a sender without id', () => ({ ...good(), from: { aadObjectId: 'x' } })],
  ['no conversation', () => ({ ...good(), conversation: undefined })],
  ['another channel', () => ({ ...good(), channelId: 'AseChannel' })],
  ['no service URL, which the token could not vouch for', () => ({ ...good(), serviceUrl: undefined })],
  ['a service URL that is not allowed', () => ({ ...good(), serviceUrl: 'https://evil.invalid/' })],
  ['an id of a megabyte’s length', () => ({ ...good(), id: 'x'.repeat(100_000) })],
])('an activity with %s is answered 400', async (_what, activity) => {
  const reply = await post(JSON.stringify(activity()));
  expect(reply.status).toBe(400);
  expect(JSON.parse(reply.text)).toEqual({ error: { code: expect.any(String) } });
});

test('what is no JSON is answered 400, without quoting it', async () => {
  const reply = await post('{"text": Ada');
  expect(reply.status).toBe(400);
  expect(reply.text).not.toContain('Ada');
});

test('an oversized body is answered 413, announced or not', async () => {
  const large = Buffer.alloc(bodyLimitBytes + 1, 'x');
  expect((await post(large)).status).toBe(413);
  const chunks = Readable.from(Array.from({ length: 5 }, () => Buffer.alloc(65_536, 'x')));
  const url = `${harness.url}/api/messages`;
  const reply = await request(url, { method: 'POST', headers: json, body: chunks, dispatcher: agent });
  expect(reply.statusCode).toBe(413);
  await reply.body.dump();
});

test('a body that is not JSON by its own word is answered 415', async () => {
  expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post('{}', { ...json, 'content-encoding': 'gzip' })).status).toBe(415);
});

test('an unknown path is 404 and a wrong method 405, with a code and no text of the server', async () => {
  const missing = await get('/nowhere/<script>');
  expect([missing.status, missing.text]).toEqual([404, '{"error":{"code":"notFound"}}']);
  const wrong = await get('/api/messages');
  expect([wrong.status, wrong.text]).toEqual([405, '{"error":{"code":"methodNotAllowed"}}']);
  expect(missing.headers.server ?? '').not.toMatch(/restify/i);
});

test('an invoke of a kind that is not served is answered, with 501', async () => {
  const activity = activityOf(harness, nurse(), { type: 'invoke', name: 'task/fetch', value: {} });
  expect((await harness.teams.deliver(activity)).status).toBe(501);
});

test('is healthy whatever the store does, and ready when the store is', async () => {
  expect((await get('/readyz')).status).toBe(200);
  isStoreUp = false;
  const reply = await get('/readyz');
  expect([reply.status, reply.text]).toEqual([503, '{"error":{"code":"storeUnavailable"}}']);
  expect((await get('/healthz')).status).toBe(200);
  isStoreUp = true;
});

describe('an identity', () => {
  const clock = new FakeClock();
  const transport = new ConnectorTransport({ clock, serviceUrls: 'loopback' });
  afterAll(() => transport.close());
  const identity = { type: 'SingleTenant', id: 'app', tenantId: 'tenant', password: 'secret' } as const;

  test.each<[string, object | undefined]>([
    ['none', undefined],
    ['an empty id', { ...identity, id: '' }],
    ['a blank id', { ...identity, id: '  ' }],
    ['no password', { ...identity, password: '' }],
    ['no tenant', { ...identity, tenantId: '' }],
    ['an unknown type', { ...identity, type: 'MultiTenant' }],
  ])('with %s is refused at the start, not found out by the first stranger', async (_what, bot) => {
    const options = { isLocal: false, transport, clock, ...(bot ? { bot: bot as BotIdentity } : {}) };
    await expect(connectBot(options)).rejects.toThrow(/identity/);
    await expect(connectBot(options)).rejects.not.toThrow(/secret/);
  });

  test('of either kind is accepted', async () => {
    const managed = { type: 'UserAssignedMsi', id: 'app', tenantId: 'tenant' } as const;
    for (const bot of [identity, managed]) {
      const connection = await connectBot({ isLocal: false, transport, clock, bot });
      expect(connection.botId).toBe('28:app');
    }
  });

  test('that cannot be checked because the sign-in is away is answered 503, with a card never', async () => {
    const teams = await LoopbackTeams.start();
    const away = { ...signInOf(teams), openIdMetadataUrl: 'http://127.0.0.1:9/openid' };
    const bot = { type: 'SingleTenant', id: teams.bot.appId, tenantId: 't', password: 'p' } as const;
    const { adapter } = await connectBot({ isLocal: false, transport, clock, bot, signIn: away });
    const activity = executeOf(harness, nurse(), 'note-save');
    const authorization = await harness.teams.issuer.channelAuthorization(activity.serviceUrl);
    const parsed = activity as Parameters<typeof adapter.receive>[1];
    const result = await adapter.receive(authorization ?? '', parsed, async () => {});
    expect(result.outcome).toBe('unavailable');
    await teams.close();
  });
});

describe('without credentials', () => {
  const clock = new FakeClock();
  const base = {
    port: 0,
    isUnauthenticated: true,
    receive: async () => ({ status: 200 }),
    check: async () => {},
    clock,
  };
  let local: RunningServer;
  let localUrl: string;
  beforeAll(async () => {
    local = await startServer({ ...base, host: '127.0.0.1', log: harness.app.log });
    localUrl = `http://127.0.0.1:${local.port}`;
  });
  afterAll(() => local.close(0));

  test('the server will not listen beyond this machine', async () => {
    await expect(startServer({ ...base, host: '0.0.0.0', log: harness.app.log })).rejects.toThrow(
      '127.0.0.1',
    );
  });

  test('only requests that call this machine by its own name are answered', async () => {
    expect((await get('/healthz', {}, localUrl)).status).toBe(200);
    expect((await get('/healthz', { host: `localhost:${local.port}` }, localUrl)).status).toBe(200);
    expect((await get('/healthz', { host: 'rebound.invalid' }, localUrl)).status).toBe(421);
    expect((await post('{}', { ...json, host: 'rebound.invalid' }, localUrl)).status).toBe(421);
  });
});

test('further pages get what the path and the query say, and their errors are not shown', async () => {
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    isUnauthenticated: false,
    receive: async () => ({ status: 200 }),
    check: async () => {},
    clock: new FakeClock(),
    log: harness.app.log,
    routes: [
      {
        path: '/charts/:token',
        handle: async ({ params, query }) => ({ status: 200, body: `${params.token} ${query.get('w')}` }),
      },
      { path: '/broken', handle: () => Promise.reject(new Error('Ada')) },
    ],
  });
  const url = `http://127.0.0.1:${server.port}`;
  expect((await get('/charts/a.b?w=2', {}, url)).text).toBe('a.b 2');
  const broken = await get('/broken', {}, url);
  expect([broken.status, broken.text]).toEqual([500, '{"error":{"code":"failed"}}']);
  await server.close();
});

test('closing lets what is being answered end, and takes nothing new', async () => {
  let answer: (reply: { status: number }) => void = () => {};
  let arrive = () => {};
  const hasArrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    isUnauthenticated: false,
    receive: () => {
      arrive();
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    check: async () => {},
    clock: new FakeClock(),
    log: harness.app.log,
  });
  const url = `http://127.0.0.1:${server.port}`;
  const posting = post('{}', json, url);
  await hasArrived;
  const closing = server.close();
  await expect(get('/healthz', {}, url)).rejects.toThrow();
  answer({ status: 202 });
  expect((await posting).status).toBe(202);
  await closing;
});

test('the whole way with a good token works', async () => {
  const result = await harness.teams.deliver(executeOf(harness, nurse(), 'note-save'));
  expect(saidBy(result.card)).toBe('saved');
  await nurse().say('hello');
  expect(nurse().cardMessages()).toHaveLength(1);
  expect(harness.teams.statistics().violations.unauthorised).toBe(0);
});
