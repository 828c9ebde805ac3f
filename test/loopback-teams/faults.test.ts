/** Faults strike whom they are meant for, as often as they are meant to. */

import { type FaultEffect, replyLost } from '../support/loopback-teams/faults';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import { RawConnector, sampleCard } from './raw-connector';

let teams: LoopbackTeams;
let connector: RawConnector;

beforeAll(async () => {
  teams = await LoopbackTeams.start({
    auth: false,
    appRequestsPerSecond: 0,
    conversationLimits: false,
    seed: 7,
  });
  connector = new RawConnector(teams);
});
beforeEach(() => teams.reset());
afterAll(() => teams.close());

async function postTo(aadObjectId: string): Promise<number | 'broken'> {
  const { conversationId } = teams.user(aadObjectId);
  return connector.post(conversationId, sampleCard('a')).then(
    (reply) => reply.status,
    () => 'broken',
  );
}

const status = (code: number): FaultEffect => ({ kind: 'status', status: code });

test('strikes the named route and person, after some requests, so many times', async () => {
  const fault = teams.inject({
    routes: ['post'],
    aadObjectId: 'nurse',
    skip: 1,
    times: 2,
    effect: status(412),
  });
  expect((await connector.open('nurse')).status).toBe(201);
  expect(await postTo('doctor')).toBe(201);
  const statuses = [];
  for (let sent = 0; sent < 4; sent += 1) statuses.push(await postTo('nurse'));
  expect(statuses).toEqual([201, 412, 412, 201]);
  expect(fault.struck).toBe(2);
});

test.each([403, 404, 412, 413, 502, 504])('refuses with %d and takes nothing', async (code) => {
  teams.inject({ effect: status(code) });
  expect(await postTo('nurse')).toBe(code);
  expect(teams.statistics().messagesAccepted).toBe(0);
});

test('throttles with and without saying for how long', async () => {
  const { conversationId } = teams.user('nurse');
  teams.inject({ times: 1, effect: { kind: 'status', status: 429, retryAfterSeconds: 3 } });
  teams.inject({ times: 1, effect: status(429) });
  expect(await connector.post(conversationId, sampleCard('a'))).toMatchObject({
    status: 429,
    retryAfter: '3',
  });
  expect(await connector.post(conversationId, sampleCard('a'))).toMatchObject({
    status: 429,
    retryAfter: null,
  });
});

test('takes the message and loses the reply', async () => {
  teams.inject({ times: 1, effect: replyLost });
  teams.inject({ times: 1, effect: { kind: 'status', status: 504, accepted: true } });
  teams.inject({ times: 1, effect: status(502) });
  expect([await postTo('nurse'), await postTo('doctor'), await postTo('clerk')]).toEqual([
    'broken',
    504,
    502,
  ]);
  expect(teams.statistics()).toMatchObject({
    messagesAccepted: 2,
    ambiguousReplies: 3,
    ambiguousButAccepted: 2,
  });
});

test('breaks the connection before it takes anything', async () => {
  teams.inject({ times: 1, effect: { kind: 'reset' } });
  expect(await postTo('nurse')).toBe('broken');
  expect(teams.statistics()).toMatchObject({ messagesAccepted: 0, ambiguousButAccepted: 0 });
});

test('hangs until the client gives up', async () => {
  teams.inject({ times: 1, effect: { kind: 'hang' } });
  const abort = new AbortController();
  const url = `${teams.origin}/v3/conversations/${teams.user('nurse').conversationId}/members`;
  const hanging = fetch(url, { signal: abort.signal });
  await teams.until(() => teams.statistics().requests === 1);
  abort.abort();
  await expect(hanging).rejects.toThrow();
  expect(await postTo('nurse')).toBe(201);
});

test('delays without refusing', async () => {
  teams.inject({ effect: { kind: 'latency', ms: 300, upToMs: 310 } });
  expect(await Promise.all([postTo('nurse'), postTo('doctor')])).toEqual([201, 201]);
  expect(teams.statistics().inFlightMaximum).toBe(2);
});

test('strikes at random, and the same way again with the same seed', async () => {
  const run = async (): Promise<unknown[]> => {
    teams.reset();
    teams.inject({ probability: 0.3, effect: status(502) });
    const statuses = [];
    for (let sent = 0; sent < 40; sent += 1) statuses.push(await postTo('nurse'));
    return statuses;
  };
  const first = await run();
  expect(new Set(first)).toEqual(new Set([201, 502]));
  expect(await run()).toEqual(first);
});

test('stops when told to', async () => {
  teams.inject({ effect: status(502) });
  teams.clearFaults();
  expect(await postTo('nurse')).toBe(201);
});
