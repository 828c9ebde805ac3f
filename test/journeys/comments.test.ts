/** What staff write reaches the programme: read by the lead, released or kept back, and only of groups that may be shown. */

import type { Comment } from '../../src/app/document-contents';
import { listRecords, readRecord } from '../../src/app/records';
import { addComment } from '../../src/app/wave/add-comment.use-case';
import { closeWave } from '../../src/app/wave/close-wave.use-case';
import { readRelease } from '../../src/app/wave/read-release';
import { verbNames } from '../../src/cards/verb-names';
import { dayOf } from '../../src/domain/instant';
import type { Programme } from '../../src/domain/programme/programme';
import { answerWave, isInFirstAtom } from '../support/answer-wave';
import { executeInvoke } from '../support/execute-invoke';
import type { StoredMessage } from '../support/loopback-teams/activity';
import type { InvokeResult } from '../support/loopback-teams/bot-endpoint';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme, leadOid, sroOid } from '../support/samples';
import { eachStore } from '../support/stores';

const json = (value: unknown) => JSON.stringify(value);

/** One group too few to be heard, one hidden with it, and one that is shown. */
const programme: Programme = {
  ...aSmallProgramme(),
  staffFamilies: ['nursing', 'medical', 'therapy'].map((id) => ({ id, name: `Family ${id}` })),
  staffGroups: ['nursing', 'medical', 'therapy'].map((staffFamily) => ({
    id: staffFamily,
    name: `Group ${staffFamily}`,
    staffFamily,
  })),
};

eachStore('a comment is written, read, released and kept back', (open) => {
  let running: RunningBot;

  beforeEach(async () => {
    running = await startRunningBot({ store: await open(), programme });
  });
  afterEach(() => running.close());

  it('from the last card of a pulse to the executive', async () => {
    const { teams, bot, people, until, personIdOf } = running;
    const { store } = bot.context;
    const waveId = await running.openPulse();
    await until(() => teams.statistics().peopleReached === people.length || undefined);
    // Three of the first group answer: too few to be heard.
    const heard = people.filter((person) => !isInFirstAtom(person));
    const quiet = people.filter(isInFirstAtom);
    await answerWave(running, waveId, [...quiet.slice(0, 3), ...heard.slice(1)], (_person, index) =>
      index % 3 === 0 ? 2 : 5,
    );

    // One person goes through the cards to the end, and writes on two of them.
    const [writer] = heard;
    if (!writer) throw new Error('nobody');
    const user = teams.user(writer.aadObjectId);
    const card = await until(() => user.cardMessages()[0]);
    for (const title of ['Very confident', 'Agree']) await user.press(card, { title });
    await user.press(card, { title: 'Save' }, { text: 'One laptop for the bay' });
    const saved = await user.press(
      card,
      { verb: verbNames.pulseComment },
      { comment: 'Ring [me](http://x) **now**' },
    );
    expect(json(saved.card)).toContain('Your comment is saved.');
    const words = (person: { personId: string }, about: string) => `${about} ${person.personId.slice(0, 6)}`;
    const write = (person: (typeof people)[number], text: string) =>
      addComment(bot.context, { programmeId: programme.id, waveId, personId: person.personId, text });
    for (const person of heard.filter((_each, index) => index % 2 === 0 || index > 12)) {
      expect((await write(person, words(person, 'Training came too early'))).outcome).toBe('saved');
    }
    for (const person of quiet.slice(0, 2)) await write(person, words(person, 'Nobody asked us'));
    const lead = teams.user(leadOid);
    await lead.say('comments');
    expect(json(lead.latest())).toContain('No result yet');

    expect(await closeWave(bot.context, { programmeId: programme.id, waveId })).toBe('closing');
    await until(() =>
      lead.cardMessages().find((message) => json(message).includes('Comments wait to be read.')),
    );

    // The lead reads all of the groups that may be shown, page by page, and nothing of the others.
    const release = await until(() => readRelease(store, programme.id, waveId));
    const atoms =
      release.tables[0]?.rows.filter(({ kind, figures }) => kind === 'atom' && 'n' in figures) ?? [];
    const readable = atoms.flatMap(({ atomIds }) => atomIds);
    const all = await commentsOf(running, waveId);
    const [shown, hidden] = [true, false].map((is) =>
      all.filter(({ atomId }) => readable.includes(atomId) === is),
    );
    if (!shown || !hidden) throw new Error('nothing written');
    expect(shown.length).toBeGreaterThan(5);
    expect(hidden.map(({ text }) => text)).toEqual(
      expect.arrayContaining(quiet.slice(0, 2).map((person) => words(person, 'Nobody asked us'))),
    );
    await lead.say('comments');
    const review = lead.latest();
    const read = await readToTheEnd(lead, review);
    expect(read.ids).toEqual(shown.map(({ commentId }) => commentId));
    for (const { text } of hidden) expect(read.words).not.toContain(text);
    expect(read.words).not.toMatch(/\*\*|\]\(/);
    expect(read.words).toContain('look for names');

    // Nothing is released yet; staff do not read comments at all.
    const sro = teams.user(sroOid);
    await sro.say('comments');
    const empty = sro.latest();
    expect(json(empty)).toContain('No comment has been released');
    await user.say('comments');
    expect(json(user.latest())).toContain('This is for another role');

    // Released: the executive reads it, under its group and without the name of anybody.
    const [first] = shown;
    if (!first) throw new Error('nothing written');
    const choice = { verb: verbNames.commentRelease, data: { commentId: first.commentId } };
    const late = lead.prepare(await freshReview(lead), choice);
    const released = await lead.press(lead.latest(), choice);
    expect(json(released.card)).toContain('Released by Lena Lead on');
    await sro.say('comments');
    const reading = sro.latest();
    expect(json(reading)).toContain(atoms.find(({ atomIds }) => atomIds.includes(first.atomId))?.name);
    expect(json(reading)).not.toMatch(/in 100|comment-release/);
    await sro.say('results');
    expect(json(sro.latest())).toContain('There are comments from staff.');
    const stored = await readRecord(store, 'comment', waveId, first.commentId);
    expect(stored?.document.review).toEqual({
      verdict: 'released',
      revision: 1,
      reviewedBy: personIdOf(leadOid),
      reviewedOn: dayOf(running.clock.now()),
    });

    // The lead thinks again; the first tap comes once more, late, and undoes nothing.
    const kept = await lead.press(lead.latest(), {
      verb: verbNames.commentKeepBack,
      data: { commentId: first.commentId },
    });
    expect(json(kept.card)).toContain('Kept back by Lena Lead on');
    expect(json((await teams.deliver(late)).card)).toContain('which changed nothing');
    const [refreshed] = (await sro.phone.reload()).slice(-1);
    expect(json(refreshed?.card)).toContain('No comment has been released');

    // Nobody else releases anything, and nothing of a group that may not be shown is ever released.
    const invoke = (oid: string, commentId: string): Promise<InvokeResult> =>
      teams.deliver(
        executeInvoke(
          { serviceUrl: teams.serviceUrl, appId: teams.bot.appId, tenantId: teams.tenantId },
          oid,
          {
            verb: verbNames.commentRelease,
            data: {
              cardVersion: 1,
              programmeId: programme.id,
              waveId,
              page: 'first',
              commentId,
              revision: 0,
            },
          },
        ),
      );
    expect(json((await invoke(sroOid, shown[1]?.commentId ?? '')).card)).toContain(
      'This is for another role',
    );
    for (const { commentId } of hidden) {
      expect(json((await invoke(leadOid, commentId)).card)).toContain('This card is out of date');
    }
    const verdicts = (await commentsOf(running, waveId)).flatMap(({ review }) => review?.verdict ?? []);
    expect(verdicts).toEqual(['keptBack']);
    expect(json(running.log.lines)).not.toContain('Training came too early');
    expect(teams.statistics().violations).toMatchObject({ cardTooLarge: 0, messageTooLarge: 0 });
  });
});

async function commentsOf({ bot }: RunningBot, waveId: Comment['waveId']): Promise<readonly Comment[]> {
  const found: Comment[] = [];
  for await (const { document } of listRecords(bot.context.store, 'comment', waveId)) found.push(document);
  return found;
}

/** A card that shows the first page. */
async function freshReview(lead: TeamsUser): Promise<StoredMessage> {
  await lead.say('comments');
  return lead.latest();
}

async function readToTheEnd(
  reader: TeamsUser,
  message: StoredMessage,
): Promise<{ readonly ids: readonly string[]; readonly words: string }> {
  const ids: string[] = [];
  let words = '';
  for (let page = reader.phone.shown(message); page; ) {
    const text = json(page);
    words += text;
    ids.push(
      ...[...text.matchAll(/"verb":"comment-release".*?"commentId":"([^"]+)"/g)].map(([, id = '']) => id),
    );
    if (!text.includes('"Next comments"')) return { ids, words };
    page = (await reader.press(message, { title: 'Next comments' })).card;
  }
  throw new Error('no card');
}
