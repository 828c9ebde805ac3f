import fc from 'fast-check';
import type { Store } from '../../src/app/ports/store';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { SenderLease } from '../../src/worker/lease';
import { storeFileIn, type TemporaryFolder, temporaryFolder } from '../support/embedded';
import { FakeClock } from '../support/fake-clock';
import { FaultyStore, type StoreFault } from '../support/faulty-store';
import { InstanceClock } from '../support/instance-clock';
import { LaggingStore } from '../support/lagging-store';
import { silentLog } from '../support/silent-log';

const unitMs = 5_000;
let folder: TemporaryFolder;
let store: EmbeddedStore;
let world: FakeClock;
let running: AbortController[];

beforeEach(() => {
  folder = temporaryFolder();
  store = EmbeddedStore.open(storeFileIn(folder));
  world = new FakeClock();
  running = [];
});

afterEach(async () => {
  for (const abort of running) abort.abort();
  await world.advance(1);
  await store.close();
  folder.remove();
});

function start(holder: string, through: Store = store, leaseUnitMs = unitMs) {
  const clock = new InstanceClock(world);
  const lease = new SenderLease({ store: through, clock, log: silentLog, holder, leaseUnitMs });
  const abort = new AbortController();
  const run = lease.run(abort.signal);
  running.push(abort);
  const stop = async () => {
    abort.abort();
    await world.advance(1);
    await run;
  };
  return { lease, clock, stop };
}

it('goes to the first that asks, and stays there while it renews', async () => {
  const one = start('one');
  await world.advance(1);
  const two = start('two');
  for (let second = 0; second < 120; second += 1) {
    await world.advance(1_000);
    expect(one.lease.mayBegin()).toBe(true);
    expect(two.lease.mayBegin()).toBe(false);
  }
  expect(one.lease.epoch).toBe(1);
  expect(two.lease.epoch).toBe(0);
});

it('of a holder that died is taken over after four units, not before, with a greater epoch', async () => {
  const one = start('one');
  await world.advance(1);
  const two = start('two');
  await world.advance(60_000);
  one.clock.die();
  const diedAtMs = world.monotonicMs();
  while (!two.lease.mayBegin()) await world.advance(250);
  const tookMs = world.monotonicMs() - diedAtMs;
  expect(tookMs).toBeGreaterThanOrEqual(3 * unitMs);
  expect(tookMs).toBeLessThanOrEqual(5 * unitMs);
  expect(one.lease.mayBegin()).toBe(false);
  expect(two.lease.epoch).toBe(2);
});

it('of a holder that is frozen is gone when it wakes, and it notices before it sends', async () => {
  const one = start('one');
  await world.advance(1);
  const two = start('two');
  await world.advance(12_000);
  one.clock.freeze();
  await world.advance(2 * unitMs);
  expect(one.lease.mayBegin()).toBe(false);
  await world.advance(4 * unitMs);
  expect(two.lease.mayBegin()).toBe(true);
  one.clock.resume();
  expect(one.lease.mayBegin()).toBe(false);
  await world.advance(60_000);
  expect(one.lease.mayBegin()).toBe(false);
  expect(two.lease.mayBegin()).toBe(true);
});

it('of a holder that was stopped in the middle of a renewal stays with whoever took it over', async () => {
  let stopsForMs = 0;
  const line = new LaggingStore(store, ({ words }) =>
    words === 'read sender' && stopsForMs > 0 ? { before: () => stop(stopsForMs) } : undefined,
  );
  const stop = (ms: number) => {
    stopsForMs = 0;
    return world.sleep(ms);
  };
  const one = start('one', line);
  await world.advance(1);
  const two = start('two');
  await world.advance(12_000);
  stopsForMs = 41_000;
  for (let passedMs = 0; passedMs < 60_000; passedMs += 500) {
    await world.advance(500);
    expect(one.lease.mayBegin() && two.lease.mayBegin()).toBe(false);
  }
  expect(two.lease.mayBegin()).toBe(true);
});

it('is taken over at once when it was given up', async () => {
  const one = start('one');
  await world.advance(1);
  const two = start('two');
  await world.advance(10_000);
  await one.stop();
  await one.lease.release();
  await world.advance(unitMs / 2 + 1);
  expect(two.lease.mayBegin()).toBe(true);
  expect(two.lease.epoch).toBe(2);
});

it('outlives a store that is away for less than two units, and nobody begins while it is away for longer', async () => {
  let isAway = false;
  const away = new FaultyStore(store, () => (isAway ? { when: 'before', what: 'clean' } : undefined));
  const one = start('one', away);
  await world.advance(unitMs);
  isAway = true;
  await world.advance(2 * unitMs - 1_000);
  expect(one.lease.mayBegin()).toBe(true);
  await world.advance(2_000);
  expect(one.lease.mayBegin()).toBe(false);
  isAway = false;
  await world.advance(unitMs);
  expect(one.lease.mayBegin()).toBe(true);
  expect(one.lease.epoch).toBe(1);
});

it('scales all its times by one setting', async () => {
  const one = start('one', store, 50);
  await world.advance(1);
  const two = start('two', store, 50);
  await world.advance(500);
  one.clock.die();
  await world.advance(100);
  expect(one.lease.mayBegin()).toBe(false);
  await world.advance(150);
  expect(two.lease.mayBegin()).toBe(true);
});

describe('whatever fails, whoever is frozen and however writes end', () => {
  type Event = { readonly afterMs: number; readonly what: 'freeze' | 'resume'; readonly who: number };
  const event: fc.Arbitrary<Event> = fc.record({
    afterMs: fc.integer({ min: 500, max: 30_000 }),
    what: fc.constantFrom('freeze' as const, 'resume' as const),
    who: fc.nat(2),
  });
  const fault: fc.Arbitrary<StoreFault | undefined> = fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<StoreFault>(
        { when: 'before', what: 'clean' },
        { when: 'before', what: 'ambiguous' },
        { when: 'after', what: 'ambiguous' },
      ),
    },
  );

  it('no two may begin at the same time, a unit lies between two holders, and epochs only grow', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 3, maxLength: 8 }),
        fc.array(fault, { minLength: 20, maxLength: 20 }),
        async (events, faults) => {
          await store.delete('system', 'lease', 'sender');
          let calls = 0;
          const faulty = new FaultyStore(store, ({ isWrite }) => {
            calls += 1;
            return isWrite ? faults[calls % faults.length] : undefined;
          });
          const instances = ['a', 'b', 'c'].map((name) => start(`${name}${world.monotonicMs()}`, faulty));
          let last = { who: -1, atMs: Number.NEGATIVE_INFINITY, epoch: 0 };
          const look = () => {
            const beginning = instances.flatMap(({ lease }, who) => (lease.mayBegin() ? [who] : []));
            expect(beginning.length).toBeLessThanOrEqual(1);
            const [who] = beginning;
            if (who === undefined) return;
            const epoch = instances[who]?.lease.epoch ?? 0;
            if (who !== last.who && last.who >= 0) {
              expect(epoch).toBeGreaterThan(last.epoch);
              expect(world.monotonicMs() - last.atMs).toBeGreaterThanOrEqual(unitMs);
            }
            last = { who, atMs: world.monotonicMs(), epoch };
          };
          for (const { afterMs, what, who } of events) {
            for (let passed = 0; passed < afterMs; passed += 1_000) {
              await world.advance(1_000);
              look();
            }
            instances[who]?.clock[what]();
          }
          for (const { clock, stop } of instances) {
            clock.resume();
            await stop();
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
