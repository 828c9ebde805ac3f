/** An SRO's desk on the running bot: one thing is its own card, several a list, and what is typed is never taken away. */

import { decideEscalation } from '../../src/app/escalation/decide-escalation.use-case';
import { raiseEscalation } from '../../src/app/escalation/raise-escalation.use-case';
import { isAway } from '../../src/app/people/absence';
import { readRecord } from '../../src/app/records';
import { escalationIdOf } from '../../src/domain/escalation/raise-escalation';
import { asId, type EscalationId, type IssueId } from '../../src/domain/ids';
import { dayOf, plusDays } from '../../src/domain/instant';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme, deputyOid, leadOid, sroOid } from '../support/samples';
import { eachStore } from '../support/stores';

let running: RunningBot;

const aDayMs = 86_400_000;

async function escalate(about: string): Promise<EscalationId> {
  const { bot, programme, personIdOf } = running;
  const issueId = asId<IssueId>(`larkfield.${about}`);
  const raised = await raiseEscalation(bot.context, {
    programme,
    source: { kind: 'issue', issueId },
    facts: [
      {
        kind: 'issue',
        issueId,
        title: about,
        category: 'infrastructure',
        effect: 'slowsMeDown',
        siteGroupName: 'Larkfield General',
        raisedOn: dayOf(bot.context.clock.now()),
        support: 'none',
        isHazard: false,
      },
    ],
    prepared: { by: personIdOf(leadOid), words: { question: `Shall we buy ${about}?`, options: [] } },
  });
  expect(raised.outcome).toBe('raised');
  bot.worker.poke();
  return escalationIdOf(issueId);
}

const cardWith = (oid: string, ...words: readonly string[]) =>
  running.until(() =>
    running.teams
      .user(oid)
      .cardMessages()
      .find((message) => words.every((word) => JSON.stringify(message).includes(word))),
  );
const settledBy = (escalationId: EscalationId) =>
  running.until(async () => {
    const { bot, programme } = running;
    const found = await readRecord(bot.context.store, 'escalation', programme.id, escalationId);
    return found?.document.intents.length === 0 ? found.document : undefined;
  });

eachStore('the desk', (open) => {
  afterEach(() => running.close());

  it('brings the first at once, the others as one list the next day, and hands them over while the SRO is away', async () => {
    running = await startRunningBot({ store: await open(), perAtom: 1, programme: aSmallProgramme() });
    const { bot, programme, personIdOf, teams, clock } = running;
    const [sro, deputy] = [sroOid, deputyOid].map((oid) => teams.user(oid)) as [
      ReturnType<typeof teams.user>,
      ReturnType<typeof teams.user>,
    ];

    await escalate('printers');
    const first = await cardWith(sroOid, 'Shall we buy printers?', 'escalation-decide');
    expect(JSON.stringify(first)).not.toContain('desk-list');
    const [scanners, laptops] = [await escalate('scanners'), await escalate('laptops')];
    // Typing in the first card is not disturbed, and no second card comes today.
    const decided = await sro.press(
      first,
      { title: 'Approve' },
      {
        optionId: 'option1',
        rationale: 'The wards need them.',
        reviewOn: dayOf(plusDays(clock.now(), 3)),
      },
    );
    expect(JSON.stringify(decided.card)).toContain('Approved');
    expect(sro.cardMessages()).toHaveLength(1);

    clock.moveOn(aDayMs);
    bot.worker.poke();
    const list = await cardWith(sroOid, 'Shall we buy scanners?', 'Shall we buy laptops?', 'desk-open');
    expect(JSON.stringify(list)).not.toContain('Shall we buy printers?');

    // Opened in the list: a refused tap keeps the way back, and what happens elsewhere takes nothing away.
    const isOf = (id: EscalationId) => ({ verb: 'desk-open', data: { itemId: id } });
    const opened = await sro.press(list, isOf(scanners));
    expect(JSON.stringify(opened.card)).toContain('escalation-decide');
    expect(JSON.stringify(opened.card)).toContain('Back to the list');
    const before = JSON.stringify(list.activity);
    const by = { programmeId: programme.id, personId: personIdOf(sroOid) };
    await decideEscalation(bot.context, {
      ...by,
      escalationId: laptops,
      kind: 'reject',
      rationale: 'No money.',
    });
    await settledBy(laptops);
    expect(JSON.stringify(list.activity)).toBe(before);
    const later = await sro.press(list, { title: 'Reject' }, { rationale: 'Too dear.' });
    expect(JSON.stringify(later.card)).toContain('Rejected');
    const back = await sro.press(list, { title: 'Back to the list' });
    expect(JSON.stringify(back.card)).toContain('No longer waits for you.');
    expect(JSON.stringify(back.card)).toContain('Nothing waits for you.');

    // In words, and away: what waits goes to the deputy at once.
    const tablets = await escalate('tablets');
    await sro.say('what waits for me');
    const asked = await sro.press(sro.latest(), isOf(tablets));
    expect(JSON.stringify(asked.card)).toContain('Shall we buy tablets?');
    await sro.say('away until yesterday week');
    expect(JSON.stringify(sro.storedCard(sro.latest()))).toContain('Nothing was noted.');
    await sro.say('away until tomorrow');
    expect(JSON.stringify(sro.storedCard(sro.latest()))).toContain(
      'Now also with Dee Deputy: Shall we buy tablets?',
    );
    expect(await isAway(bot.context, by.personId, asId('RZZ'), dayOf(clock.now()))).toBe(true);
    const handed = await cardWith(deputyOid, 'Shall we buy tablets?', 'escalation-decide');
    await deputy.press(handed, { title: 'Reject' }, { rationale: 'Not this year.' });
    await sro.say('back');
    expect(JSON.stringify(sro.storedCard(sro.latest()))).toContain('Welcome back');
    await sro.say('what waits for me');
    expect(JSON.stringify(sro.storedCard(sro.latest()))).toContain('Nothing waits for you.');

    // On the day that was named, the first decision comes back to be looked at again.
    const cards = sro.cardMessages().length;
    clock.moveOn(3 * aDayMs);
    bot.worker.poke();
    const review = await running.until(() => sro.cardMessages()[cards]);
    expect(JSON.stringify(review)).toContain('Shall we buy printers?');
    expect(JSON.stringify(review)).toContain('Decide again');
    expect(teams.statistics().violations).toMatchObject({ cardTooLarge: 0, messageTooLarge: 0 });
  });
});
