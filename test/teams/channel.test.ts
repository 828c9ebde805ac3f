/** A lead links a channel by typing in it; what comes of published issues is posted there, once, without a name. */

import { readRecord, upsertRecord } from '../../src/app/records';
import { asId, type IssueId, type PersonId } from '../../src/domain/ids';
import type { Day } from '../../src/domain/instant';
import type { Issue } from '../../src/domain/issue/issue';
import { linkChannelCommand, unlinkChannelCommand } from '../../src/teams/chat/channel.command';
import { CardSender } from '../../src/worker/card-sender';
import { postToChannel } from '../../src/worker/post-to-channel';
import { SendGate } from '../../src/worker/send-gate';
import { RecordingMessenger } from '../support/recording-messenger';
import { aProgramme, leadOid } from '../support/samples';
import { activityOf, type Harness, saveProgramme, startHarness } from './edge-harness';

const { id: programmeId } = aProgramme();
const issueId = asId<IssueId>('i1');
const channel = '19:abc@thread.tacv2';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ chat: { channelCommands: [linkChannelCommand, unlinkChannelCommand] } });
  await saveProgramme(harness);
});
afterAll(() => harness.close());

async function sayInChannel(oid: string, text: string): Promise<void> {
  const user = harness.teams.user(oid);
  const personId = harness.app.keys.personIdOf(user.tenantId, oid);
  await upsertRecord(harness.app.store, 'membership', {
    personId,
    programmes: [{ programmeId, organisationId: asId('RZZ') }],
  });
  const activity = activityOf(harness, user, { type: 'message', text: `<at>Soundings</at> ${text}` });
  const conversation = {
    id: `${channel};messageid=1700000000001`,
    conversationType: 'channel',
    tenantId: harness.teams.tenantId,
  };
  await harness.teams.deliver({ ...activity, conversation } as never);
}
const linked = async () => (await readRecord(harness.app.store, 'channel', programmeId, 'channel'))?.document;

async function post(issue: Partial<Issue>): Promise<RecordingMessenger> {
  const { app, clock } = harness;
  const messenger = new RecordingMessenger({ clock });
  const gate = new SendGate({ clock, requestsPerSecond: 0 });
  const sender = new CardSender({ clock, gate, messenger, mayBegin: () => true });
  const by = { by: asId<PersonId>('lead'), byName: 'Lena Lead', role: 'lead' as const };
  await upsertRecord(app.store, 'issue', {
    issueId,
    programmeId,
    raisedOn: '2026-03-02' as Day,
    text: 'The words of the nurse',
    category: 'infrastructure',
    site: 'RZZ01',
    effect: 'workAround',
    raiserName: 'Nadia Nurse',
    publishedTitle: 'Too few laptops',
    status: 'answered',
    revision: 1,
    answers: [{ number: 1, kind: 'fixed', on: '2026-03-02' as Day, words: 'Six more are there.', ...by }],
    messages: [],
    threads: [],
    reopenings: [],
    merged: [],
    intents: [],
    ...issue,
  });
  const intent = {
    id: 'post-to-channel:1',
    kind: 'post-to-channel',
    lane: 'normal' as const,
    dueAt: clock.now(),
    data: { number: 1 },
  };
  const signal = new AbortController().signal;
  for (let time = 0; time < 2; time += 1) {
    const stored = await readRecord(app.store, 'issue', programmeId, issueId);
    if (!stored) throw new Error('no issue');
    await postToChannel({ sender }).carryOut(app, { document: stored.document, intent, signal });
  }
  gate.close();
  return messenger;
}

test('nobody but a lead links a channel, and without a link nothing is posted', async () => {
  await sayInChannel('bbbbbbbb-0000-4000-8000-000000000001', 'link channel');
  expect(await linked()).toBeUndefined();
  expect((await post({})).received).toEqual([]);
});

test('a linked channel gets each answer once: the title and the answer, nobody’s name and nobody’s words', async () => {
  await sayInChannel(leadOid, 'link channel');
  expect(await linked()).toMatchObject({ conversationId: channel, serviceUrl: harness.teams.serviceUrl });
  const { received } = await post({});
  expect(received).toHaveLength(1);
  const shown = JSON.stringify(received[0]?.card);
  for (const words of ['You said, we did', '“Too few laptops”', 'Six more are there.']) {
    expect(shown).toContain(words);
  }
  expect(shown).not.toMatch(/Nadia|Lena|words of the nurse/);
  expect((await post({ publishedTitle: undefined as never })).received).toEqual([]);
});

test('a channel that is unlinked gets nothing more', async () => {
  await sayInChannel(leadOid, 'unlink channel');
  expect(await linked()).toBeUndefined();
});
