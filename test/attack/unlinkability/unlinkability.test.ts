/** Somebody takes the whole store, the keys, the roster and the logs: before the close every answer is told, after it none. */

import type { Person } from '../../../src/domain/programme/person';
import type { RunningBot } from '../../support/running-bot';
import { aSmallProgramme } from '../../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../../support/stores';
import { AnsweredWave } from './answered-wave';
import { AssistedTurns, champion } from './assisted-turns';
import { type Link, linkAnswers, namesOf, waveKeysIn } from './link-answers';
import { SeizableBot } from './seizable-bot';
import type { Seizure } from './seizure';
import { tellApart } from './tell-apart';

describe.each([new EmbeddedHost(), new CosmosEmulatorHost()])('a wave on $name', (host) => {
  let bot: SeizableBot;
  let running: RunningBot;
  let wave: AnsweredWave;
  let assisted: AssistedTurns;
  let before: Seizure;
  let after: Seizure;

  beforeAll(async () => {
    const programme = { ...aSmallProgramme(), champions: [champion] };
    bot = await SeizableBot.start(host, { programme, perAtom: 18 });
    running = bot.running;
    assisted = new AssistedTurns(running);
    await assisted.issue();
    wave = new AnsweredWave(running);
    await wave.open();
    await assisted.play();
    before = await bot.seize(assisted.people);
    await wave.close();
    after = await bot.seize(assisted.people);
  });
  afterAll(() => bot.close());

  const answerIdsIn = ({ documents }: Seizure) =>
    documents.flatMap(({ json }) => /"answerKey":"([^"]+)"/.exec(json)?.[1] ?? []);
  const wrappedIn = ({ documents }: Seizure) =>
    documents.flatMap(({ json }) => /"wrapped":"([^"]+)"/.exec(json)?.[1] ?? []);
  const documentsOf = ({ documents }: Seizure, type: string) =>
    documents
      .map(({ json }) => JSON.parse(json) as Readonly<Record<string, unknown>>)
      .filter((document) => document.type === type);
  const ownPoint = (links: readonly Link[], { personId }: Person) =>
    links
      .filter((link) => link.personId === personId && link.by === 'recomputed key')
      .map(({ found }) => found);

  it('before the close, whoever has the service key reads what each person said', () => {
    const links = linkAnswers(before);
    const points: Readonly<Record<string, number>> = {
      'Very confident': 5,
      'Fairly confident': 4,
      'Not very confident': 2,
      'Not at all confident': 1,
    };
    expect(wave.chosen.size).toBe(24);
    for (const [person, title] of wave.chosen) {
      expect(ownPoint(links, person).join()).toContain(`"point":${points[title]}`);
    }
    const commented = links.filter(({ by }) => by === 'recomputed comment').map(({ found }) => found);
    expect(commented.sort()).toEqual([...wave.comments].sort());
    for (const person of assisted.heard) expect(ownPoint(links, person).join()).toContain('"point":5');
    expect(answerIdsIn(before)).toHaveLength(24 + 6);
  });

  it('after it nobody can: no key opens, no answer’s id is anywhere, no name stands beside an answer', () => {
    expect(linkAnswers(after)).toEqual([]);
    const taken = [...answerIdsIn(before), ...wrappedIn(before)];
    expect(taken).toHaveLength(24 + 6 + 1);
    for (const one of taken) expect(before.bytes.includes(one)).toBe(true);
    expect(taken.filter((one) => after.bytes.includes(one))).toEqual([]);
    expect(documentsOf(after, 'answerSheet')).toEqual([]);
    expect(documentsOf(after, 'waveKey')).toEqual([]);
  });

  it('what is left of the answers is counted by atom, each of 2k invited or more', () => {
    const invited = new Map<string, number>();
    for (const { invitation } of documentsOf(after, 'delivery')) {
      const { atomId } = (invitation ?? {}) as { readonly atomId?: string };
      if (atomId) invited.set(atomId, (invited.get(atomId) ?? 0) + 1);
    }
    const tallies = documentsOf(after, 'tally');
    expect(tallies.length).toBeGreaterThanOrEqual(4);
    for (const left of [...tallies, ...documentsOf(after, 'comment')]) {
      expect(invited.get(String(left.atomId))).toBeGreaterThanOrEqual(2 * running.programme.minimumGroupSize);
    }
  });

  it('nothing kept about a person tells who answered, who was early, or who was favourable', () => {
    expect(tellApart(before, wave.whoAnswered())).toEqual([]);
    expect(tellApart(before, assisted.halves)).toEqual([]);
    for (const halves of [wave.whoAnswered(), wave.whoWasEarly(), wave.whoWasFavourable(), assisted.halves]) {
      expect(tellApart(after, halves)).toEqual([]);
    }
  });

  it('would see it if a delivery told who answered, by a count, a time or its place', () => {
    const told = { value: wave.whoAnswered(), field: 'attempts' };
    const isAnswerer = (json: string) =>
      told.value.some(({ one }) => one.some(({ personId }) => json.includes(personId)));
    const changed = after.documents.map((document) =>
      document.json.includes('"type":"delivery"') && isAnswerer(document.json)
        ? { ...document, json: document.json.replace(/"attempts":\d+/, '"attempts":9') }
        : document,
    );
    const moved = after.documents.map((document) =>
      document.collection === 'addresses' && isAnswerer(document.json)
        ? { ...document, position: document.position + 100_000 }
        : document,
    );
    expect(
      tellApart({ documents: changed }, told.value).map(({ field }) => field.split('.').at(-1)),
    ).toContain('attempts');
    expect(tellApart({ documents: moved }, told.value).some(({ field }) => field.endsWith('position'))).toBe(
      true,
    );
  });

  it('the champion’s turns, as Teams carried them, tell who sat down until the close, and then nobody opens one', () => {
    const lender = running.personIdOf(champion.aadObjectId);
    const openedIn = (seizure: Seizure) => {
      const everything = [...seizure.documents.map(({ json }) => json), seizure.bytes].join('\n');
      return assisted.sealed.flatMap((sealed) =>
        waveKeysIn(everything, seizure.keys).flatMap((key) => key.openSitting(lender, sealed) ?? []),
      );
    };
    expect(new Set(openedIn(before).map(({ personId }) => personId))).toEqual(
      new Set(assisted.heard.map(({ personId }) => personId)),
    );
    expect(documentsOf(before, 'usedCode')).toHaveLength(6);
    expect(openedIn(after)).toEqual([]);
    expect(documentsOf(after, 'usedCode')).toEqual([]);
    for (const sealed of assisted.sealed) expect(before.bytes).not.toContain(sealed);
  });

  it('the champion is on record as somebody with a chat, and never beside a colleague or an answer', () => {
    const names = [running.personIdOf(champion.aadObjectId), champion.aadObjectId, champion.displayName];
    for (const { documents } of [before, after]) {
      const holding = documents.filter(({ json }) => names.some((name) => json.includes(name)));
      const types = holding.map(({ json }) => (JSON.parse(json) as { readonly type: string }).type);
      expect(types.sort()).toEqual(['address', 'membership', 'programme']);
      for (const { json } of holding) {
        expect(
          assisted.people.filter((person) => namesOf(person).some((name) => json.includes(name))),
        ).toEqual([]);
      }
    }
    expect(after.log.filter((line) => names.some((name) => line.includes(name)))).toEqual([]);
  });

  it('comments are not left in the order in which they were written, nor bear a time of their own', () => {
    const left = after.documents.filter(({ json }) => json.includes('"type":"comment"'));
    expect(left).toHaveLength(wave.comments.length);
    const textOf = (json: string) => String((JSON.parse(json) as { readonly text: unknown }).text);
    const inStore = left.map(({ json }) => wave.comments.indexOf(textOf(json)));
    const written = inStore.map((_, index) => index);
    expect(inStore).not.toEqual(written);
    expect(inStore).not.toEqual([...written].reverse());
    for (const { json } of left) expect(json).not.toMatch(/\d\d:\d\d:\d\d/);
  });

  it('no line of the log about an answer has a time finer than the hour, or names anybody', () => {
    const about = after.log.filter((line) => /pulse-(answer|comment)|"assist/.test(line));
    expect(about.filter((line) => line.includes('"assist-')).length).toBeGreaterThanOrEqual(18);
    expect(about.length).toBeGreaterThanOrEqual(24 + 18);
    for (const line of about) expect(line).not.toMatch(/T\d\d:(?!00:00(\.000)?Z)/);
    expect(linkAnswers({ ...after, documents: [], bytes: '' })).toEqual([]);
  });

  if (host instanceof EmbeddedHost) {
    it('the write-ahead log is empty and the file’s free pages hold nothing of the answers', () => {
      expect(after.bytes).not.toContain('"answeredOn"');
      expect(before.bytes).toContain('"answeredOn"');
    });
  }
});
