/** Teams may deliver a tap late, twice and after a later one; each has one effect or none, and none undoes another. */

import fc from 'fast-check';
import type { Store } from '../../src/app/ports/store';
import { readRecord } from '../../src/app/records';
import { asId, type QuestionId, type WaveId } from '../../src/domain/ids';
import { currentStep } from '../../src/domain/pulse/next-step';
import type { AnswerValue, Question } from '../../src/domain/pulse/question';
import { FaultyStore, type StoreFault } from '../support/faulty-store';
import type { InvokeResult } from '../support/loopback-teams/bot-endpoint';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { PulseReader, type Tap } from '../support/pulse-reader';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aProgramme, aPulse } from '../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../support/stores';

const questions: readonly Question[] = [
  ...aPulse().questions.slice(0, 2),
  { id: asId('support'), kind: 'scale', text: 'How well supported?', minimum: 0, maximum: 3 },
  {
    id: asId('barrier'),
    kind: 'choice',
    text: 'What would help first?',
    choices: [
      { id: 'wifi', text: 'Wi-Fi' },
      { id: 'time', text: 'Time' },
    ],
  },
  { id: asId('words'), kind: 'text', text: 'What gets in your way?' },
];

/** What somebody does; numbers pick among what there is at that moment. */
type Deed =
  /** `hold`: the tap is made, and is on its way for long. */
  | { readonly does: 'press' | 'hold'; readonly device: number; readonly pick: number }
  /** Taps made before, on their way again, together. */
  | { readonly does: 'deliver'; readonly picks: readonly number[] }
  | { readonly does: 'reload'; readonly device: number };

const pick = fc.nat(1_000);
const device = fc.nat(1);
const deed = (does: 'press' | 'hold') => fc.record({ does: fc.constant(does), device, pick });
const deeds = fc.array(
  fc.record({
    who: fc.nat(1),
    deed: fc.oneof(
      { weight: 4, arbitrary: deed('press') },
      { weight: 3, arbitrary: deed('hold') },
      {
        weight: 3,
        arbitrary: fc.record({
          does: fc.constant('deliver' as const),
          picks: fc.array(pick, { minLength: 1, maxLength: 4 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ does: fc.constant('reload' as const), device }) },
    ),
  }),
  { minLength: 10, maxLength: 24 },
);

/** What is on record for one person. */
interface Standing {
  readonly revision: number;
  readonly values: Readonly<Record<QuestionId, AnswerValue>>;
}

interface Delivered {
  readonly tap: Tap;
  readonly result: InvokeResult;
}

const changedNothing = 'it changed nothing';
const notConfirmed = 'We could not confirm this';

const hosts = [new EmbeddedHost(), new CosmosEmulatorHost()];

describe.each(hosts)('any order of taps and of their late, repeated deliveries on $name', (host) => {
  let store: Store;
  let running: RunningBot;
  let waveId: WaveId;
  /** The tests share them: the first two have not answered before it is their turn. */
  let readers: readonly TeamsUser[];
  /** What becomes of the writing of an answer. */
  let fault: StoreFault | undefined;
  const seen = { applied: 0, outOfDate: 0 };
  // What a store must do about two writes at once is its contract, and tested as that.
  const numRuns = host instanceof EmbeddedHost ? 8 : 3;

  beforeAll(async () => {
    await host.start();
    await host.renew();
    store = await host.open();
    const programme = { ...aProgramme(), pulses: [{ ...aPulse(), questions }] };
    const faulty = new FaultyStore(store, ({ type }) => (type === 'answerSheet' ? fault : undefined));
    running = await startRunningBot({ store: faulty, programme, perAtom: 2 });
    const { teams } = running;
    readers = running.people.map(({ aadObjectId }) => teams.user(aadObjectId));
    for (const user of readers) await user.install();
    waveId = await running.openPulse();
    await running.until(() => readers.every((user) => user.cardMessages().length > 1) || undefined);
  });
  afterEach(() => {
    fault = undefined;
  });
  afterAll(async () => {
    await running.close();
    await store.close();
    await host.stop();
  });

  async function standingOf(reader: PulseReader): Promise<Standing> {
    const { store, waves } = running.bot.context;
    const asked = await waves.read(running.programme.id, waveId);
    if (!asked?.key) throw new Error('the wave is not open');
    const key = asked.key.answerKeyOf(running.personIdOf(reader.user.aadObjectId));
    const sheet = await readRecord(store, 'answerSheet', waveId, key);
    return { revision: sheet?.document.revision ?? 0, values: sheet?.document.values ?? {} };
  }

  /** From one standing to the next there is exactly one tap for each revision: one that was acknowledged if any was. */
  function settle(before: Standing, after: Standing, delivered: readonly Delivered[]): void {
    const answers = delivered.filter(({ tap }) => tap.value !== undefined);
    const refused = answers.filter(({ result }) => saying(result, changedNothing));
    const unsure = answers.filter(({ result }) => saying(result, notConfirmed));
    const acknowledged = answers.filter((one) => !refused.includes(one) && !unsure.includes(one));
    let { values } = before;
    for (let revision = before.revision; revision < after.revision; revision += 1) {
      const at = ({ tap }: Delivered) => tap.revision === revision;
      const winners = acknowledged.filter(at);
      expect(winners.length).toBeLessThanOrEqual(1);
      const applied = winners[0] ?? unsure.find((one) => at(one) && explains(one.tap, after));
      expect(applied).toBeDefined();
      if (applied?.tap.value) values = { ...values, [applied.tap.questionId]: applied.tap.value };
    }
    expect(after.values).toEqual(values);
    const isBetween = ({ tap }: Delivered) =>
      tap.revision >= before.revision && tap.revision < after.revision;
    expect(acknowledged.filter((one) => !isBetween(one))).toEqual([]);
    seen.applied += acknowledged.length;
    seen.outOfDate += refused.length;
  }

  /** Alone on its way a tap on the current revision is applied, and an older one is answered with the current card. */
  function checkAlone(before: Standing, after: Standing, { tap, result }: Delivered): void {
    if (tap.value === undefined || saying(result, notConfirmed)) return;
    const isCurrent = tap.revision === before.revision;
    expect(after.revision - before.revision).toBe(isCurrent ? 1 : 0);
    expect(saying(result, changedNothing)).toBe(!isCurrent);
    if (isCurrent) return;
    const step = currentStep(questions, { ...after } as Parameters<typeof currentStep>[1]);
    expect(PulseReader.offered(result)).toEqual(
      step.step === 'recorded' ? undefined : { questionId: step.question.id, revision: after.revision },
    );
  }

  async function carryOut(reader: PulseReader, did: Deed): Promise<readonly Delivered[]> {
    switch (did.does) {
      case 'press':
        return [await reader.press(did.device, did.pick)];
      case 'hold':
        reader.hold(did.device, did.pick);
        return [];
      case 'reload':
        await reader.reload(did.device);
        return [];
      case 'deliver':
        return Promise.all(
          reader.tapsAt(did.picks).map(async (tap) => ({
            tap,
            result: await running.teams.deliver(tap.activity),
          })),
        );
    }
  }

  it('applies the first tap delivered on the current revision, and nothing else ever', async () => {
    const others = readers.slice(2);
    let turn = 0;
    // Whatever they said in an earlier run is where they stand now.
    const someone = async () => {
      const user = others[turn++ % others.length];
      if (!user) throw new Error('nobody');
      const reader = new PulseReader(user);
      await reader.reloadAll();
      return { reader, standing: await standingOf(reader) };
    };
    await fc.assert(
      fc.asyncProperty(deeds, async (done) => {
        const pair = [await someone(), await someone()] as const;
        for (const { who, deed: did } of done) {
          const [actor, other] = who === 0 ? pair : [pair[1], pair[0]];
          const delivered = await carryOut(actor.reader, did);
          const before = actor.standing;
          actor.standing = await standingOf(actor.reader);
          settle(before, actor.standing, delivered);
          const [alone, ...more] = delivered;
          if (alone && more.length === 0) checkAlone(before, actor.standing, alone);
          // What one person does leaves the other's answers alone.
          expect(await standingOf(other.reader)).toEqual(other.standing);
        }
      }),
      { numRuns },
    );
    expect(seen.applied).toBeGreaterThan(2 * numRuns);
    expect(seen.outOfDate).toBeGreaterThan(2 * numRuns);
  });

  it.each<[StoreFault['when'], number]>([
    ['before', 0],
    ['after', 1],
  ])(
    'counts a tap once that failed %s it was written and was made again, and gives its words back',
    async (when, index) => {
      const user = readers[index];
      if (!user) throw new Error('nobody');
      const message = user.latest();
      await user.press(message, { title: 'Very confident' });
      await user.press(message, { title: 'Agree' });
      await user.press(message, { title: 'Save' }, { number: '3' });
      await user.press(message, { title: 'Save' }, { choice: 'time' });
      fault = { when, what: 'ambiguous' };
      const failed = await user.press(message, { title: 'Save' }, { text: 'Too few sockets' });
      expect(saying(failed, notConfirmed)).toBe(true);
      fault = undefined;
      // The words are in the box again: one tap on the card as it is now.
      const again = await user.press(message, { title: 'Save' });
      expect(saying(again, 'Recorded')).toBe(true);
      const { revision, values } = await standingOf(new PulseReader(user));
      expect(revision).toBe(5);
      expect(values[asId<QuestionId>('words')]).toEqual({ kind: 'text', text: 'Too few sockets' });
    },
  );
});

function saying({ card }: InvokeResult, words: string): boolean {
  return JSON.stringify(card).includes(words);
}

function explains(tap: Tap, after: Standing): boolean {
  return JSON.stringify(after.values[tap.questionId]) === JSON.stringify(tap.value);
}
