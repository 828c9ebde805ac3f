/** Taps that meet the close of their wave, each at the one instant where they could go wrong. */

import type { Store } from '../../src/app/ports/store';
import { createRecord, listRecords, upsertRecord } from '../../src/app/records';
import { addComment } from '../../src/app/wave/add-comment.use-case';
import { readCurrentStep } from '../../src/app/wave/read-current-step';
import { type RecordAnswerOutcome, recordAnswer } from '../../src/app/wave/record-answer.use-case';
import type { WaveId } from '../../src/domain/ids';
import { catalogueFor } from '../../src/text/catalogue';
import { FakeClock } from '../support/fake-clock';
import { Gate } from '../support/gate';
import { JourneyClock } from '../support/journey-clock';
import { type Lag, LaggingStore, type LineCall } from '../support/lagging-store';
import { startRunningBot } from '../support/running-bot';
import { eachStore } from '../support/stores';
import { ClosingWorld, type Instance, instanceOn, markOf, markQuestion } from './close-race-world';

let open: () => Promise<Store>;
let world: ClosingWorld;
let waveId: WaveId;

type Line = (call: LineCall) => Lag | undefined;
type Timing = Parameters<typeof instanceOn>[2];
/** Nothing here is waited for: a busy machine has all the time that an answer may take. */
const realTime: Timing = { timeScale: '1' };

async function start(lagOf: Line = () => undefined, timing = realTime): Promise<void> {
  world = await ClosingWorld.open(await instanceOn(await open(), lagOf, timing), 1);
  waveId = await world.openWave();
}

const instance = async (lagOf: Line, timing = realTime) => instanceOn(await open(), lagOf, timing);

function personId() {
  const [person] = world.people;
  if (!person) throw new Error('nobody');
  return person.personId;
}

function tap({ context }: Instance, number: number, revision: number): Promise<RecordAnswerOutcome> {
  return recordAnswer(context, {
    programmeId: world.programme.id,
    waveId,
    personId: personId(),
    tap: { questionId: markQuestion, revision, value: { kind: 'choice', choice: markOf(0, number) } },
  });
}

async function counted(): Promise<readonly string[]> {
  const marks: string[] = [];
  for await (const { document } of listRecords(world.closer.context.store, 'tally', waveId)) {
    if (document.questionId === markQuestion) marks.push(...Object.keys(document.counts));
  }
  return marks;
}

const seal = () => upsertRecord(world.closer.context.store, 'seal', { waveId });
const only = (words: string, lag: Lag) => {
  let isFirst = true;
  return (call: LineCall) => {
    if (call.words !== words || !isFirst) return undefined;
    isFirst = false;
    return lag;
  };
};

async function all() {
  const sheets = [];
  for await (const { document } of listRecords(world.closer.context.store, 'answerSheet', waveId)) {
    sheets.push(document);
  }
  return sheets;
}

eachStore('a tap that meets the close', (opening) => {
  beforeEach(() => {
    open = opening;
  });

  it('does not let a repeated delivery vouch for an answer that is about to be withdrawn', async () => {
    await start();
    const looking = new Gate();
    const slow = await instance(only('read seal', { before: () => looking.pass() }));
    const other = await instance(() => undefined);
    await other.context.waves.read(world.programme.id, waveId);
    const first = tap(slow, 1, 0);
    await looking.reached;
    await seal();
    expect((await tap(other, 1, 0)).outcome).toBe('closed');
    looking.letGo();
    expect((await first).outcome).toBe('closed');
  });

  it('leaves the tallies of the release alone when an instance that was frozen goes on with an old close', async () => {
    const clock = new JourneyClock();
    const timing = { timeScale: '0.5', clock };
    await start(() => undefined, timing);
    clock.passOverAnswers(world.closer.context.settings);
    const listing = new Gate();
    const frozen = await instance(only('list answerSheet', { before: () => listing.pass() }), timing);
    expect((await tap(frozen, 1, 0)).outcome).toBe('recorded');
    const wave = await world.beginClose(waveId);
    const old = world.release(wave, frozen);
    await listing.reached;
    await world.release(wave);
    const [sheet] = await all();
    // Not acknowledged to anybody, and too late for the release that stands.
    if (sheet) await createRecord(world.closer.context.store, 'answerSheet', { ...sheet, answerKey: 'late' });
    listing.letGo();
    await old;
    expect(await counted()).toHaveLength(1);
  });

  it('tells the person on the card that it could not confirm a tap, and what a second tap then finds', async () => {
    const store = new LaggingStore(await open(), only('create answerSheet', { fails: 'replyLost' }));
    const running = await startRunningBot({ store, perAtom: 1 });
    try {
      await running.openPulse();
      const [person] = running.people;
      const user = running.teams.user(person?.aadObjectId ?? '');
      await running.until(() => user.cardMessages().length > 0 || undefined);
      const { questionNotices } = catalogueFor('Europe/London').pulse;
      const told = [];
      for (const title of ['Very confident', 'Not very confident']) {
        const { card } = await user.press(user.latest(), { title });
        told.push(JSON.stringify(card));
      }
      expect(told[0]).toContain(questionNotices.notConfirmed);
      expect(told[0]).toContain('1 of 3');
      expect(told[1]).toContain(questionNotices.outOfDate);
      expect(told[1]).toContain('2 of 3');
    } finally {
      await running.close();
    }
  });
});

eachStore('a tap that meets the close at another instant', (opening) => {
  beforeEach(() => {
    open = opening;
  });

  it('counts the time that reading the wave took against the deadline of the answer', async () => {
    const listing = new Gate();
    const timing = { timeScale: '0.1' };
    await start(only('list answerSheet', { before: () => listing.pass() }), timing);
    const reading = new Gate();
    const looking = new Gate();
    const slow = await instance((call) => {
      if (call.words === `read ${world.programme.id}`) return { after: () => reading.pass() };
      return call.words === 'read seal' ? { after: () => looking.pass() } : undefined;
    }, timing);
    const outcome = tap(slow, 1, 0);
    await reading.reached;
    const closing = world.close(waveId);
    await listing.reached;
    reading.letGo();
    await Promise.race([outcome, looking.reached]);
    listing.letGo();
    await closing;
    looking.letGo();
    expect((await outcome).outcome).toBe('notConfirmed');
    expect(await counted()).toEqual([]);
  });

  it('does not let a repeated delivery vouch for a comment that is about to be withdrawn', async () => {
    await start();
    const looking = new Gate();
    const slow = await instance(only('read seal', { before: () => looking.pass() }));
    const other = await instance(() => undefined);
    const ids = { programmeId: world.programme.id, waveId, personId: personId(), text: 'One laptop.' };
    const first = addComment(slow.context, ids);
    await looking.reached;
    await seal();
    expect((await addComment(other.context, ids)).outcome).toBe('closed');
    looking.letGo();
    expect((await first).outcome).toBe('closed');
  });

  it('says that it cannot confirm an answer on which another was built before it could be withdrawn', async () => {
    await start();
    const looking = new Gate();
    const slow = await instance(only('read seal', { before: () => looking.pass() }));
    const other = await instance(() => undefined);
    const first = tap(slow, 1, 0);
    await looking.reached;
    const ids = { programmeId: world.programme.id, waveId, personId: personId() };
    expect(await readCurrentStep(other.context, ids)).toMatchObject({ outcome: 'open', revision: 1 });
    await seal();
    expect((await tap(other, 2, 1)).outcome).toBe('closed');
    looking.letGo();
    expect((await first).outcome).toBe('notConfirmed');
  });

  it('says that it cannot confirm a withdrawal that came too late to be sure', async () => {
    await start();
    const clock = new FakeClock();
    const lag = only('delete responses', { after: async () => void (await clock.advance(10_000)) });
    const slow = await instanceOn(await open(), lag, { ...realTime, clock });
    await slow.context.waves.read(world.programme.id, waveId);
    await seal();
    expect((await tap(slow, 1, 0)).outcome).toBe('notConfirmed');
  });
});

eachStore('the wait at the seal', (opening) => {
  beforeEach(() => {
    open = opening;
  });

  it.each(['1', '0.2', '0.01'])(
    'waits longer after the seal than any answer can take, at %s of real time',
    async (timeScale) => {
      const clock = new FakeClock();
      let reads = 0;
      const count = (call: LineCall) => {
        if (call.words === 'read any') reads += 1;
        return undefined;
      };
      const { context } = await instanceOn(await open(), count, { timeScale, clock });
      const read = () => context.waves.read(world.programme.id, 'any' as WaveId);
      await read();
      const stepMs = 1_000 * Number(timeScale) * 0.01;
      let oldestMs = 0;
      const readOnce = reads;
      for (; reads === readOnce; oldestMs += stepMs) {
        await clock.advance(stepMs);
        await read();
      }
      const { answerDeadlineMs, sealWaitMs } = context.settings;
      expect(oldestMs).toBeGreaterThan(0);
      expect(sealWaitMs).toBeGreaterThan(answerDeadlineMs + oldestMs);
      // An answer may take what Teams waits for, less what the reply needs to get there.
      expect(answerDeadlineMs).toBeLessThanOrEqual(4_000 * Number(timeScale));
    },
  );
});
