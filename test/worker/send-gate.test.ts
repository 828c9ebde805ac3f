/** Who goes first at the one door to Teams, whatever waits there. */

import fc from 'fast-check';
import type { Lane } from '../../src/domain/intent/intent';
import { SendGate } from '../../src/worker/send-gate';
import { FakeClock } from '../support/fake-clock';

const requestsPerSecond = 50;
/** One place in the second, and what a request may go ahead of or behind it. */
const oneTurnMs = 1_000 / requestsPerSecond + 2;
const latencyMs = 30;

/** A gate whose every request takes as long as Teams' reply, and when each of them began. */
function openGate() {
  const clock = new FakeClock();
  const gate = new SendGate({ clock, requestsPerSecond });
  const begun: { readonly campaignId: string; readonly afterMs: number }[] = [];
  let people = 0;
  let signal = new AbortController().signal;
  const ask = (lane: Lane, campaignId: string): void => {
    people += 1;
    // Nobody gives up here, so that ten share a signal: one each would be half of the work.
    if (people % 10 === 0) signal = new AbortController().signal;
    const askedAtMs = clock.monotonicMs();
    void gate.admit({ lane, campaignId, personId: `p${people}` }, signal).then(async (end) => {
      begun.push({ campaignId, afterMs: clock.monotonicMs() - askedAtMs });
      await clock.sleep(latencyMs);
      end();
    });
  };
  const askMany = (count: number, lane: Lane, campaignId: string): void => {
    for (let asked = 0; asked < count; asked += 1) ask(lane, campaignId);
  };
  return { clock, gate, begun, askMany };
}

it('an escalation never waits behind 50,000 pulses, only behind other escalations', async () => {
  const { clock, gate, begun, askMany } = openGate();
  askMany(50_000, 'normal', 'pulse');
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ afterMs: fc.integer({ min: 0, max: 400 }), cards: fc.integer({ min: 1, max: 12 }) }),
        { minLength: 1, maxLength: 4 },
      ),
      async (escalations) => {
        begun.length = 0;
        let urgent = 0;
        for (const { afterMs, cards } of escalations) {
          await clock.advance(afterMs);
          askMany(cards, 'urgent', `escalation ${urgent}`);
          urgent += cards;
        }
        await clock.advance(oneTurnMs * (urgent + 1) + latencyMs);
        const waits = begun.filter(({ campaignId }) => campaignId !== 'pulse').map(({ afterMs }) => afterMs);
        expect(waits).toHaveLength(urgent);
        expect(Math.max(...waits)).toBeLessThanOrEqual(oneTurnMs * (urgent + 1));
      },
    ),
    { numRuns: 10 },
  );
  gate.close();
});

it('campaigns of one lane share alike, however much one of them brings and whenever another comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 40, max: 800 }), { minLength: 2, maxLength: 4 }),
      fc.integer({ min: 0, max: 500 }),
      async (sizes, laterMs) => {
        const { clock, gate, begun, askMany } = openGate();
        const [first = 0, ...others] = sizes;
        askMany(first + requestsPerSecond, 'normal', 'c0');
        await clock.advance(laterMs);
        others.forEach((size, index) => {
          askMany(size, 'normal', `c${index + 1}`);
        });
        const before = begun.length;
        await clock.advance((oneTurnMs * 40 * sizes.length) / 2);
        const counts = sizes.map((_, index) => {
          const ofOne = begun.slice(before).filter(({ campaignId }) => campaignId === `c${index}`);
          return ofOne.length;
        });
        expect(Math.min(...counts)).toBeGreaterThan(10);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        gate.close();
      },
    ),
    { numRuns: 10 },
  );
});

it('a lane that must wait lets the other go on at its full rate, and goes on itself when its time is over', async () => {
  const { clock, gate, begun, askMany } = openGate();
  askMany(400, 'normal', 'pulse');
  askMany(400, 'urgent', 'escalation');
  await clock.advance(500);
  gate.pauseLane('urgent', 2_000);
  const before = begun.length;
  await clock.advance(2_000);
  const meanwhile = begun.slice(before).map(({ campaignId }) => campaignId);
  expect(new Set(meanwhile)).toEqual(new Set(['pulse']));
  expect(meanwhile.length).toBeGreaterThanOrEqual(0.97 * requestsPerSecond * 2);
  await clock.advance(200);
  expect(begun.at(-1)?.campaignId).toBe('escalation');
  gate.close();
});
