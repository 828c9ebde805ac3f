/** A lead finds an issue, gives it to a colleague by name, and whoever raised it hears what was done. */

import { createConcern } from '../../src/app/issue/concerns';
import type { Store } from '../../src/app/ports/store';
import { createRecord, readRecord } from '../../src/app/records';
import { asId, type IssueId } from '../../src/domain/ids';
import { dayOf, plusDays } from '../../src/domain/instant';
import { FaultyStore, type StoreCall, type StoreFault } from '../support/faulty-store';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme, leadOid, sroOid } from '../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../support/stores';

const issueId = asId<IssueId>('i1');
const words = 'One laptop for the whole bay.';
const json = JSON.stringify;

describe.each([new EmbeddedHost(), new CosmosEmulatorHost()])('triage on $name', (host) => {
  let store: Store;
  let fault: ((call: StoreCall) => StoreFault | undefined) | undefined;
  let running: RunningBot;

  beforeAll(async () => {
    await host.start();
    await host.renew();
    store = new FaultyStore(await host.open(), (call) => fault?.(call));
    running = await startRunningBot({ store, programme: aSmallProgramme(), perAtom: 3 });
    const { bot, programme, people, clock } = running;
    await createRecord(store, 'issue', {
      issueId,
      programmeId: programme.id,
      raisedOn: dayOf(clock.now()),
      text: words,
      category: 'infrastructure',
      site: 'RZZ01',
      effect: 'workAround',
      status: 'untriaged',
      revision: 0,
      answers: [],
      messages: [],
      threads: [],
      reopenings: [],
      merged: [],
      intents: [],
    });
    const [nurse] = people;
    if (!nurse) throw new Error('nobody works here');
    const { personId, organisationId } = nurse;
    const recipient = { personId, organisationId };
    await createConcern(bot.context, { programmeId: programme.id, issueId, part: 'raiser', recipient });
  });
  afterAll(async () => {
    await running.close();
    await store.close();
    await host.stop();
  });

  const stored = async () => {
    const found = await readRecord(store, 'issue', running.programme.id, issueId);
    if (!found) throw new Error('no issue');
    return found.document;
  };

  it('is given to a colleague found by name, who says that it is done; the raiser hears it', async () => {
    const { teams, people, until, clock } = running;
    const lead = teams.user(leadOid);
    await lead.say('issues');
    const list = lead.latest();
    expect(json(lead.storedCard(list))).toContain(words);
    const opened = await lead.press(list, { title: 'Open' });
    expect(json(opened.card)).toContain('Name hidden');
    const late = lead.prepare(
      list,
      { title: 'Answer “not now”' },
      { notNowWords: 'There is no money for it.' },
    );
    const reason = { notNowWords: 'The supplier has none left.' };
    fault = ({ type, isWrite }) =>
      isWrite && type === 'issue' ? { when: 'before', what: 'clean' } : undefined;
    const unconfirmed = await lead.press(list, { title: 'Answer “not now”' }, reason);
    expect(json(unconfirmed.card)).toContain('We could not confirm this: tap again.');
    expect(json(unconfirmed.card)).toContain(`"value":"${reason.notNowWords}"`);
    fault = () => ({ when: 'before', what: 'clean' });
    const unread = await lead.press(list, { title: 'Answer “not now”' });
    fault = undefined;
    expect(json(unread.card)).toContain('Nothing can be read just now.');
    const shown = await lead.press(list, { title: 'Show the issue again' });
    expect(json(shown.card)).toContain(`"value":"${reason.notNowWords}"`);
    const dueOn = dayOf(plusDays(clock.now(), 7));
    const typed = { fixOwnerName: '000001', fixDueOn: dueOn, fixWords: 'Six more laptops.' };
    const asked = await lead.press(list, { title: 'Plan this fix' }, typed);
    expect(json(asked.card)).toContain('Please choose whom you mean');
    expect(json(asked.card)).toContain('"value":"Six more laptops."');
    const planned = await lead.press(list, { title: 'Plan this fix' });
    expect(json(planned.card)).toContain('Saved. The people concerned hear of it now.');
    expect(await stored()).toMatchObject({ status: 'fixing', fix: { ownerName: 'Person 000001', dueOn } });

    const outOfDate = await teams.deliver(late);
    expect(json(outOfDate.card)).toContain('This was changed before your tap');
    expect(json(outOfDate.card)).toContain('There is no money for it.');

    const owner = teams.user(
      people.find(({ displayName }) => displayName === 'Person 000001')?.aadObjectId ?? '',
    );
    const task = await until(() =>
      owner.cardMessages().find((message) => json(message).includes('issue-fix-done')),
    );
    expect(json(owner.storedCard(task))).toContain('Six more laptops.');
    expect(json(owner.storedCard(task))).not.toContain(words);
    const said = await owner.press(task, { title: 'Say it is done' }, { doneWords: 'They are in bay 2.' });
    expect(json(said.card)).toContain('This fix is done');

    const nurse = teams.user(people[0]?.aadObjectId ?? '');
    await until(() => nurse.cardMessages().find((message) => json(message).includes('They are in bay 2.')));
    const seen = await lead.press(list, { title: 'Publish the title' }, { publishTitle: 'Too few laptops' });
    expect(json(seen.card)).toContain('This was changed before your tap');
    expect(json(seen.card)).toContain('They are in bay 2.');
  });

  it('is seen by others who hold a role without the words, and by nobody else', async () => {
    const { teams, people } = running;
    const sro = teams.user(sroOid);
    await sro.say('issues');
    const answered = await sro.press(sro.latest(), { title: 'Answered (1)' });
    expect(json(answered.card)).toContain('Infrastructure and devices (no title published)');
    expect(json(answered.card)).not.toContain(words);
    const staff = teams.user(people[2]?.aadObjectId ?? '');
    for (const text of ['issues', 'triage']) {
      await staff.say(text);
      expect(json(staff.storedCard(staff.latest()))).toContain('This is for another role');
    }
  });
});
