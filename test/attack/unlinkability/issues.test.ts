/** Somebody takes the store, the roster and the logs, and looks for who raised what; then the same with the service key. */

import type { DirectoryPerson } from '../../../src/domain/programme/person';
import { chatIdOf } from '../../support/loopback-teams/chat';
import type { RunningBot } from '../../support/running-bot';
import { aSmallProgramme } from '../../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../../support/stores';
import { namesOf } from './link-answers';
import { SeizableBot } from './seizable-bot';
import type { Seizure } from './seizure';
import { SpokenIssues } from './spoken-issues';
import { tellApart } from './tell-apart';

/** What there is of everybody in the programme, whether they raise anything or not. */
const ownExistence = ['address', 'membership', 'person'];

describe.each([new EmbeddedHost(), new CosmosEmulatorHost()])('issues on $name', (host) => {
  let bot: SeizableBot;
  let running: RunningBot;
  let issues: SpokenIssues;
  let during: Seizure;
  let after: Seizure;
  let outsider: Awaited<ReturnType<SpokenIssues['tapsOfAnOutsider']>>;
  let afterOutsider: Seizure;
  let concerns: Awaited<ReturnType<SpokenIssues['concerns']>>;

  beforeAll(async () => {
    bot = await SeizableBot.start(host, { programme: aSmallProgramme() });
    running = bot.running;
    issues = new SpokenIssues(running);
    await issues.play();
    during = await bot.seize();
    concerns = await issues.concerns();
    outsider = await issues.tapsOfAnOutsider();
    afterOutsider = await bot.seize();
    await issues.end();
    after = await bot.seize();
  });
  afterAll(() => bot.close());

  const tracesOf = (person: DirectoryPerson) => {
    const { tenantId } = running.teams;
    const chat = chatIdOf({ tenantId, aadObjectId: person.aadObjectId });
    return [...namesOf(person), chat, chat.slice(2)];
  };
  const typeOf = (json: string) => String((JSON.parse(json) as { readonly type: unknown }).type);
  const holding = ({ documents }: Seizure, traces: readonly string[]) =>
    documents.filter(({ json }) => traces.some((trace) => json.includes(trace)));

  it('was played: one issue is open again, everybody concerned is on record, sealed', () => {
    const left = during.documents
      .filter(({ json }) => typeOf(json) === 'issue')
      .map(({ json }) => JSON.parse(json));
    expect(left.map(({ status }) => status).sort()).toEqual(['answered', 'answered', 'untriaged']);
    expect(concerns).toHaveLength(issues.speakers.length + 2);
  });

  it('without the service key nothing kept of anybody says more than that they are there', () => {
    for (const seizure of [during, after]) {
      const types = new Set(holding(seizure, tracesOf(issues.nurse)).map(({ json }) => typeOf(json)));
      expect([...types].sort()).toEqual(ownExistence);
      expect(tellApart(seizure, [{ one: issues.speakers, other: issues.others }])).toEqual([]);
    }
  });

  it('nor does the disk, free pages and the write-ahead log with it', () => {
    const ownKeys = ['aadObjectId', 'conversationId', 'displayName', 'id', 'personId', 'pk', 'teamsUserId'];
    for (const { bytes } of [during, after]) {
      const keys = new Set<string>();
      for (const trace of tracesOf(issues.nurse)) {
        for (let at = bytes.indexOf(trace); at >= 0; at = bytes.indexOf(trace, at + 1)) {
          // What is not in a document's body is a row's key or its place in an index.
          const inBody = /"(\w+)":"(?:\w+:)?$/.exec(bytes.slice(Math.max(0, at - 60), at));
          if (inBody) keys.add(String(inBody[1]));
        }
      }
      expect([...keys].sort()).toEqual(ownKeys);
    }
  });

  it('no line of the log names anybody, or says to the minute when somebody spoke', () => {
    const traces = running.people.flatMap(tracesOf);
    expect(bot.log.filter((line) => traces.some((trace) => line.includes(trace)))).toEqual([]);
    const spoken = bot.log.filter((line) => /"verb":"issue-(raise|support|reply|helped)/.test(line));
    expect(spoken.length).toBeGreaterThan(issues.speakers.length);
    for (const line of spoken) expect(line).not.toMatch(/T\d\d:(?!00:00(\.000)?Z)/);
  });

  it('a tap of somebody else changes nothing, and does not tell whether there is such an issue', () => {
    for (const [ofIssue, ofNone] of outsider) expect(ofIssue).toBe(ofNone);
    const kept = ({ documents }: Seizure) =>
      documents
        .map(({ json }) => json)
        .filter((json) => /"type":"(issue|concern|desk)"/.test(json))
        .sort();
    expect(kept(afterOutsider)).toEqual(kept(during));
  });

  it('nothing that anybody else was sent names the nurse, or holds the words before they were published', () => {
    const traces = tracesOf(issues.nurse);
    const holders = Object.values(running.programme.roles).flat();
    const others = [...running.people, ...holders]
      .filter(({ aadObjectId }) => aadObjectId !== issues.nurse.aadObjectId)
      .flatMap(({ aadObjectId }) => running.teams.user(aadObjectId).messages())
      .map(({ activity }) => JSON.stringify(activity));
    expect(others.length).toBeGreaterThan(issues.speakers.length);
    for (const sent of [...others, ...issues.repliesToOthers]) {
      expect(traces.filter((trace) => sent.includes(trace))).toEqual([]);
    }
    const toStaff = running.people
      .filter((person) => person !== issues.nurse)
      .flatMap(({ aadObjectId }) => running.teams.user(aadObjectId).messages())
      .map(({ activity }) => JSON.stringify(activity));
    expect(toStaff.filter((sent) => sent.includes('few laptops') || sent.includes('Weekends.'))).toEqual([]);
  });

  it('two issues of one person share nothing that two of different people do not share', () => {
    const ofNurse = shared(during, [issues.issue('laptops').issueId, issues.issue('passwords').issueId]);
    const ofTwo = shared(during, [issues.issue('laptops').issueId, issues.issue('printers').issueId]);
    expect(ofNurse.filter((token) => !ofTwo.includes(token))).toEqual([]);
  });

  it('every sealed recipient is as long as every other', () => {
    expect(new Set(concerns.map(({ recipient }) => recipient.sealed.length)).size).toBe(1);
    expect(new Set(concerns.map(({ recipient }) => recipient.sealed)).size).toBe(concerns.length);
  });

  it('with the service key everybody is found, until it is over; then nobody is', () => {
    expect(peopleFound(during)).toEqual(new Set(issues.speakers.map(({ personId }) => personId)));
    expect(during.bytes).toContain(concerns[0]?.concernKey);
    expect(peopleFound(after)).toEqual(new Set());
    const left = concerns.flatMap(({ concernKey, recipient }) => [concernKey, recipient.sealed]);
    expect(left.filter((trace) => after.bytes.includes(trace))).toEqual([]);
  });

  /** Recomputes every person's key in every issue, and looks for it everywhere. */
  function peopleFound({ bytes, keys, roster }: Seizure): ReadonlySet<string> {
    const ids = (['laptops', 'passwords', 'printers'] as const).map((word) => issues.issue(word).issueId);
    const found = roster.filter(({ personId }) =>
      ids.some((issueId) => bytes.includes(keys.concernKeyOf(issueId, personId))),
    );
    return new Set(found.map(({ personId }) => personId));
  }
});

/** What stands in documents about either of two issues, but for what is of one of them alone. */
function shared({ documents }: Seizure, [one, other]: readonly [string, string]): readonly string[] {
  const tokensOf = (issueId: string) =>
    new Set(
      documents
        .filter(({ json }) => json.includes(issueId))
        .flatMap(({ json }) => json.match(/[\w-]{12,}/g) ?? []),
    );
  const [tokens, others] = [tokensOf(one), tokensOf(other)];
  return [...tokens].filter((token) => others.has(token)).sort();
}
