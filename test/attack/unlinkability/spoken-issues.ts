/** Three issues on a running bot: raised, joined, asked about, decided, told, and one of them open again. */

import { decideEscalation } from '../../../src/app/escalation/decide-escalation.use-case';
import { askRaiser } from '../../../src/app/issue/ask-raiser.use-case';
import { concernsOf, readIssue } from '../../../src/app/issue/concerns';
import { listIssues } from '../../../src/app/issue/list-issues';
import { triageIssue } from '../../../src/app/issue/triage-issue.use-case';
import { rememberAddress } from '../../../src/app/people/remember-address.use-case';
import { listRecords } from '../../../src/app/records';
import { verbNames } from '../../../src/cards/verb-names';
import type { Concern } from '../../../src/domain/issue/concern';
import type { Issue } from '../../../src/domain/issue/issue';
import type { TriageAct } from '../../../src/domain/issue/triage-issue';
import type { DirectoryPerson } from '../../../src/domain/programme/person';
import { executeInvoke } from '../../support/execute-invoke';
import { chatIdOf } from '../../support/loopback-teams/chat';
import type { RunningBot } from '../../support/running-bot';

const day = 86_400_000;

export class SpokenIssues {
  /** By the word that only this issue's text has. */
  private readonly byWord = new Map<string, Issue>();
  /** Bodies of all replies to others than the nurse. */
  readonly repliesToOthers: string[] = [];

  constructor(private readonly running: RunningBot) {}

  get nurse(): DirectoryPerson {
    return this.person(0);
  }

  /** Those who raise or join something: every second one of each group. */
  get speakers(): readonly DirectoryPerson[] {
    return this.running.people.filter(({ aadObjectId }) => Number(aadObjectId.slice(-4)) % 2 === 0);
  }

  get others(): readonly DirectoryPerson[] {
    return this.running.people.filter((person) => !this.speakers.includes(person));
  }

  issue(word: 'laptops' | 'passwords' | 'printers'): Issue {
    const issue = this.byWord.get(word);
    if (!issue) throw new Error(`no issue about ${word}`);
    return issue;
  }

  async play(): Promise<void> {
    await this.installForAll();
    await this.raise(this.nurse, 'laptops');
    await this.raise(this.nurse, 'passwords');
    await this.raise(this.person(2), 'printers');
    await this.triage('laptops', { kind: 'publish', title: 'Too few on nights' });
    for (const person of this.speakers.slice(1)) {
      await this.tap(person, verbNames.issueSupport, this.data('laptops'));
    }
    await this.askNurse();
    await this.triage('passwords', { kind: 'notNow', words: 'The supplier mends it in spring.' });
    await this.triage('printers', { kind: 'fixed', words: 'There are two more.' });
    await this.decide();
    await this.toldAll();
    await this.tap(this.nurse, verbNames.issueHelped, {
      ...this.data('passwords'),
      answer: 1,
      verdict: 'yes',
    });
    const { answers } = await this.refreshed('laptops');
    const no = {
      ...this.data('laptops'),
      answer: answers.length,
      verdict: 'no',
      words: 'It takes hours a night.',
    };
    await this.tap(this.nurse, verbNames.issueHelped, no);
    await this.settled();
  }

  /** Everything is answered, nobody says no, and the time passes in which it was known whom it concerned. */
  async end(): Promise<void> {
    await this.triage('laptops', { kind: 'fixed', words: 'Six more have come.' });
    await this.toldAll();
    // Confirmed, forgotten, and looked at once more.
    for (const days of [12, 15, 1]) {
      this.running.clock.moveOn(days * day);
      this.running.bot.worker.poke();
      await this.settled();
    }
  }

  async concerns(): Promise<readonly Concern[]> {
    const { context } = this.running.bot;
    const found: Concern[] = [];
    for (const issue of await listIssues(context, this.running.programme.id)) {
      for await (const { document } of concernsOf(context, issue)) found.push(document);
    }
    return found;
  }

  /** What somebody is told who taps on cards of an issue that does not concern them, and of one that there is not. */
  async tapsOfAnOutsider(): Promise<readonly (readonly [of: string, ofNone: string])[]> {
    const [outsider] = this.others;
    if (!outsider) throw new Error('everybody spoke');
    const { issueId } = this.issue('laptops');
    const helped = { answer: 2, verdict: 'no', words: 'It did not' };
    const replies = async (verb: string, data: object) =>
      [
        await this.tap(outsider, verb, { ...data, issueId }),
        await this.tap(outsider, verb, { ...data, issueId: `${issueId.slice(0, -4)}none` }),
      ] as const;
    return [
      await replies(verbNames.issueHelped, helped),
      await replies(verbNames.issueReply, { seen: 1, words: 'Yes' }),
      await replies(verbNames.issueAddWords, { seen: 0, words: 'Yes' }),
      await replies(verbNames.issueMine, {}),
    ];
  }

  /** The nurse's app greets as ever; of the others only what is kept when it does is written. */
  private async installForAll(): Promise<void> {
    const { bot, people, teams } = this.running;
    const { serviceUrl, tenantId } = teams;
    await teams.user(this.nurse.aadObjectId).install();
    for (const { personId, aadObjectId } of people.slice(1)) {
      const { teamsUserId } = teams.user(aadObjectId);
      const conversationId = chatIdOf({ tenantId, aadObjectId });
      await rememberAddress(bot.context, {
        ...{ personId, tenantId, aadObjectId },
        ...{ teamsUserId, conversationId, serviceUrl },
      });
    }
  }

  private async raise(person: DirectoryPerson, word: string): Promise<void> {
    await this.tap(person, verbNames.issueRaiseSend, {
      draftId: `draft ${word}`,
      text: `There are too few ${word} on nights`,
      category: 'infrastructure',
      site: person.site,
      effect: 'workAround',
      name: 'hidden',
      harm: 'none',
    });
    const issues = await listIssues(this.running.bot.context, this.running.programme.id);
    const raised = issues.find(({ text }) => text.includes(word));
    if (!raised) throw new Error('it was not raised');
    this.byWord.set(word, raised);
  }

  private async askNurse(): Promise<void> {
    const { bot, programme } = this.running;
    const { issueId } = this.issue('laptops');
    const asked = await askRaiser(bot.context, {
      programmeId: programme.id,
      issueId,
      words: 'Which nights are worst?',
      personId: this.holder('lead'),
    });
    if (asked.outcome !== 'asked') throw new Error(asked.outcome);
    await this.toldAll();
    await this.tap(this.nurse, verbNames.issueReply, {
      ...this.data('laptops'),
      seen: 1,
      words: 'Weekends.',
    });
  }

  private async decide(): Promise<void> {
    const { bot, programme, until } = this.running;
    const option = (title: string) => ({ title, consequence: 'It costs something.' });
    await this.triage('laptops', {
      kind: 'escalate',
      case: { question: 'Do we buy more?', options: [option('Buy'), option('Wait')] },
    });
    const escalation = await until(async () => {
      for await (const { document } of listRecords(bot.context.store, 'escalation', programme.id)) {
        if (document.status === 'withExecutive') return document;
      }
      return undefined;
    });
    const decided = await decideEscalation(bot.context, {
      programmeId: programme.id,
      escalationId: escalation.escalationId,
      personId: this.holder('sro'),
      kind: 'reject',
      rationale: 'Not this year.',
    });
    if (decided.outcome !== 'decided') throw new Error(decided.outcome);
    await until(async () => (await this.refreshed('laptops')).status === 'answered' || undefined);
  }

  private async triage(word: 'laptops' | 'passwords' | 'printers', act: TriageAct): Promise<void> {
    const { programmeId, issueId } = this.issue(word);
    const command = { programmeId, issueId, act, personId: this.holder('lead') };
    const { outcome } = await triageIssue(this.running.bot.context, command);
    if (outcome !== 'triaged') throw new Error(outcome);
  }

  private async tap(person: DirectoryPerson, verb: string, data: object): Promise<string> {
    const { teams, programme } = this.running;
    const source = { serviceUrl: teams.serviceUrl, appId: teams.bot.appId, tenantId: teams.tenantId };
    const subject = { cardVersion: 1, programmeId: programme.id };
    const invoke = executeInvoke(source, person.aadObjectId, { verb, data: { ...subject, ...data } });
    const { status, body } = await teams.deliver(invoke);
    if (status !== 200) throw new Error(`${verb} was answered with ${status}`);
    if (person !== this.nurse) this.repliesToOthers.push(JSON.stringify(body));
    return JSON.stringify(body);
  }

  private async toldAll(): Promise<void> {
    await this.running.until(async () => {
      const issues = await listIssues(this.running.bot.context, this.running.programme.id);
      return (
        issues.every(({ intents }) => intents.every(({ kind }) => kind !== 'tell-concerned')) || undefined
      );
    });
  }

  /** Nothing of the issues is due any more. */
  private async settled(): Promise<void> {
    const { bot, programme, until } = this.running;
    await until(async () => {
      const now = bot.context.clock.now();
      const issues = await listIssues(bot.context, programme.id);
      return issues.every(({ intents }) => intents.every(({ dueAt }) => dueAt > now)) || undefined;
    });
  }

  private async refreshed(word: 'laptops' | 'passwords' | 'printers'): Promise<Issue> {
    const issue = await readIssue(this.running.bot.context, this.issue(word));
    if (!issue) throw new Error('it is gone');
    return issue;
  }

  private data(word: 'laptops' | 'passwords' | 'printers') {
    return { issueId: this.issue(word).issueId };
  }

  private holder(role: 'lead' | 'sro') {
    const [holder] = this.running.programme.roles[role] ?? [];
    if (!holder) throw new Error(`nobody is ${role}`);
    return this.running.personIdOf(holder.aadObjectId);
  }

  private person(index: number): DirectoryPerson {
    const person = this.running.people[index];
    if (!person) throw new Error('nobody');
    return person;
  }
}
