/** A decision on an issue, in the cards alone: advised, asked about, taken, looked up in the chat, and taken again. */

import { verifyLog } from '../../src/app/decision/verify-log.use-case';
import { raiseEscalation } from '../../src/app/escalation/raise-escalation.use-case';
import { listRecords } from '../../src/app/records';
import { sampleIssueFact } from '../../src/cards/sample-escalation';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme, leadOid, sroOid } from '../support/samples';
import { eachStore } from '../support/stores';

const sponsorOid = 'aaaaaaaa-0000-4000-8000-000000000007';
let running: RunningBot;

const cardOf = (oid: string, text: string) =>
  running.until(() =>
    running.teams
      .user(oid)
      .cardMessages()
      .find((message) => JSON.stringify(message).includes(text)),
  );

eachStore('a decision on an issue', (open) => {
  afterEach(() => running.close());

  it('takes an issue from the sponsor’s advice to a decision that replaces the first', async () => {
    const small = aSmallProgramme();
    running = await startRunningBot({
      store: await open(),
      perAtom: 1,
      programme: {
        ...small,
        roles: { ...small.roles, sponsor: [{ aadObjectId: sponsorOid, displayName: 'Neil Okafor' }] },
        escalationPolicy: {
          ...small.escalationPolicy,
          sponsors: [{ category: 'workflow', aadObjectId: sponsorOid }],
        },
      },
    });
    const { bot, programme, personIdOf, teams } = running;
    const [sro, lead, sponsor] = [sroOid, leadOid, sponsorOid].map((oid) => teams.user(oid)) as [
      ReturnType<typeof teams.user>,
      ReturnType<typeof teams.user>,
      ReturnType<typeof teams.user>,
    ];
    if (sampleIssueFact.kind !== 'issue') throw new Error('no issue');
    const raised = await raiseEscalation(bot.context, {
      programme,
      source: { kind: 'issue', issueId: sampleIssueFact.issueId },
      facts: [sampleIssueFact],
      prepared: { by: personIdOf(leadOid), words: { options: [] } },
    });
    expect(raised.outcome).toBe('raised');
    bot.worker.poke();

    const question = await cardOf(sroOid, 'escalation-decide');
    const copy = await cardOf(sponsorOid, 'escalation-advise');
    expect(JSON.stringify(copy)).not.toContain('escalation-decide');
    const advised = await sponsor.press(
      copy,
      { title: 'Give advice' },
      { advice: 'Wait for the new trolleys.' },
    );
    expect(JSON.stringify(advised.card)).toContain('Your advice is on the decision card.');

    // Advice came in that this card does not show: nothing is decided, and nothing typed is lost.
    const decision = { optionId: 'option1', rationale: 'Care could suffer.', reviewOn: '2027-03-01' };
    const unread = JSON.stringify((await sro.press(question, { title: 'Approve' }, decision)).card);
    for (const part of ['Please read it, then decide', 'Wait for the new trolleys.', 'Care could suffer.']) {
      expect(unread).toContain(part);
    }
    const asked = await sro.press(question, { title: 'Ask the lead' }, { moreWords: 'How many are new?' });
    expect(JSON.stringify(asked.card)).toMatch(/The lead is asked.*Not answered yet.*Care could suffer/);
    expect(JSON.stringify(asked.card)).not.toContain('I have seen this');

    const more = await cardOf(leadOid, 'escalation-answer-more');
    const answered = await lead.press(more, { title: 'Send the answer' }, { answer: 'Eleven of fourteen.' });
    expect(JSON.stringify(answered.card)).toContain('Everything that was asked is answered.');
    const late = await sro.press(question, { title: 'Approve' }, decision);
    expect(JSON.stringify(late.card)).toContain('Eleven of fourteen.');
    const decided = JSON.stringify((await sro.press(question, { title: 'Approve' }, decision)).card);
    expect(decided).toContain('Approved: Fix it, with an owner and money');
    expect(decided).toContain('It is looked at again on Monday 1 March 2027.');
    await cardOf(sponsorOid, 'Approved: Fix it');

    // The log in the chat, and from there again.
    await running.until(async () => {
      for await (const _entry of listRecords(bot.context.store, 'decision', programme.id)) return true;
      return undefined;
    });
    await lead.say('decisions');
    expect(JSON.stringify(lead.storedCard(lead.latest()))).not.toContain('decision-reopen');
    await sro.say('decisions');
    const list = sro.latest();
    expect(JSON.stringify(sro.storedCard(list))).toContain('Sam Sponsor, Senior Responsible Owner');
    const again = await sro.press(list, { title: 'Decide again' });
    expect(JSON.stringify(again.card)).toContain('This takes the place of: Approved: Fix it');
    const refused = await sro.press(list, { title: 'Reject' }, { rationale: ' ' });
    expect(JSON.stringify(refused.card)).toMatch(/Please say why.*This takes the place of/);
    const replaced = await sro.press(list, { title: 'Reject' }, { rationale: 'There is no money.' });
    expect(JSON.stringify(replaced.card)).toContain('This replaces the decision of');
    expect(JSON.stringify(await cardOf(leadOid, 'There is no money.'))).toContain(
      'This replaces the decision of',
    );
    const verdict = await running.until(async () => {
      const now = await verifyLog(bot.context, { programmeId: programme.id });
      return now.outcome === 'intact' && now.entries === 2 ? now : undefined;
    });
    expect(verdict.problems).toEqual([]);
    expect(teams.statistics().violations).toMatchObject({ cardTooLarge: 0, messageTooLarge: 0 });
  });
});
