import fc from 'fast-check';
import { AppWindow } from '../../../src/domain/campaign/app-window';
import { ConversationWindows } from '../../../src/domain/campaign/conversation-windows';
import {
  conversationHourLimit,
  conversationLimits,
  earliestBegin,
  type RateLimit,
} from '../../../src/domain/campaign/pacing';

/** The most requests that any window of this length holds, counted plainly. */
function fullest(begunAtMs: readonly number[], { windowMs }: RateLimit): number {
  let most = 0;
  let first = 0;
  for (const [index, atMs] of begunAtMs.entries()) {
    while ((begunAtMs[first] ?? 0) <= atMs - windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

const everyLimit = [...conversationLimits, conversationHourLimit];

/** Asks for a request after each pause, waits as it is told to, and returns when each began. */
function sendAll(pausesMs: readonly number[], windows = new ConversationWindows(), person = 'one'): number[] {
  let nowMs = 0;
  return pausesMs.map((pauseMs) => {
    nowMs += pauseMs;
    for (
      let atMs = windows.earliestMs(person, nowMs);
      atMs > nowMs;
      atMs = windows.earliestMs(person, nowMs)
    ) {
      nowMs = atMs;
    }
    windows.begin(person, nowMs);
    return nowMs;
  });
}

describe('the limits of a conversation', () => {
  it('all hold at once, whatever the pauses between requests', () => {
    const pause = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 50 }) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 3_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: 20_000, max: 120_000 }) },
    );
    fc.assert(
      fc.property(fc.array(pause, { minLength: 60, maxLength: 400 }), (pauses) => {
        const begun = sendAll(pauses);
        for (const limit of everyLimit) expect(fullest(begun, limit)).toBeLessThanOrEqual(limit.requests);
      }),
      { numRuns: 60 },
    );
  });

  it('hold for an hour of bursts with silences between them, in which the short windows forget', () => {
    const pauses = Array.from({ length: 4_000 }, (_, index) => (index % 40 === 0 ? 31_000 : 0));
    const begun = sendAll(pauses);
    for (const limit of everyLimit) expect(fullest(begun, limit)).toBeLessThanOrEqual(limit.requests);
    expect(fullest(begun, conversationHourLimit)).toBeGreaterThan(1_000);
  });

  it('let seven go at once, the eighth after a second, the ninth after two', () => {
    const begun = sendAll(Array.from({ length: 9 }, () => 0));
    expect(begun.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(begun[7]).toBeGreaterThanOrEqual(1_000);
    expect(begun[8]).toBeGreaterThanOrEqual(2_000);
    expect(begun[8]).toBeLessThan(2_100);
  });

  it('of one person do not slow another', () => {
    const windows = new ConversationWindows();
    sendAll(
      Array.from({ length: 7 }, () => 0),
      windows,
      'one',
    );
    expect(windows.earliestMs('one', 0)).toBeGreaterThan(0);
    expect(windows.earliestMs('another', 0)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('are free while nothing was sent', () => {
    expect(earliestBegin([], conversationLimits)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('the limit of the app', () => {
  it('is never passed in any second, and at least 97 % of it is used when there is always something to send', () => {
    for (const requests of [1, 30, 50]) {
      const window = new AppWindow(requests);
      const begun: number[] = [];
      for (let nowMs = 0; nowMs < 100_000; nowMs = Math.max(nowMs, window.earliestMs())) {
        window.begin(nowMs);
        begun.push(nowMs);
      }
      expect(fullest(begun, { requests, windowMs: 1_000 })).toBeLessThanOrEqual(requests);
      expect(begun.length).toBeGreaterThanOrEqual(0.97 * requests * 100);
    }
  });

  it('spreads requests over the second instead of sending them in one burst', () => {
    const window = new AppWindow(50);
    let atOnce = 0;
    for (; window.earliestMs() <= 0; atOnce += 1) window.begin(0);
    expect(atOnce).toBeLessThanOrEqual(4);
  });

  it('makes up for time lost by waking late', () => {
    const window = new AppWindow(50);
    let sent = 0;
    for (let nowMs = 0; nowMs < 60_000; nowMs = Math.max(nowMs, window.earliestMs()) + 2) {
      for (; window.earliestMs() <= nowMs; sent += 1) window.begin(nowMs);
    }
    expect(sent / 60).toBeGreaterThanOrEqual(0.97 * 50);
  });

  it('is kept where the requests arrive, although some are held up on the way', () => {
    const delay = fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: 1, max: 10 }) },
      { weight: 1, arbitrary: fc.integer({ min: 20, max: 400 }) },
    );
    fc.assert(
      fc.property(fc.array(delay, { minLength: 300, maxLength: 300 }), (delays) => {
        const requests = 20;
        const window = new AppWindow(requests);
        const arrived: number[] = [];
        let onTheirWay: { place: number; begunAtMs: number; endsAtMs: number }[] = [];
        let nowMs = 0;
        for (const delayMs of delays) {
          for (;;) {
            const [next] = onTheirWay.sort((a, b) => a.endsAtMs - b.endsAtMs);
            const atMs = Math.max(nowMs, window.earliestMs());
            if (!next || next.endsAtMs > atMs) {
              nowMs = atMs;
              break;
            }
            window.end(next.place, next.begunAtMs, next.endsAtMs);
            nowMs = Math.max(nowMs, next.endsAtMs);
            onTheirWay = onTheirWay.slice(1);
          }
          const place = window.begin(nowMs);
          onTheirWay.push({ place, begunAtMs: nowMs, endsAtMs: nowMs + delayMs });
          arrived.push(nowMs + delayMs);
        }
        arrived.sort((a, b) => a - b);
        expect(fullest(arrived, { requests, windowMs: 1_000 })).toBeLessThanOrEqual(requests);
      }),
      { numRuns: 50 },
    );
  });

  it('can be absent', () => {
    const window = new AppWindow(0);
    window.begin(5);
    expect(window.earliestMs()).toBe(Number.NEGATIVE_INFINITY);
    expect(() => new AppWindow(1.5)).toThrow(RangeError);
  });
});
