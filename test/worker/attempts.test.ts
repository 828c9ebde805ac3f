/** How recent a card must be when it is sent. */

import type { Message } from '../../src/app/ports/messenger';
import { type AttemptParts, type AttemptRequest, Attempts } from '../../src/worker/attempts';
import { SendGate } from '../../src/worker/send-gate';
import { FakeClock } from '../support/fake-clock';

/** Sends one card, each making of which takes as long as `makingMs` says, and then as its last. */
async function makings(...makingMs: readonly number[]): Promise<number> {
  const clock = new FakeClock();
  const gate = new SendGate({ clock, requestsPerSecond: 50 });
  const { signal } = new AbortController();
  let made = 0;
  const message = async (): Promise<Message> => {
    const takesMs = makingMs[Math.min(made, makingMs.length - 1)] ?? 0;
    made += 1;
    await clock.sleep(takesMs);
    return { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'a card' };
  };
  const parts = { clock, gate, mayBegin: () => true } as Pick<AttemptParts, 'clock' | 'gate' | 'mayBegin'>;
  const turn = { lane: 'normal', campaignId: 'c', personId: 'p' } as AttemptRequest['turn'];
  const attempts = new Attempts(parts as AttemptParts, { turn, message, rest: (wait) => wait(), signal });
  const sent = attempts.make('post', async () => ({ outcome: 'accepted', activityId: 'a' }) as const);
  await clock.advance(60_000);
  expect(await sent).toEqual({ accepted: { outcome: 'accepted', activityId: 'a' } });
  return made;
}

it.each([
  ['goes out as it was made', [100], 1],
  ['is made again where that took more than half a second', [700, 100], 2],
  ['goes out all the same from a store that is slow for everybody', [3_000], 4],
] as const)('a card %s', async (_name, makingMs, times) => {
  expect(await makings(...makingMs)).toBe(times);
});
