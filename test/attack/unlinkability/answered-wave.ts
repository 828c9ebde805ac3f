/** A wave that two in three of each atom answer, by taps in Teams, in an order and with answers that chance has drawn. */

import { closeWave } from '../../../src/app/wave/close-wave.use-case';
import { verbNames } from '../../../src/cards/verb-names';
import { pick, seededRandom } from '../../../src/cli/demo/seeded-random';
import type { WaveId } from '../../../src/domain/ids';
import type { DirectoryPerson } from '../../../src/domain/programme/person';
import type { RunningBot } from '../../support/running-bot';
import { untilQuiet } from '../../support/until-quiet';
import type { Halves } from './tell-apart';

const titles = ['Very confident', 'Fairly confident', 'Not very confident', 'Not at all confident'] as const;
const favourable: readonly string[] = titles.slice(0, 2);
const day = 86_400_000;

export class AnsweredWave {
  /** What each person who answered chose. */
  readonly chosen = new Map<DirectoryPerson, string>();
  /** The words of comments, in the order in which they were written. */
  readonly comments: string[] = [];
  private waveId: WaveId | undefined;

  constructor(private readonly running: RunningBot) {}

  async open(): Promise<void> {
    const { running } = this;
    this.waveId = await running.openPulse();
    await untilQuiet(running);
    const random = seededRandom('who answers what');
    const order = running.people
      .filter(({ aadObjectId }) => Number(aadObjectId.slice(-4)) % 3 !== 0)
      .map((person) => ({ person, at: random() }))
      .sort((a, b) => a.at - b.at);
    for (const [index, { person }] of order.entries()) {
      const user = running.teams.user(person.aadObjectId);
      const title = pick(random, titles);
      const { status } = await user.press(user.latest(), { title });
      if (status !== 200) throw new Error(`answered with ${status}`);
      this.chosen.set(person, title);
      if (index % 3 === 0) await this.comment(person, `Comment written as number ${index} of all`);
    }
  }

  private async comment(person: DirectoryPerson, text: string): Promise<void> {
    const user = this.running.teams.user(person.aadObjectId);
    // The last card takes words; the questions between are skipped over as a person would.
    const message = user.latest();
    await user.press(message, { title: 'Agree' });
    await user.press(message, { title: 'Skip' });
    const { status } = await user.press(message, { verb: verbNames.pulseComment }, { comment: text });
    if (status !== 200) throw new Error(`a comment was answered with ${status}`);
    this.comments.push(text);
  }

  /** Both reminders, then the close, and everything that follows from it by itself. */
  async close(): Promise<void> {
    const { running, waveId } = this;
    if (!waveId) throw new Error('open the wave first');
    for (let pass = 1; pass <= 2; pass += 1) await this.moveOn(4.8 * day);
    await closeWave(running.bot.context, { programmeId: running.programme.id, waveId });
    await untilQuiet(running);
    // Answers that were on their way at the close are looked for again later.
    await this.moveOn(day / 24);
  }

  /** In each atom, those who answered and those who did not. */
  whoAnswered(): readonly Halves[] {
    const atoms = new Map<string, DirectoryPerson[]>();
    for (const person of this.running.people) {
      const key = `${person.site} ${person.staffGroup}`;
      atoms.set(key, [...(atoms.get(key) ?? []), person]);
    }
    return [...atoms.values()].map((people) => halvesOf(people, (person) => this.chosen.has(person)));
  }

  /** Those who chose a favourable answer and those who chose another. */
  whoWasFavourable(): readonly Halves[] {
    return [halvesOf(this.chosen.keys(), (person) => favourable.includes(this.chosen.get(person) ?? ''))];
  }

  /** Those who answered first and those who answered last. */
  whoWasEarly(): readonly Halves[] {
    const early = new Set([...this.chosen.keys()].slice(0, this.chosen.size / 2));
    return [halvesOf(this.chosen.keys(), (person) => early.has(person))];
  }

  private async moveOn(ms: number): Promise<void> {
    this.running.clock.moveOn(ms);
    this.running.bot.worker.poke();
    await untilQuiet(this.running);
  }
}

function halvesOf(people: Iterable<DirectoryPerson>, isOne: (person: DirectoryPerson) => boolean): Halves {
  const all = [...people];
  return { one: all.filter(isOne), other: all.filter((person) => !isOne(person)) };
}
