/** Many people tap through two instances while their wave closes, over lines that are late and lossy. */

import { listRecords, readRecord } from '../../src/app/records';
import { readRelease } from '../../src/app/wave/read-release';
import { recordAnswer } from '../../src/app/wave/record-answer.use-case';
import { computeRelease } from '../../src/domain/disclosure/compute-release';
import type { Release } from '../../src/domain/disclosure/release';
import type { AnswerTally } from '../../src/domain/disclosure/tally-answers';
import { asId, type WaveId } from '../../src/domain/ids';
import type { DirectoryPerson } from '../../src/domain/programme/person';
import type { Lag, LineCall } from '../support/lagging-store';
import { eachStore } from '../support/stores';
import { withSeed } from '../support/with-seed';
import { ClosingWorld, type Instance, instanceOn, markOf, markQuestion, mostTaps } from './close-race-world';

const timeScale = '0.2';
const closesAfterMs = 700;
const perAtom = 10;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What one person was told of each tap. */
class Tapper {
  acknowledged: string | undefined;
  /** Since the last acknowledged tap. */
  readonly unclear = new Set<string>();
  readonly refused = new Set<string>();
  private taps = 0;

  constructor(
    private readonly index: number,
    private readonly person: DirectoryPerson,
    private readonly random: () => number,
  ) {}

  async tapUntilClosed(
    instances: readonly Instance[],
    programmeId: DirectoryPerson['programmeId'],
    waveId: WaveId,
  ) {
    let revision = 0;
    while (this.refused.size === 0 && this.taps < mostTaps) {
      await sleep(this.random() * 400);
      const instance = instances[Math.floor(this.random() * instances.length)];
      if (!instance) throw new Error('no instance');
      const mark = markOf(this.index, this.taps);
      this.taps += 1;
      const told = await recordAnswer(instance.context, {
        programmeId,
        waveId,
        personId: this.person.personId,
        tap: { questionId: markQuestion, revision, value: { kind: 'choice', choice: mark } },
      });
      switch (told.outcome) {
        case 'recorded':
        case 'changed':
          this.acknowledged = mark;
          this.unclear.clear();
          revision = told.revision;
          break;
        case 'outOfDate':
          revision = told.revision;
          break;
        case 'notConfirmed':
          this.unclear.add(mark);
          break;
        case 'closed':
          this.refused.add(mark);
          break;
        default:
          throw new Error(told.outcome);
      }
    }
  }

  /** What is counted agrees with what was told. */
  expectTrue(counted: readonly string[]): void {
    const own = counted.filter((mark) => mark.startsWith(markOf(this.index, 0).slice(0, -1)));
    const [mark] = own;
    const told = { acknowledged: this.acknowledged, unclear: [...this.unclear], refused: [...this.refused] };
    const mayBe = [...this.unclear, ...(this.acknowledged ? [this.acknowledged] : [])];
    const isMissing = this.acknowledged !== undefined && mark === undefined;
    const isTrue = own.length <= 1 && !isMissing && (mark === undefined || mayBe.includes(mark));
    expect({ ...told, own, isTrue }).toEqual({ ...told, own, isTrue: true });
  }
}

/** Mostly a good line, sometimes slow, now and then slower than anyone waits; a loss here and there. */
function badLine(random: () => number): (call: LineCall) => Lag | undefined {
  const slow = /^(create|replace) answerSheet|^delete responses|^read seal/;
  const late = () => {
    const kind = random();
    const ms = random() * (kind < 0.6 ? 0 : kind < 0.85 ? 150 : 1_200);
    return ms === 0 ? undefined : () => sleep(ms);
  };
  return ({ words }) => {
    if (!slow.test(words)) return undefined;
    const [before, after, loss] = [late(), late(), random()];
    return {
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
      ...(loss < 0.04 ? { fails: 'neverArrives' } : loss < 0.08 ? { fails: 'replyLost' } : {}),
    };
  };
}

eachStore('taps that race with the close, through two instances', (open) => {
  it('are counted exactly when they were acknowledged', () =>
    withSeed(async (random) => {
      const line = async (lagOf?: (call: LineCall) => Lag | undefined) =>
        instanceOn(await open(), lagOf, { timeScale });
      const world = await ClosingWorld.open(await line(), perAtom);
      const instances = [await line(badLine(random)), await line(badLine(random))];
      const { programme, people, closer } = world;
      const { store } = closer.context;
      const waveId = await world.openWave();
      const tappers = people.map((person, index) => new Tapper(index, person, random));
      const tapping = Promise.all(
        tappers.map((tapper) => tapper.tapUntilClosed(instances, programme.id, waveId)),
      );
      await sleep(closesAfterMs);
      await world.close(waveId);
      const release = await readRelease(store, programme.id, waveId);
      const counted = await marksIn(world, waveId);
      await tapping;

      for (const tapper of tappers) tapper.expectTrue(counted);
      expect(release).toEqual(await releaseFromTallies(world, waveId, release?.releasedAt));
      await world.erase(waveId);
      for (const instance of instances) await instance.line.settled();
      // The last sweep: whatever landed after the answers had been deleted.
      await world.erase(waveId);
      for await (const _sheet of listRecords(store, 'answerSheet', waveId))
        throw new Error('an answer is left');
      expect(await readRecord(store, 'waveKey', 'waveKey', waveId)).toBeUndefined();
      expect(await readRelease(store, programme.id, waveId)).toEqual(release);
      expect(await marksIn(world, waveId)).toEqual(counted);
    }));
});

/** The release as it follows from what is kept of the answers: here nobody answers more than the one question. */
async function releaseFromTallies(
  { closer, programme }: ClosingWorld,
  waveId: WaveId,
  releasedAt: Release['releasedAt'] | undefined,
): Promise<Release> {
  const wave = await readRecord(closer.context.store, 'wave', programme.id, waveId);
  if (!wave || !releasedAt) throw new Error('nothing was released');
  const tallies: AnswerTally[] = [];
  for await (const { document } of listRecords(closer.context.store, 'tally', waveId)) {
    const { atomId, questionId, counts } = document;
    tallies.push({ atomId, questionId: asId(questionId), counts });
  }
  return computeRelease({ wave: wave.document, tallies, releasedAt }, closer.context.solve);
}

async function marksIn({ closer }: ClosingWorld, waveId: WaveId): Promise<readonly string[]> {
  const marks: string[] = [];
  for await (const { document } of listRecords(closer.context.store, 'tally', waveId)) {
    if (document.questionId !== markQuestion) continue;
    for (const [mark, count] of Object.entries(document.counts)) {
      for (let each = 0; each < count; each += 1) marks.push(mark.replace('choice:', ''));
    }
  }
  return marks;
}
