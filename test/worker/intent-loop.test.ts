import type { IntentHandler } from '../../src/app/intent-handler';
import { createRecord, readRecord } from '../../src/app/records';
import { newCampaign } from '../../src/domain/campaign/plan-campaign';
import { type Instant, plusMs } from '../../src/domain/instant';
import type { Intent } from '../../src/domain/intent/intent';
import { planIntents } from '../../src/domain/intent/plan-intents';
import { IntentLoop } from '../../src/worker/intent-loop';
import { SendingStopped } from '../../src/worker/sending-stopped';
import { planOf, programmeId, WorkerWorld } from '../support/worker-world';

let world: WorkerWorld;
beforeEach(async () => {
  world = await WorkerWorld.open();
});
afterEach(() => world.close());

const intent = (id: string, more: Partial<Intent> = {}): Intent => ({
  id,
  kind: 'note',
  lane: 'normal',
  dueAt: world.clock.now(),
  ...more,
});

/** A document that holds these intents; any type would do. */
async function plant(id: string, ...intents: readonly Intent[]): Promise<void> {
  await createRecord(world.store, 'campaign', planIntents(newCampaign(planOf(id)), intents));
}

async function intentsOf(id: string): Promise<readonly Intent[]> {
  return (await readRecord(world.store, 'campaign', programmeId, id))?.document.intents ?? [];
}

function noting(notes: string[], more: Partial<IntentHandler> = {}): IntentHandler {
  return {
    kind: 'note',
    async carryOut(_context, { document, intent: { id } }) {
      notes.push(`${document.id} ${id}`);
    },
    ...more,
  };
}

it('carries out what is due, in order within a document, and leaves what is not', async () => {
  const notes: string[] = [];
  const later = plusMs(world.clock.now(), 60_000);
  await plant('a', intent('1'), intent('2'), intent('3', { dueAt: later }));
  world.start({ handlers: [noting(notes)] });
  await world.until(() => notes.length === 2);
  expect(notes).toEqual(['a 1', 'a 2']);
  await world.until(async () => (await intentsOf('a')).length === 1);
  await world.clock.advance(61_000);
  await world.until(async () => (await intentsOf('a')).length === 0);
  expect(notes).toEqual(['a 1', 'a 2', 'a 3']);
});

it('looks at once when it becomes the one that sends', async () => {
  const notes: string[] = [];
  await plant('a', intent('1'));
  const beforeMs = world.clock.monotonicMs();
  world.start({ handlers: [noting(notes)] });
  await world.until(() => notes.length === 1, { stepMs: 1 });
  expect(world.clock.monotonicMs() - beforeMs).toBeLessThan(100);
});

it('looks at once when it is poked', async () => {
  const notes: string[] = [];
  const { worker } = world.start({ handlers: [noting(notes)] });
  await world.clock.advance(1_000);
  await plant('a', intent('1'));
  const beforeMs = world.clock.monotonicMs();
  worker.poke();
  await world.clock.advance(0);
  await world.clock.advance(0);
  expect(notes).toEqual(['a 1']);
  expect(world.clock.monotonicMs()).toBe(beforeMs);
});

it('tries again, ever later, what fails, and never lets it hold up another document', async () => {
  const notes: string[] = [];
  const triedAt: number[] = [];
  const handler = noting(notes, {
    async carryOut(_context, { document }) {
      if (document.id !== 'poisoned') {
        notes.push(document.id);
        return;
      }
      triedAt.push(world.clock.monotonicMs());
      throw new Error('always');
    },
  });
  await plant('poisoned', intent('1'));
  world.start({ handlers: [handler] });
  await world.until(() => triedAt.length === 4);
  await plant('healthy', intent('1'));
  await world.until(() => notes.length === 1, { withinMs: 1_000 });
  const [first = 0, second = 0, third = 0, fourth = 0] = triedAt;
  expect(second - first).toBeGreaterThanOrEqual(1_000);
  expect(third - second).toBeGreaterThanOrEqual(2_000);
  expect(fourth - third).toBeGreaterThanOrEqual(4_000);
  expect((await intentsOf('poisoned'))[0]?.failures).toBe(4);
});

it('goes on at once with what a lapse of the lease stopped: it has not failed', async () => {
  const notes: string[] = [];
  const handler = noting(notes, {
    async carryOut() {
      notes.push('tried');
      // By the time it is heard of, the lease is confirmed again.
      if (notes.length === 1) throw new SendingStopped();
    },
  });
  await plant('sent', intent('1'));
  const { log } = world.start({ handlers: [handler] });
  await world.until(() => notes.length === 2, { withinMs: 900 });
  await world.clock.advance(100);
  expect(await intentsOf('sent')).toEqual([]);
  expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

it('says once and loudly that nothing carries out a kind, and keeps the intent', async () => {
  await plant('a', intent('1', { kind: 'unheard of' }));
  const { log } = world.start();
  await world.clock.advance(3_000);
  expect(log.lines.some(({ level, event }) => level === 'error' && event === 'intent failed')).toBe(true);
  expect(await intentsOf('a')).toHaveLength(1);
});

it('does urgent work while every place for normal work is taken', async () => {
  const notes: string[] = [];
  const busy: IntentHandler = { kind: 'busy', carryOut: () => new Promise(() => {}) };
  for (let index = 0; index < 12; index += 1) await plant(`busy${index}`, intent('1', { kind: 'busy' }));
  world.start({ handlers: [busy, noting(notes)] });
  await world.clock.advance(2_000);
  await plant('a', intent('waits'), intent('goes', { lane: 'urgent' }));
  await world.until(() => notes.length > 0, { withinMs: 1_000 });
  await world.clock.advance(2_000);
  expect(notes).toEqual(['a goes']);
});

it('passes over a document that it does not understand', async () => {
  const notes: string[] = [];
  await plant('odd', intent('1'));
  const odd = await world.store.read('programmes', programmeId, 'odd');
  await world.store.upsert('programmes', { ...odd?.document, type: 'unheardOf' } as never);
  const { log } = world.start({ handlers: [noting(notes)] });
  await world.clock.advance(1_000);
  await plant('a', intent('1'));
  await world.until(() => notes.length === 1, { withinMs: 1_000 });
  expect(log.lines.filter(({ level }) => level === 'error')).toMatchObject([
    { event: 'due document not understood' },
  ]);
});

it('does short work behind more long work than there are places', async () => {
  const notes: string[] = [];
  const long: IntentHandler = { kind: 'long', isLong: true, carryOut: () => new Promise(() => {}) };
  await Promise.all(
    Array.from({ length: 130 }, (_, index) => plant(`long${index}`, intent('1', { kind: 'long' }))),
  );
  world.start({ handlers: [long, noting(notes)] });
  await world.clock.advance(1_000);
  await plant('short', intent('1'));
  await world.until(() => notes.length > 0, { withinMs: 1_000 });
  expect(notes).toEqual(['short 1']);
});

it('keeps an intent that its handler planned anew', async () => {
  let rounds = 0;
  const again: IntentHandler = {
    kind: 'note',
    async carryOut({ store, clock }, { document, intent: done }) {
      rounds += 1;
      if (rounds > 2 || document.type !== 'campaign') return;
      const stored = await readRecord(store, 'campaign', document.pk, document.id);
      if (!stored) return;
      const next = { ...done, dueAt: plusMs(clock.now(), 5_000) as Instant };
      await store.replace('programmes', planIntents(stored.document, [next], [done.id]), stored.version);
    },
  };
  await plant('a', intent('1'));
  world.start({ handlers: [again] });
  await world.until(() => rounds === 3);
  await world.until(async () => (await intentsOf('a')).length === 0);
});

it('clears an intent although others keep changing the document', async () => {
  const notes: string[] = [];
  const meddling = noting(notes, {
    async carryOut(_context, { document }) {
      const stored = await readRecord(world.store, 'campaign', document.pk, document.id);
      if (!stored) return;
      await world.store.replace('programmes', { ...stored.document, cursor: 'moved' }, stored.version);
      notes.push('done');
    },
  });
  await plant('a', intent('1'));
  world.start({ handlers: [meddling] });
  await world.until(async () => (await intentsOf('a')).length === 0);
  expect(notes).toEqual(['done']);
  expect((await world.campaign(planOf('a').campaignId)).cursor).toBe('moved');
});

it('works only in the instance that holds the lease, and goes on in another when that one dies', async () => {
  const first: string[] = [];
  const second: string[] = [];
  const one = world.start({ handlers: [noting(first)] });
  await world.clock.advance(100);
  world.start({ handlers: [noting(second)] });
  await plant('a', intent('1'));
  await world.clock.advance(3_000);
  expect([first, second]).toEqual([['a 1'], []]);
  one.kill();
  await plant('b', intent('1'));
  await world.until(() => second.length === 1, { withinMs: 7_000 });
  expect(first).toEqual(['a 1']);
});

it('ends what it began before when it becomes the one that sends again, and begins it anew', async () => {
  const seen: string[] = [];
  const long: IntentHandler = {
    kind: 'note',
    isLong: true,
    async carryOut(_context, { signal }) {
      seen.push('begun');
      await world.clock.sleep(3_600_000, signal).finally(() => seen.push('ended'));
    },
  };
  await plant('a', intent('1'));
  const loop = new IntentLoop({ context: world.context, handlers: [long], mayBegin: () => true });
  const stop = new AbortController();
  const running = loop.run(stop.signal);
  await world.until(() => seen.length === 1);
  loop.beginAnew();
  await world.until(() => seen.length === 3);
  expect(seen).toEqual(['begun', 'ended', 'begun']);
  stop.abort();
  await running;
});

it('stops promptly: long work is told, and is left for the next', async () => {
  const seen: string[] = [];
  const long: IntentHandler = {
    kind: 'note',
    isLong: true,
    async carryOut(_context, { signal }) {
      seen.push('begun');
      await world.clock.sleep(3_600_000, signal);
    },
  };
  await plant('a', intent('1'));
  const { worker } = world.start({ handlers: [long] });
  await world.until(() => seen.length === 1);
  let isStopped = false;
  const stopping = worker.stop().then(() => {
    isStopped = true;
  });
  await world.clock.advance(10);
  expect(isStopped).toBe(true);
  await stopping;
  expect((await intentsOf('a'))[0]?.failures).toBeUndefined();
  world.start({ handlers: [long] });
  await world.until(() => seen.length === 2, { withinMs: 2_000 });
});
