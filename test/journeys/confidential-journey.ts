/** The main job once through, with personal data typed wherever something can be typed, and everything kept that came of it. */

import { verbNames } from '../../src/cards/verb-names';
import type { DirectoryPerson } from '../../src/domain/programme/person';
import { isInFirstAtom } from '../support/answer-wave';
import { executeInvoke } from '../support/execute-invoke';
import type { InvokeResult } from '../support/loopback-teams/bot-endpoint';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import type { RunningBot } from '../support/running-bot';
import { leadOid, sroOid } from '../support/samples';
import { untilQuiet } from '../support/until-quiet';
import type { WatchedStore } from '../support/watched-store';
import { typedAt } from './typed-words';

export const typed = {
  answer: typedAt(1),
  comment: typedAt(2),
  chat: typedAt(3),
  question: typedAt(4),
  consequence: typedAt(5),
  rationale: typedAt(6),
  tooLate: typedAt(7),
};

const day = 86_400_000;
/** Whoever answers too late has this number in their group. */
const lateNumber = 9;
/** By the place of a person in their group; the first group is the one in trouble. */
const troubled = ['Very confident', 'Very confident', 'Not very confident'];
const content = ['Not very confident', 'Not very confident', 'Very confident'];

export class ConfidentialJourney {
  /** Bodies of the replies to presses, by what was pressed. */
  readonly replies = new Map<string, unknown[]>();
  /** What was in the store after the answers, and at the end. */
  readonly dumps: (readonly string[])[] = [];
  readonly answered: readonly DirectoryPerson[];
  readonly silent: readonly DirectoryPerson[];
  private readonly writer: DirectoryPerson;
  private readonly late: DirectoryPerson;

  constructor(
    readonly running: RunningBot,
    private readonly store: WatchedStore,
  ) {
    const numberOf = ({ aadObjectId }: DirectoryPerson) => Number(aadObjectId.slice(-4));
    this.answered = running.people.filter((person) => numberOf(person) % 2 === 0);
    this.silent = running.people.filter(
      (person) => numberOf(person) % 2 === 1 && numberOf(person) < lateNumber,
    );
    const [writer] = this.answered;
    const late = running.people.find((person) => numberOf(person) === lateNumber);
    if (!writer || !late) throw new Error('nobody');
    this.writer = writer;
    this.late = late;
  }

  async play(): Promise<void> {
    const { running } = this;
    // One group opens the app first, to the other the bot writes first.
    for (const person of running.people.filter(isInFirstAtom)) await this.user(person).install();
    await running.openPulse();
    await untilQuiet(running);
    for (const person of this.answered) await this.answer(person);
    await this.comment();
    await this.chat();
    this.dumps.push(await this.store.dump());
    for (let pass = 1; pass <= 2; pass += 1) {
      running.clock.moveOn(4.8 * day);
      running.bot.worker.poke();
      await untilQuiet(running);
    }
    await this.close();
    await this.escalate();
    await untilQuiet(running);
    this.dumps.push(await this.store.dump());
  }

  user({ aadObjectId }: DirectoryPerson): TeamsUser {
    return this.running.teams.user(aadObjectId);
  }

  /** Everything that the bot ever sent or answered. */
  everythingShown(): readonly string[] {
    const chats = [...this.running.people.map(({ aadObjectId }) => aadObjectId), leadOid, sroOid];
    return [
      ...chats.flatMap((oid) =>
        this.running.teams
          .user(oid)
          .messages()
          .filter(({ from }) => from === 'bot')
          .map(({ activity }) => JSON.stringify(activity)),
      ),
      ...[...this.replies.values()].flat().map((body) => JSON.stringify(body)),
    ];
  }

  private async answer(person: DirectoryPerson): Promise<void> {
    const user = this.user(person);
    const message = user.latest();
    const index = Number(person.aadObjectId.slice(-4)) / 2;
    const answers = isInFirstAtom(person) ? troubled : content;
    const title = answers[Math.min(index, answers.length - 1)] ?? '';
    this.keep('first', await user.press(message, { title }));
    this.keep('second', await user.press(message, { title: index % 2 ? 'Agree' : 'Strongly disagree' }));
    const isWriter = person === this.writer;
    const words = isWriter
      ? await user.press(message, { title: 'Save' }, { text: typed.answer.text })
      : undefined;
    this.keep(isWriter ? 'words' : 'skip', words ?? (await user.press(message, { title: 'Skip' })));
    this.keep(
      'refresh',
      await this.invoke(person, verbNames.cardRefresh, { card: 'pulse', subjectId: this.waveId }),
    );
    this.keep('change', await this.invoke(person, verbNames.pulseChange, { waveId: this.waveId }));
  }

  private async comment(): Promise<void> {
    const { user, latest } = this.of(this.writer);
    const inputs = { comment: typed.comment.text };
    this.keep('comment', await user.press(latest, { verb: verbNames.pulseComment }, inputs));
  }

  /** Words in the chat itself, which stay in Microsoft 365 and nowhere else, and the one command that is about asking. */
  private async chat(): Promise<void> {
    const user = this.user(this.late);
    await user.say(typed.chat.text);
    await user.say('stop asking me');
    await user.say('ask me again');
  }

  private async close(): Promise<void> {
    const { running } = this;
    const lead = running.teams.user(leadOid);
    await lead.say('close wave');
    this.keep('close', await lead.press(lead.latest(), { verb: verbNames.waveClose }));
    await untilQuiet(running);
    const [invitation] = this.user(this.late).cardMessages();
    if (!invitation) throw new Error('nobody was asked');
    const data = { waveId: this.waveId, questionId: 'words', revision: 0, text: typed.tooLate.text };
    this.keep('tooLate', await this.invoke(this.late, verbNames.pulseAnswer, data));
  }

  private async escalate(): Promise<void> {
    const { running } = this;
    const cardWith = (oid: string, verb: string) =>
      running.until(() =>
        running.teams
          .user(oid)
          .cardMessages()
          .find((message) => JSON.stringify(message.activity).includes(verb)),
      );
    const preparation = await cardWith(leadOid, verbNames.escalationForward);
    const words = {
      question: typed.question.text,
      option1Title: 'More training',
      option1Consequence: typed.consequence.text,
      option2Title: 'More floor support',
      option2Consequence: typed.consequence.text,
      recommendation: typed.question.text,
      costOfWaiting: typed.consequence.text,
    };
    const lead = running.teams.user(leadOid);
    this.keep('forward', await lead.press(preparation, { verb: verbNames.escalationForward }, words));
    const question = await cardWith(sroOid, verbNames.escalationDecide);
    const decision = { optionId: 'option2', rationale: `They asked. ${typed.rationale.text}` };
    this.keep('decide', await running.teams.user(sroOid).press(question, { title: 'Approve' }, decision));
    // The staff of the group hear of it.
    await running.until(() =>
      this.user(this.writer)
        .cardMessages()
        .find(({ activity }) => JSON.stringify(activity).includes('They asked')),
    );
  }

  private get waveId(): string {
    return 'larkfield.readiness.w1';
  }

  private of(person: DirectoryPerson) {
    const user = this.user(person);
    return { user, latest: user.latest() };
  }

  private invoke(person: DirectoryPerson, verb: string, data: object): Promise<InvokeResult> {
    const { teams, programme } = this.running;
    const source = { serviceUrl: teams.serviceUrl, appId: teams.bot.appId, tenantId: teams.tenantId };
    const subject = { cardVersion: 1, programmeId: programme.id };
    return teams.deliver(executeInvoke(source, person.aadObjectId, { verb, data: { ...subject, ...data } }));
  }

  private keep(what: string, { status, body }: InvokeResult): void {
    if (status !== 200) throw new Error(`${what} was answered with ${status}`);
    this.replies.set(what, [...(this.replies.get(what) ?? []), body]);
  }
}
