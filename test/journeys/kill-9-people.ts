/** People who do not give up: each taps until told what became of it, whatever happens to the bot meanwhile. */

import type { DirectoryPerson } from '../../src/domain/programme/person';
import type { Point } from '../../src/domain/pulse/question';
import { catalogueFor } from '../../src/text/catalogue';
import type { StoredMessage } from '../support/loopback-teams/activity';
import type { InvokeResult } from '../support/loopback-teams/bot-endpoint';
import type { EnteredInputs } from '../support/loopback-teams/card-inputs';
import type { ActionChoice } from '../support/loopback-teams/card-press';
import type { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import type { TeamsUser } from '../support/loopback-teams/teams-user';

const { pulse } = catalogueFor('Europe/London');
export const patienceMs = 120_000;
const pauseMs = 300;
/** Where nobody answers at all: the next bot takes seconds to start. */
const awayMs = 1_000;

export async function pause(ms = pauseMs): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

/** @throws Error when it does not come about in a minute: the machine may be busy with other things. */
export async function until<T>(condition: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const endsAt = performance.now() + patienceMs;
  for (let nextMs = 40; ; nextMs = Math.min(200, nextMs * 1.3)) {
    const value = await condition();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > endsAt) throw new Error(`in vain: ${condition.toString().slice(0, 300)}`);
    await pause(nextMs);
  }
}

export const saysIn = ({ card }: InvokeResult, text: string) => JSON.stringify(card ?? '').includes(text);

export function cardsSaying(user: TeamsUser, text: string): readonly StoredMessage[] {
  return user.cardMessages().filter((message) => JSON.stringify(message).includes(text));
}

/** Presses a button of the first card that says `text`, again and again until a card of the chat shows one of
 * `answers`. @returns that answer. */
export async function insist(
  user: TeamsUser,
  text: string,
  choice: () => ActionChoice,
  entered: EnteredInputs,
  answers: readonly string[],
): Promise<string> {
  return until(async () => {
    const shown = JSON.stringify(user.phone.cards());
    const told = answers.find((answer) => shown.includes(answer));
    const [message] = cardsSaying(user, text);
    if (told || !message) return told;
    const hasButton = JSON.stringify(user.phone.shown(message)).includes(text);
    if (hasButton) await user.press(message, choice(), entered);
    else await user.phone.reload();
    await pause();
    return undefined;
  });
}

/** What may be counted for one person and question; `undefined` stands for no answer. */
export type Possible = ReadonlySet<Point | undefined>;
type Position = 0 | 1;
type Place = 'first' | 'second' | 'recorded' | 'closed' | 'elsewhere';
type Told = 'counts' | 'wasFirst' | 'closed' | 'nothing';

function placeOf(card: unknown): Place {
  const text = JSON.stringify(card ?? '');
  if (text.includes(pulse.closedTitle)) return 'closed';
  if (text.includes('Question 1 of 2')) return 'first';
  if (text.includes('Question 2 of 2')) return 'second';
  return text.includes(pulse.recordedTitle) ? 'recorded' : 'elsewhere';
}

/** What the card that came back says about the tap. */
function toldBy(reply: InvokeResult): Told {
  const place = placeOf(reply.card);
  if (place === 'closed') return 'closed';
  if (place === 'elsewhere' || saysIn(reply, pulse.questionNotices.notConfirmed)) return 'nothing';
  return saysIn(reply, 'on an older card') ? 'wasFirst' : 'counts';
}

export class Respondent {
  /** By position of the question. */
  private readonly possible: [Possible, Possible] = [new Set([undefined]), new Set([undefined])];
  isClosedOut = false;
  private invitation: StoredMessage | undefined;

  constructor(
    readonly person: DirectoryPerson,
    private readonly teams: LoopbackTeams,
  ) {}

  get user(): TeamsUser {
    return this.teams.user(this.person.aadObjectId);
  }

  possibleFor(position: Position): Possible {
    return this.possible[position];
  }

  /** Answers both questions, and may then take the first answer back for another. */
  async answer(first: Point, second: Point, changed?: Point): Promise<void> {
    await this.tap(0, 'first', pulse.points.confidence[first], first);
    await this.tap(1, 'second', pulse.points.agreement[second], second);
    if (changed !== undefined) await this.tap(0, 'recorded', pulse.points.confidence[changed], changed);
  }

  /** @param from where the person stands before; from `recorded` the way leads through "change my answers". */
  private async tap(position: Position, from: Place, title: string, point: Point): Promise<void> {
    const before = this.possible[position];
    const question: Place = position === 0 ? 'first' : 'second';
    let isUnclear = false;
    while (!this.isClosedOut) {
      const place = await this.place();
      if (place === 'closed') return this.closedOut(position, isUnclear ? undefined : before);
      if (place === 'recorded' && from === 'recorded') {
        await this.press({ title: pulse.change });
        continue;
      }
      if (place !== question) {
        // The card as it is now shows that an unclear tap was taken after all.
        if (isUnclear && place === 'recorded') return this.counts(position, point);
        if (place === 'first') await this.tapStaleCard();
        else await this.reload();
        continue;
      }
      this.possible[position] = new Set([...before, point]);
      const reply = await this.press({ title });
      const told = toldBy(reply);
      if (told === 'closed') return this.closedOut(position, isUnclear ? undefined : before);
      if (told === 'counts') return this.counts(position, point);
      if (told === 'wasFirst' && from !== 'recorded') {
        if (!isUnclear) throw new Error('a first tap was out of date');
        return this.counts(position, point);
      }
      isUnclear = true;
      await pause(reply.status === 0 ? awayMs : pauseMs);
    }
  }

  private counts(position: Position, point: Point): void {
    this.possible[position] = new Set([point]);
  }

  /** @param before what was possible before the one tap that was refused; without it nobody can tell. */
  private closedOut(position: Position, before: Possible | undefined): void {
    this.isClosedOut = true;
    if (before) this.possible[position] = before;
  }

  private async message(): Promise<StoredMessage> {
    this.invitation ??= await until(() => cardsSaying(this.user, 'pulse-answer')[0]);
    return this.invitation;
  }

  private async place(): Promise<Place> {
    return placeOf(this.user.phone.shown(await this.message()));
  }

  private async press(choice: ActionChoice): Promise<InvokeResult> {
    return this.user.press(await this.message(), choice);
  }

  /** Loaded again it shows the first card, whose revision is long past: a tap on it only brings the current one. */
  private async tapStaleCard(): Promise<void> {
    const told = toldBy(await this.press({ title: pulse.points.confidence[1] }));
    if (told === 'counts') throw new Error('a stale tap was recorded');
    await pause();
  }

  private async reload(): Promise<void> {
    await this.user.phone.reload();
    await pause();
  }
}
