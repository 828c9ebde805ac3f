/** What could harm a patient, from the ward to the safety officer on call and back, without anybody learning who it was. */

import type { StoredMessage } from '../support/loopback-teams/activity';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme, leadOid } from '../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../support/stores';

const officerOid = 'aaaaaaaa-0000-4000-8000-0000000000d1';
const otherOid = 'aaaaaaaa-0000-4000-8000-0000000000d2';
const holder = (aadObjectId: string, displayName: string) => ({ aadObjectId, displayName });
const programme = {
  ...aSmallProgramme(),
  roles: {
    ...aSmallProgramme().roles,
    clinicalSafetyOfficer: [holder(officerOid, 'Nasrin Ahmadi'), holder(otherOid, 'Owen Hale')],
  },
};

describe.each([new EmbeddedHost(), new CosmosEmulatorHost()])('a hazard on $name', (host) => {
  let running: RunningBot;
  beforeAll(async () => {
    await host.start();
    await host.renew();
    running = await startRunningBot({ store: await host.open(), programme, perAtom: 3 });
  });
  afterAll(async () => {
    await running.close();
    await host.stop();
  });

  const cardWith = (user: TeamsUser, words: string): Promise<StoredMessage> =>
    running.until(() =>
      [...user.cardMessages()].reverse().find((message) => shows(user, message).includes(words)),
    );
  const shows = (user: TeamsUser, message: StoredMessage) => JSON.stringify(user.storedCard(message));

  it('is acknowledged once, asked about, answered and closed, and the raiser reads why', async () => {
    const { teams, people } = running;
    const nurse = teams.user(people[0]?.aadObjectId ?? '');
    const [officer, other, lead] = [teams.user(officerOid), teams.user(otherOid), teams.user(leadOid)];
    await nurse.say('raise');
    await nurse.press(
      nurse.latest(),
      { title: 'Send' },
      { text: 'Allergies vanish after a merge', harm: 'could', category: 'data', effect: 'careCouldSuffer' },
    );

    // One of two taps wins; the other sees who has it.
    const unseen = 'nobody has acknowledged it';
    const [card, same] = [await cardWith(officer, unseen), await cardWith(other, unseen)];
    const taps = await Promise.all([
      officer.press(card, { title: 'Acknowledge: I have it' }),
      other.press(same, { title: 'Acknowledge: I have it' }),
    ]);
    const replies = taps.map((tap) => JSON.stringify(tap.card));
    expect(replies.filter((reply) => reply.includes('You have it.'))).toHaveLength(1);
    expect(replies.filter((reply) => reply.includes('Somebody was first'))).toHaveLength(1);
    const [winner, mine, loser, theirs] = replies[0]?.includes('You have it.')
      ? [officer, card, other, same]
      : [other, same, officer, card];
    await running.until(() => shows(loser, theirs).includes('Acknowledged by') || undefined);

    await winner.press(mine, { title: 'Send the question' }, { askWords: 'Which ward is it?' });
    const asked = await cardWith(nurse, 'Which ward is it?');
    await nurse.press(asked, { title: 'Send' }, { words: 'Ward 7, every night' });
    const answered = await cardWith(winner, 'Ward 7, every night');
    expect(answered.id).not.toBe(mine.id);
    expect(loser.cardMessages()).toHaveLength(1);

    expect(() => winner.prepare(answered, { title: 'Close as mitigated' })).toThrow(/mitigatedWords/);
    const closing = { title: 'Close as mitigated' };
    const closed = await winner.press(answered, closing, {
      mitigatedWords: 'Merging is off; ring 020 7946 0018.',
    });
    expect(JSON.stringify(closed.card)).toContain('Closed. Whoever raised it is told.');
    const told = await cardWith(nurse, 'Merging is off');
    expect(shows(nurse, told)).toContain('[phone number removed]');
    await winner.say('hazards');
    expect(shows(winner, winner.latest())).toContain('No hazard is open.');

    // The lead opens it again; for staff there is no such list.
    await nurse.say('hazards');
    expect(shows(nurse, nurse.latest())).toContain('This is for another role');
    await lead.say('issues');
    await lead.press(lead.latest(), { title: 'Open' });
    const marked = await lead.press(lead.latest(), { title: 'It could harm a patient' });
    expect(JSON.stringify(marked.card)).toContain('The clinical safety officer is alerted now.');
    await cardWith(loser, unseen);
    await loser.say('what waits for me');
    const opened = await loser.press(loser.latest(), { title: 'Open' });
    expect(JSON.stringify(opened.card)).toContain(unseen);
    await lead.say('hazards');
    expect(shows(lead, lead.latest())).toContain('Nobody has acknowledged it.');

    const everything = JSON.stringify([officer, other].map((user) => user.cardMessages()));
    expect(everything).not.toContain(people[0]?.displayName);
    expect(everything).not.toContain(people[0]?.aadObjectId);
    expect(teams.statistics().violations).toMatchObject({ cardTooLarge: 0, messageTooLarge: 0 });
  });
});
