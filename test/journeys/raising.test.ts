/** A nurse raises issues by word, by button and from a message; nothing unmasked is kept, and nothing says that it was her. */

import { existsSync, readFileSync } from 'node:fs';
import { concernsPk } from '../../src/app/documents';
import { savePerson } from '../../src/app/people/save-person';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { changeRecord, listRecords } from '../../src/app/records';
import { verbNames } from '../../src/cards/verb-names';
import { asId, type ProgrammeId } from '../../src/domain/ids';
import type { Issue } from '../../src/domain/issue/issue';
import { raiseIssueCommandId } from '../../src/teams/answer-dialog';
import { executeInvoke } from '../support/execute-invoke';
import { FaultyStore, type StoreFault } from '../support/faulty-store';
import type { InvokeResult } from '../support/loopback-teams/bot-endpoint';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme, leadOid } from '../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../support/stores';
import { untilQuiet } from '../support/until-quiet';
import { WatchedStore } from '../support/watched-store';

const officerOid = 'aaaaaaaa-0000-4000-8000-0000000000c5';
const programme = {
  ...aSmallProgramme(),
  hospitalNumber: '[A-Z]\\d{6}',
  safety: {
    callNow: 'the nurse in charge, or extension 2222',
    incidentSystem: 'https://incidents.example.org/new',
    acknowledgeWithinMinutes: 60,
  },
  speakUp: { name: 'Priya Patel', contact: '01632 960 123' },
  roles: {
    ...aSmallProgramme().roles,
    clinicalSafetyOfficer: [{ aadObjectId: officerOid, displayName: 'Sasha Safe' }],
  },
};

const secrets = [
  '943 476 5919',
  '9434765919',
  '07700 900123',
  'jo.bloggs@example.org',
  '03/04/1961',
  'K123456',
];
const withSecrets = `The label printer jams. Seen with ${secrets.join(', ')}.`;
const choices = { category: 'infrastructure', effect: 'workAround' };
const json = JSON.stringify;

function contentOf(storeFile: string): readonly string[] {
  const files = [storeFile, `${storeFile}-wal`].filter((path) => existsSync(path));
  return files.map((path) => readFileSync(path).toString('latin1'));
}

describe.each([new EmbeddedHost(), new CosmosEmulatorHost()])('raising an issue on $name', (host) => {
  const everything: unknown[] = [];
  let fault: ((type: string | undefined) => StoreFault | undefined) | undefined;
  let store: WatchedStore;
  let running: RunningBot;
  let nurse: TeamsUser;

  beforeAll(async () => {
    await host.start();
    await host.renew();
    store = new WatchedStore(new FaultyStore(await host.open(), ({ type }) => fault?.(type)));
    running = await startRunningBot({ store, programme, perAtom: 3 });
    nurse = running.teams.user(running.people[0]?.aadObjectId ?? '');
  });
  afterAll(async () => {
    await running.close();
    await store.close();
    await host.stop();
  });

  const shown = (result: InvokeResult): string => {
    everything.push(result.body);
    return json(result.card);
  };
  const issues = async (programmeId: ProgrammeId = programme.id): Promise<readonly Issue[]> => {
    const found: Issue[] = [];
    for await (const { document } of listRecords(store, 'issue', programmeId)) found.push(document);
    return found;
  };
  const concerns = async () => {
    const found = [];
    for await (const { document } of listRecords(store, 'concern', concernsPk(programme.id)))
      found.push(document);
    return found;
  };
  const form = async (user: TeamsUser, words = 'raise') => {
    await user.say(words);
    return user.latest();
  };

  it('by word: what is typed is kept until it is whole, masked, and three deliveries are one issue', async () => {
    const message = await form(nurse);
    expect(json(nurse.storedCard(message))).toContain('"value":"RZZ01"');
    const incomplete = await nurse.press(message, { title: 'Send' }, { text: withSecrets });
    expect(shown(incomplete)).toContain('Please choose what it is about. Nothing has been sent yet.');
    expect(shown(incomplete)).toContain('The label printer jams. Seen with [NHS number removed]');
    expect(await issues()).toEqual([]);

    const send = nurse.prepare(message, { title: 'Send' }, { text: withSecrets, ...choices });
    const replies = await Promise.all([1, 2, 3].map(() => running.teams.deliver(send)));
    for (const reply of replies) {
      expect(shown(reply)).toContain('Recorded. Thank you.');
      expect(shown(reply)).toContain(
        'took out an NHS number, a hospital number, a date, a phone number and an e-mail address',
      );
    }
    const [issue, ...more] = await issues();
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ category: 'infrastructure', site: 'RZZ01', status: 'untriaged' });
    expect(issue?.text).toMatch(/^The label printer jams\. Seen with \[NHS number removed\]/);
    expect((await concerns()).map(({ part }) => part)).toEqual(['raiser']);

    // The message still shows the empty card elsewhere; new words on it are not lost, nor taken for the old ones.
    const tablet = nurse.newDevice();
    const again = await tablet.press(message, { title: 'Send' }, { text: 'Something else', ...choices });
    expect(shown(again)).toContain('The words below are new and are not sent yet.');
    const second = await tablet.press(message, { title: 'Send' }, {});
    expect(shown(second)).toContain('Recorded. Thank you.');
    expect(await issues()).toHaveLength(2);
  });

  // The main path is on both stores; what varies is shown on one.
  if (host instanceof EmbeddedHost) {
    it('keeps the words when it cannot be confirmed, and the same button sends them again', async () => {
      const before = (await issues()).length;
      const message = await form(nurse, 'raise an issue: the trolley is flat');
      expect(json(nurse.storedCard(message))).toContain('the trolley is flat');
      fault = (type) => (type === 'issue' ? { when: 'before', what: 'clean' } : undefined);
      const replies = [await nurse.press(message, { title: 'Send' }, choices)];
      fault = () => ({ when: 'before', what: 'clean' });
      replies.push(await nurse.press(message, { title: 'Send again' }));
      // It was written, and even that could not be seen.
      fault = (type) => (type === 'issue' ? { when: 'after', what: 'clean' } : undefined);
      replies.push(await nurse.press(message, { title: 'Send again' }));
      fault = undefined;
      for (const reply of replies) {
        expect(shown(reply)).toContain('We could not confirm this: tap again.');
        expect(shown(reply)).toContain('the trolley is flat');
      }
      expect(shown(await nurse.press(message, { title: 'Send again' }))).toContain('Recorded. Thank you.');
      expect(await issues()).toHaveLength(before + 1);
    });

    it('by button: harm goes elsewhere and leaves nothing; what could happen is a hazard', async () => {
      await nurse.say('help');
      const message = nurse.latest();
      const opened = await nurse.press(message, { title: 'Raise an issue' });
      expect(shown(opened)).toContain('What gets in the way?');
      await untilQuiet(running);
      const before = store.changes.length;
      const text = `Patient given the wrong dose, ${secrets[0]}`;
      const now = await nurse.press(message, { title: 'Send' }, { text, harm: 'now' });
      expect(shown(now)).toContain(
        'Nobody is watching this chat. Tell the nurse in charge, or extension 2222.',
      );
      const back = await nurse.press(message, { title: 'Back to my issue' });
      expect(shown(back)).toContain('Patient given the wrong dose, [NHS number removed]');
      const happened = await nurse.press(message, { title: 'Send' }, { harm: 'happened' });
      expect(shown(happened)).toContain('https://incidents.example.org/new');
      expect(shown(happened)).toContain('This box is not an incident report');
      await nurse.press(message, { title: 'Back to my issue' });
      const speakUp = await nurse.press(message, { title: 'I can’t say this to my programme' });
      expect(shown(speakUp)).toContain('You can speak to Priya Patel: 01632 960 123.');
      await nurse.press(message, { title: 'Back to my issue' });
      const routes = await nurse.press(message, { title: 'Send' }, choices);
      expect(shown(routes)).toContain('It is happening now');
      expect(store.changes.slice(before)).toEqual([]);

      const raised = await nurse.press(message, { title: 'It could happen' });
      expect(shown(raised)).toContain('The clinical safety officer is told as well, now.');
      expect((await issues()).filter(({ hazard }) => hazard)).toHaveLength(1);
      await running.until(() => running.teams.user(officerOid).cardMessages().length > 0 || undefined);
      expect(json(running.teams.user(officerOid).latest())).toContain('Patient given the wrong dose');
    });

    it('sends it as it is where it is none of these', async () => {
      const message = await form(nurse);
      await nurse.press(message, { title: 'Send' }, { text: 'No harm done, but slow', ...choices });
      const sent = await nurse.press(message, { title: 'None of these: send it as it is' });
      expect(shown(sent)).toContain('Recorded. Thank you.');
      expect(
        (await issues()).filter(({ text, hazard }) => text.startsWith('No harm') && !hazard),
      ).toHaveLength(1);
    });
  }

  it('a colleague finds what is published and adds their voice, once', async () => {
    const [issue] = (await issues()).filter(({ text }) => text.startsWith('The label printer'));
    if (!issue) throw new Error('not raised');
    await changeRecord(store, 'issue', programme.id, issue.issueId, (current) => ({
      outcome: undefined,
      next: { ...current, publishedTitle: 'Label printers jam' },
    }));
    const colleague = running.teams.user(running.people[1]?.aadObjectId ?? '');
    const message = await form(colleague);
    expect(json(colleague.storedCard(message))).toContain('Label printers jam');
    expect(json(colleague.storedCard(message))).not.toContain('The label printer jams.');
    const add = colleague.prepare(message, { title: 'Add my voice' });
    expect(shown(await running.teams.deliver(add))).toContain('Your voice is added.');
    expect(shown(await running.teams.deliver(add))).toContain('You are part of this one already.');
    expect((await concerns()).filter(({ part }) => part === 'supporter')).toHaveLength(1);
    expect(shown(await colleague.press(message, { title: 'None of these: raise a new one' }))).toContain(
      'What gets in the way?',
    );
    await colleague.say('my issues');
    expect(json(colleague.storedCard(colleague.latest()))).toContain('you added your voice');
    // The raiser is told that it is hers.
    const own = await form(nurse);
    expect(json(nurse.storedCard(own))).toContain('You are part of this one.');
  });

  if (host instanceof EmbeddedHost) {
    it('from a message in Teams, by somebody the bot never met, without anybody’s name', async () => {
      const stranger = running.teams.user(running.people[2]?.aadObjectId ?? '');
      const html = `<p><at id="0">Paula Porter</at> the wristband printer is slow, ring ${secrets[2]}</p><p>Nina Nurse</p>`;
      const message = { html, authorName: 'Nina Nurse', mentionedNames: ['Paula Porter'] };
      const offered = await stranger.actOn(message, raiseIssueCommandId);
      const dialog = await offered.press({ title: 'None of these: raise a new one' });
      everything.push(offered.card, dialog.card);
      expect(json(dialog.card)).toContain('These words are from a message in Teams.');
      expect(json(dialog.card)).toContain('the wristband printer is slow, ring [phone number removed]');
      const sent = await dialog.press({ title: 'Send' }, choices);
      expect(json(sent.card)).toContain('Recorded. Thank you.');
      const mine = await sent.press({ title: 'My issues' });
      expect(json(mine.card)).toContain('the wristband printer is slow');
      const written = json(await issues());
      expect(written).toContain('the wristband printer is slow');
      expect(written).not.toMatch(/Paula|Nina/);
      expect(stranger.messages()).toEqual([]);
    });

    it('where the person belongs to two programmes they choose; where to none they are told', async () => {
      const other = {
        ...programme,
        id: asId<ProgrammeId>('larkfield-epma'),
        name: 'Larkfield e-prescribing',
      };
      const tenantId = running.teams.tenantId;
      expect(await applyProgramme(running.bot.context, { ...other, tenantId })).not.toHaveProperty(
        'problems',
      );
      const [, , third] = running.people;
      if (!third) throw new Error('nobody');
      await savePerson(running.bot.context, { ...third, programmeId: other.id }, false);
      const user = running.teams.user(third.aadObjectId);
      const message = await form(user, 'raise: the scanner is slow');
      expect(json(user.storedCard(message))).toContain('Which programme is it about?');
      const chosen = await user.press(message, { data: { programmeId: other.id } });
      expect(shown(chosen)).toContain('the scanner is slow');
      expect(shown(await user.press(message, { title: 'Send' }, choices))).toContain('Recorded. Thank you.');
      expect(await issues(other.id)).toHaveLength(1);

      const outsider = running.teams.user('cccccccc-0000-4000-8000-000000000001');
      await outsider.say('raise');
      expect(json(outsider.latest())).toContain('You are not on a programme’s list');
      const { serviceUrl, bot } = running.teams;
      const data = {
        cardVersion: 1,
        programmeId: programme.id,
        draftId: 'd',
        text: 'x',
        ...choices,
        site: 'RZZ01',
      };
      const forged = await running.teams.deliver(
        executeInvoke({ serviceUrl, appId: bot.appId, tenantId }, outsider.aadObjectId, {
          verb: verbNames.issueRaiseSend,
          data,
        }),
      );
      expect(shown(forged)).toContain('You are not on a programme’s list');
    });

    it('my issues shows where each stands, to its raiser alone', async () => {
      await nurse.say('my issues');
      const message = nurse.latest();
      const card = json(nurse.storedCard(message));
      expect(card).toContain('The programme has it and has not dealt with it yet.');
      expect(card).toContain('Open');
      const [issue] = (await issues()).filter(({ publishedTitle }) => publishedTitle);
      const open = { title: 'Open', data: { issueId: issue?.issueId } };
      expect(shown(await nurse.press(message, open))).toContain('You raised this:');
      const lead = running.teams.user(leadOid);
      await lead.say('my issues');
      expect(json(lead.latest())).toContain('You have raised nothing');
    });
  }

  it('keeps nothing unmasked anywhere, and nothing that leads to the nurse', async () => {
    await untilQuiet(running);
    const sent = [nurse, ...running.people.map(({ aadObjectId }) => running.teams.user(aadObjectId))]
      .flatMap((user) => user.messages())
      .filter(({ from }) => from === 'bot')
      .map(({ activity }) => json(activity));
    const places: Readonly<Record<string, readonly string[]>> = {
      written: store.written,
      kept: await store.dump(),
      ...(host instanceof EmbeddedHost ? { file: contentOf(host.filePath) } : {}),
      log: running.log.lines.map((line) => json(line)),
      sent,
      replies: everything.map((one) => json(one) ?? ''),
    };
    for (const [place, found] of Object.entries(places)) {
      expect(found.length).toBeGreaterThan(0);
      for (const secret of secrets) {
        expect([place, secret, found.some((one) => one.includes(secret))]).toEqual([place, secret, false]);
      }
    }
    const [person] = running.people;
    const hers = [person?.personId ?? '', person?.displayName ?? '', nurse.aadObjectId, nurse.teamsUserId];
    const types = store.written
      .filter((one) => hers.some((own) => one.includes(own)))
      .map((one) => (JSON.parse(one) as { type: string }).type);
    expect([...new Set(types)].sort()).toEqual(['address', 'membership', 'person']);
    expect(places.log?.filter((line) => hers.some((own) => line.includes(own)))).toEqual([]);
    expect(places.log?.join('\n')).not.toMatch(/printer|trolley|dose/);
  });
});
