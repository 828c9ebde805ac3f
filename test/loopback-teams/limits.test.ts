/** The loopback enforces the limits that Teams publishes, in sliding windows. */

import * as fc from 'fast-check';
import { FakeClock } from '../support/fake-clock';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import type { LoopbackTeamsOptions } from '../support/loopback-teams/options';
import { SlidingWindows } from '../support/loopback-teams/sliding-windows';
import { RawConnector, sampleCard } from './raw-connector';

let teams: LoopbackTeams;
let clock: FakeClock;
let connector: RawConnector;

async function start(options: LoopbackTeamsOptions): Promise<void> {
  clock = new FakeClock();
  teams = await LoopbackTeams.start({ auth: false, clock, ...options });
  connector = new RawConnector(teams);
}
afterEach(() => teams.close());

async function postTo(aadObjectId: string): Promise<number> {
  return (await connector.post(teams.user(aadObjectId).conversationId, sampleCard('a'))).status;
}

async function postMany(count: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let sent = 0; sent < count; sent += 1) statuses.push(await postTo('nurse'));
  return statuses;
}

const created = (count: number): number[] => Array.from({ length: count }, () => 201);

test('lets 7 messages in a second into a conversation, and 8 in two seconds', async () => {
  await start({ appRequestsPerSecond: 0 });
  expect(await postMany(8)).toEqual([...created(7), 429]);
  await clock.advance(1_000);
  expect(await postMany(2)).toEqual([201, 429]);
  await clock.advance(1_000);
  expect(await postMany(8)).toEqual([...created(7), 429]);
  expect(teams.statistics().throttled).toEqual({ app: 0, conversation: 3 });
});

test('lets 60 messages in 30 seconds into a conversation', async () => {
  await start({ appRequestsPerSecond: 0 });
  for (let sent = 0; sent < 60; sent += 1) {
    expect(await postTo('nurse')).toBe(201);
    await clock.advance(400);
  }
  const refused = await connector.post(teams.user('nurse').conversationId, sampleCard('a'));
  expect(refused).toMatchObject({
    status: 429,
    retryAfter: '6',
    body: { error: { code: 'TooManyRequests' } },
  });
  await clock.advance(6_000);
  expect(await postTo('nurse')).toBe(201);
});

test('never lets more requests through a window than it holds, and always lets one through when there is room', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 200 });
  const limits = [
    { requests: 3, windowMs: 1_000 },
    { requests: 7, windowMs: 4_000 },
  ];
  return fc.assert(
    fc.property(gaps, (waits) => {
      const windows = new SlidingWindows(limits);
      const accepted: number[] = [];
      let nowMs = 0;
      for (const wait of waits) {
        nowMs += wait;
        const since = (windowMs: number): number => accepted.filter((at) => at > nowMs - windowMs).length;
        const hasRoom = limits.every(({ requests, windowMs }) => since(windowMs) < requests);
        expect(windows.waitMs(nowMs) <= 0).toBe(hasRoom);
        if (!hasRoom) continue;
        windows.record(nowMs);
        accepted.push(nowMs);
      }
    }),
  );
});

test('counts every request of a tenant against the cap of the app, and no other tenant', async () => {
  await start({ appRequestsPerSecond: 3 });
  expect((await connector.open('nurse')).status).toBe(201);
  expect(await postTo('nurse')).toBe(201);
  expect(await postTo('doctor')).toBe(201);
  expect(await postTo('clerk')).toBe(429);
  expect((await connector.open('nurse', 'another-tenant')).status).toBe(201);
  await clock.advance(1_000);
  expect(await postTo('clerk')).toBe(201);
  expect(teams.statistics()).toMatchObject({
    throttled: { app: 1, conversation: 0 },
    admittedPerSecond: [4, 1],
  });
});

test('counts who asks again while Retry-After still runs, but not who had asked before hearing it', async () => {
  await start({ appRequestsPerSecond: 1, throttleGraceMs: 100 });
  expect([await postTo('nurse'), await postTo('doctor')]).toEqual([201, 429]);
  await clock.advance(100);
  await postTo('doctor');
  expect(teams.statistics().violations.sentWhileThrottled).toBe(0);
  await clock.advance(500);
  await postTo('doctor');
  expect(teams.statistics().violations.sentWhileThrottled).toBe(1);
  await clock.advance(1_000);
  expect(await postTo('doctor')).toBe(201);
  expect(teams.statistics().violations.sentWhileThrottled).toBe(1);
});

test('keeps Retry-After to itself when told to', async () => {
  await start({ appRequestsPerSecond: 1, retryAfter: false });
  await postTo('nurse');
  const refused = await connector.open('nurse');
  expect(refused).toMatchObject({ status: 429, retryAfter: null });
});
