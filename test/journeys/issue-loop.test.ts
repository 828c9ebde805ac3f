/** An issue goes up and its answer comes down: to the nurse who raised it and to all who joined, without saying who they are. */

import { listRecords } from '../../src/app/records';
import type { Escalation } from '../../src/domain/escalation/escalation';
import { epochMsOf, type Instant } from '../../src/domain/instant';
import type { Issue } from '../../src/domain/issue/issue';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme, deputyOid, leadOid, sroOid } from '../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../support/stores';

const json = JSON.stringify;
const words = 'Nobody on nights can mend the label printer.';
const title = 'Label printers are not mended at night';
const question = 'Do we pay for support at night?';
const because = 'The contract allows it from April on.';
const still = 'We still walk to the other ward.';

describe.each([new EmbeddedHost(), new CosmosEmulatorHost()])('an issue on $name', (host) => {
  let running: RunningBot;
  let nurse: TeamsUser;
  let colleagues: readonly TeamsUser[];
  let lead: TeamsUser;

  beforeAll(async () => {
    await host.start();
    await host.renew();
    const store = await host.open();
    running = await startRunningBot({ store, programme: aSmallProgramme(), perAtom: 2 });
    const users = running.people.map(({ aadObjectId }) => running.teams.user(aadObjectId));
    const [first, ...others] = users;
    if (!first) throw new Error('nobody works here');
    nurse = first;
    colleagues = others.slice(0, 2);
    lead = running.teams.user(leadOid);
    for (const user of [...users, lead]) await user.install();
  });
  afterAll(async () => {
    await running.close();
    await host.stop();
  });

  const only = async <T extends 'issue' | 'escalation'>(type: T) => {
    for await (const { document } of listRecords(running.bot.context.store, type, running.programme.id)) {
      return document as unknown as T extends 'issue' ? Issue : Escalation;
    }
    return undefined;
  };
  const when = (status: Issue['status']) =>
    running.until(async () => {
      const issue = await only('issue');
      return issue?.status === status ? issue : undefined;
    });
  const cardOf = (user: TeamsUser, ...texts: readonly string[]) =>
    running.until(() =>
      user.cardMessages().findLast((one) => texts.every((text) => json(one).includes(text))),
    );
  const moveTo = (instant: Instant | undefined) => {
    if (!instant) throw new Error('no deadline');
    running.clock.moveOn(epochMsOf(instant) - epochMsOf(running.clock.now()) + 1_000);
    running.bot.worker.poke();
  };

  it('is raised, gets a title that others may read, and two of them add their voice', async () => {
    await nurse.say('raise');
    const raised = await nurse.press(
      nurse.latest(),
      { title: 'Send' },
      { text: words, category: 'infrastructure', effect: 'workAround' },
    );
    expect(json(raised.card)).toContain('Recorded. Thank you.');
    const card = await cardOf(lead, words);
    expect(json(lead.storedCard(card))).toContain('Name hidden');
    const published = await lead.press(card, { title: 'Publish the title' }, { publishTitle: title });
    expect(json(published.card)).toContain(title);
    for (const colleague of colleagues) {
      await colleague.say('raise');
      const offered = colleague.latest();
      expect(json(colleague.storedCard(offered))).toContain(title);
      expect(json(colleague.storedCard(offered))).not.toContain(words);
      const added = await colleague.press(offered, { title: 'Add my voice' });
      expect(json(added.card)).toContain('Your voice is added.');
    }
  });

  it('goes up with the lead’s question; the SRO is silent, and the deputy decides', async () => {
    await lead.say('issues');
    await lead.press(lead.latest(), { title: 'Open' });
    const sent = await lead.press(
      lead.latest(),
      { title: 'Send to Sam Sponsor' },
      {
        upQuestion: question,
        upOption1Title: 'Pay for it',
        upOption1Consequence: 'Eight thousand pounds a year.',
        upOption2Title: 'Wait',
        upOption2Consequence: 'Nights go on walking.',
        upCost: 'Ten minutes a patient.',
      },
    );
    expect(json(sent.card)).toContain('Sent up. The people concerned hear of it now.');
    await when('escalated');
    const sro = running.teams.user(sroOid);
    const evidence = json(sro.storedCard(await cardOf(sro, question)));
    expect(evidence).toContain('few others');
    expect(evidence).not.toContain(words);
    const deputy = running.teams.user(deputyOid);
    expect(deputy.cardMessages().filter((message) => json(message).includes(question))).toEqual([]);
    const waiting = await only('escalation');
    moveTo(waiting?.assignment?.acknowledgeBy ?? waiting?.assignment?.decideBy);
    const asked = await cardOf(deputy, question);
    const decided = await deputy.press(asked, { title: 'Reject' }, { rationale: because });
    expect(json(decided.card)).toContain('Rejected');
    expect((await only('escalation'))?.decision?.role).toBe('deputySro');
  });

  it('is answered “no, because” to all three, and one “it did not help” opens it again', async () => {
    await when('answered');
    for (const user of [nurse, ...colleagues]) {
      const told = await cardOf(user, because);
      expect(json(user.storedCard(told))).toContain('You said, we can’t, because');
      expect(json(user.storedCard(told))).toContain('Did it help?');
    }
    const [colleague] = colleagues;
    if (!colleague) throw new Error('nobody joined');
    const told = await cardOf(colleague, because);
    const said = await colleague.press(told, { title: 'Open it again' }, { words: still });
    expect(json(said.card)).toContain('open again');
    const issue = await when('untriaged');
    expect(issue.reopenings).toHaveLength(1);
    await lead.say('issues');
    const opened = await lead.press(lead.latest(), { title: 'Open' });
    expect(json(opened.card)).toContain(still);
    expect(json(opened.card)).not.toMatch(/Person 0/);
  });

  it('leads nobody to the nurse: no document about it and nothing sent to others names her', async () => {
    const { personId, aadObjectId, displayName } = running.people[0] ?? {};
    const traces = [personId, aadObjectId, displayName, nurse.teamsUserId, nurse.conversationId].map(String);
    const kept: string[] = [];
    const { store } = running.bot.context;
    for (const type of ['issue', 'escalation', 'decision', 'campaign', 'desk'] as const) {
      for await (const { document } of listRecords(store, type, running.programme.id))
        kept.push(json(document));
    }
    for await (const { document } of listRecords(store, 'concern', `concerns:${running.programme.id}`)) {
      kept.push(json(document));
    }
    expect(kept.length).toBeGreaterThan(6);
    const others = [...colleagues, lead, running.teams.user(sroOid), running.teams.user(deputyOid)];
    const sent = others.flatMap((user) => user.messages().map((message) => json(message)));
    for (const trace of traces) {
      expect(kept.filter((text) => text.includes(trace))).toEqual([]);
      expect(sent.filter((text) => text.includes(trace))).toEqual([]);
      expect(json(running.log.lines)).not.toContain(trace);
    }
  });
});
