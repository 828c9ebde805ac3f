/** A whole journey with words worth stealing, and then a search for them everywhere they must not be. */

import { existsSync, readFileSync } from 'node:fs';
import type { DirectoryPerson } from '../../src/domain/programme/person';
import { createLog } from '../../src/log';
import { SystemClock } from '../../src/system-clock';
import { chatIdOf } from '../support/loopback-teams/chat';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme } from '../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../support/stores';
import { WatchedStore } from '../support/watched-store';
import { ConfidentialJourney, typed } from './confidential-journey';

type Written = Readonly<Record<string, unknown>> & { readonly type: string };

describe.each([new EmbeddedHost(), new CosmosEmulatorHost()])('after a whole journey on $name', (host) => {
  const log: string[] = [];
  let running: RunningBot;
  let store: WatchedStore;
  let journey: ConfidentialJourney;
  let written: readonly Written[];

  beforeAll(async () => {
    await host.start();
    store = new WatchedStore(await host.open());
    const destination = { write: (line: string) => void log.push(line) };
    const writeLog = createLog({ clock: new SystemClock(), destination });
    running = await startRunningBot({
      store,
      writeLog,
      programme: { ...aSmallProgramme(), confidenceFloor: 0.8 },
    });
    journey = new ConfidentialJourney(running, store);
    await journey.play();
    written = store.written.map((json) => JSON.parse(json) as Written);
  });
  afterAll(async () => {
    await running.close();
    await store.close();
    await host.stop();
  });

  const secrets = Object.values(typed).flatMap((words) => words.secrets);
  const words = Object.values(typed).map(({ word }) => word);
  const roleHolders = () => Object.values(running.programme.roles).flat();
  const staffNames = () => running.people.map(({ displayName }) => displayName);
  const holderNames = () => roleHolders().map(({ displayName }) => displayName);
  const directoryIds = () => [...running.people, ...roleHolders()].map(({ aadObjectId }) => aadObjectId);
  const personIds = () => directoryIds().map((oid) => running.personIdOf(oid));
  const chatIds = () =>
    directoryIds().map((aadObjectId) => chatIdOf({ tenantId: running.teams.tenantId, aadObjectId }).slice(2));
  const answerKeys = () =>
    written.filter(({ type }) => type === 'answerSheet').map(({ answerKey }) => String(answerKey));

  /** The types of the documents that hold any of these, in order. */
  const typesWith = (found: readonly string[]) =>
    [
      ...new Set(
        written
          .filter((document) => {
            const json = JSON.stringify(document);
            return found.some((one) => json.includes(one));
          })
          .map(({ type }) => type),
      ),
    ].sort();
  const linesWith = (found: readonly string[]) =>
    log.filter((line) => found.some((one) => line.includes(one)));

  it('no log line holds a name, an id of a person, an answer or a word that was typed', () => {
    expect(log.length).toBeGreaterThan(80);
    for (const found of [
      staffNames(),
      directoryIds(),
      personIds(),
      chatIds(),
      answerKeys(),
      words,
      secrets,
    ]) {
      expect(found.length).toBeGreaterThan(5);
      expect(linesWith(found)).toEqual([]);
    }
    expect(linesWith([...holderNames(), 'point', 'confident', 'outside'])).toEqual([]);
  });

  it('names are in the records of people and programmes alone, directory ids also in addresses', () => {
    expect(typesWith(staffNames())).toEqual(['person']);
    // Who decided is named where it was decided, for as long as the escalation is kept, and in the record that the log's
    // pseudonyms resolve from; the log itself names nobody.
    expect(typesWith(holderNames())).toEqual(['escalation', 'personName', 'programme']);
    expect(typesWith(directoryIds())).toEqual(['address', 'person', 'programme']);
  });

  it('a single answer is in its sheet alone, and words are only where words are kept', () => {
    expect(typesWith(answerKeys())).toEqual(['answerSheet']);
    expect(typesWith(['"answeredOn"'])).toEqual(['answerSheet']);
    expect(typesWith([typed.answer.word])).toEqual(['answerSheet', 'comment']);
    expect(typesWith([typed.comment.word])).toEqual(['comment']);
    expect(typesWith([typed.question.word, typed.consequence.word])).toEqual(['decision', 'escalation']);
    expect(typesWith([typed.rationale.word])).toEqual(['decision', 'escalation']);
    expect(typesWith([typed.chat.word, typed.tooLate.word])).toEqual([]);
  });

  it('no NHS number, telephone number, e-mail address or date that was typed was ever stored', () => {
    for (const [where, { secrets: own }] of Object.entries(typed)) {
      expect([where, typesWith(own)]).toEqual([where, []]);
    }
  });

  it('nor was it shown again, but to the person whose words were not saved', () => {
    const shown = journey.everythingShown();
    expect(shown.length).toBeGreaterThan(100);
    for (const [where, { secrets: own }] of Object.entries(typed)) {
      const found = shown.filter((json) => own.some((secret) => json.includes(secret)));
      expect([where, found.length]).toEqual([where, where === 'tooLate' ? 1 : 0]);
    }
    const [tooLate] = journey.replies.get('tooLate') ?? [];
    expect(JSON.stringify(tooLate)).toContain(typed.tooLate.secrets[0]?.slice(-4));
  });

  it('whoever typed it was told what was taken out', () => {
    const takenOut = 'took out an NHS number, a date, a phone number and an e-mail address';
    expect(JSON.stringify(journey.replies.get('comment'))).toContain(takenOut);
    expect(JSON.stringify(journey.replies.get('words'))).toContain(takenOut);
  });

  /** Everything that was written about somebody, each once, without what is theirs by name. */
  function traceOf(person: DirectoryPerson, documents: readonly string[]): string {
    const own = [person.personId, person.aadObjectId, person.displayName];
    const chatId = chatIdOf({ tenantId: running.teams.tenantId, aadObjectId: person.aadObjectId }).slice(2);
    const about = documents
      .filter((json) => own.some((one) => json.includes(one)))
      .map((json) => [...own, chatId].reduce((text, one) => text.replaceAll(one, 'theirs'), json))
      .map((json) => json.replace(/"(version|activityId)":"[^"]*"/g, '"$1":""'))
      // Sealed under the wave's key, each time anew: one length for everybody, and nothing to be told by.
      .map((json) => json.replace(/"copies":"([^"]*)"/g, (_copies, sealed) => `"copies":${sealed.length}`))
      // How often Teams had to be asked, and by which sender, is the network's doing; that reminders leave it alone is
      // checked below.
      .map((json) => json.replace(/,?"(epoch":\d+|attempts":\d+|possibleDuplicate":true)/g, ''));
    return [...new Set(about)].sort().join('\n');
  }

  it('nothing about a person, at any time, tells those who answered from those who did not', () => {
    const compared = [...journey.answered, ...journey.silent];
    for (const documents of [...journey.dumps, store.written]) {
      const traces = new Map<string, Set<string>>();
      for (const person of compared) {
        const group = `${person.site} ${person.staffGroup}`;
        const known = traces.get(group) ?? new Set();
        traces.set(group, known.add(traceOf(person, documents)));
      }
      expect([...traces.values()].map(({ size }) => size)).toEqual([1, 1]);
    }
    const attemptsIn = (dump: readonly string[] = []) =>
      dump
        .filter((json) => json.includes('"campaignId":"invite.') && json.includes('"type":"delivery"'))
        .map((json) => /"deliveryId":"([^"]+)".*("attempts":\d+)/.exec(json)?.slice(1).join(' '))
        .sort();
    const [first, last] = journey.dumps.map(attemptsIn);
    expect(first).toHaveLength(running.people.length);
    expect(last).toEqual(first);
  });

  it('no card tells what somebody answered: everybody is shown the same', () => {
    const withoutReader = (body: unknown) => JSON.stringify(body).replace(/"userIds":\["[^"]*"\]/g, '');
    for (const what of ['first', 'second', 'skip', 'refresh', 'change']) {
      const bodies = journey.replies.get(what) ?? [];
      expect(bodies.length).toBeGreaterThan(8);
      expect(new Set(bodies.map(withoutReader)).size).toBe(1);
    }
    const chats = new Map<string, Set<string>>();
    for (const person of journey.answered) {
      const group = `${person.site} ${person.staffGroup}`;
      // A card that was sent twice because Teams did not answer is one card.
      const messages = new Set(
        journey
          .user(person)
          .messages()
          .map(({ activity }) => withoutReader(activity)),
      );
      chats.set(group, (chats.get(group) ?? new Set()).add([...messages].join()));
    }
    expect([...chats.values()].map(({ size }) => size)).toEqual([1, 1]);
  });

  if (host instanceof EmbeddedHost) {
    it('the file and its log keep nothing of what was taken out, nor of whose an answer was', () => {
      const bytes = ['', '-wal', '-shm']
        .map((suffix) => `${host.filePath}${suffix}`)
        .filter((path) => existsSync(path))
        .map((path) => readFileSync(path).toString('latin1'))
        .join('');
      expect(bytes.includes('larkfield.readiness.w1')).toBe(true);
      expect([...secrets, ...answerKeys()].filter((secret) => bytes.includes(secret))).toEqual([]);
    });
  }
});
