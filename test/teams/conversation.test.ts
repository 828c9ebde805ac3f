/** What is typed is answered, where a person is reached is remembered, and an installation is greeted once. */

import { expectInstallation } from '../../src/app/audience/expect-installation';
import type { DocumentOf } from '../../src/app/documents';
import { addressPk, membershipPk } from '../../src/app/documents';
import { createRecord, readRecord } from '../../src/app/records';
import { asId, type OrganisationId } from '../../src/domain/ids';
import { type ChatRequest, defineChatCommand } from '../../src/teams/chat-command';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { activityOf, cardSaying, type Harness, saidBy, startHarness } from './edge-harness';

const asked: ChatRequest[] = [];
const never = new Promise<never>(() => {});
let hangs = () => {};

const commands = [
  defineChatCommand({
    name: 'close-wave',
    pattern: /^close wave( \d+)?$/i,
    async handle(_edge, request) {
      asked.push(request);
      return cardSaying(`closing${request.match[1] ?? ''}`);
    },
  }),
  defineChatCommand({ name: 'lose', pattern: /^lose$/i, handle: () => Promise.reject(new Error('Ada')) }),
  defineChatCommand({
    name: 'hang',
    pattern: /^hang$/i,
    handle() {
      hangs();
      return never;
    },
  }),
];

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ chat: { commands } });
});
afterAll(() => harness.close());
beforeEach(() => {
  asked.length = 0;
  harness.log.length = 0;
  harness.teams.clearFaults();
});

const said = (user: TeamsUser) => user.cardMessages().map((message) => saidBy(user.storedCard(message)));
const rzz = asId<OrganisationId>('RZZ');

async function member(name: string): Promise<TeamsUser> {
  const user = harness.teams.user(name);
  const personId = harness.app.keys.personIdOf(user.tenantId, user.aadObjectId);
  await createRecord(harness.app.store, 'membership', {
    personId,
    programmes: [
      { programmeId: asId('larkfield'), organisationId: rzz },
      { programmeId: asId('larkfield-meds'), organisationId: rzz },
      { programmeId: asId('county'), organisationId: asId('RYY') },
    ],
  });
  return user;
}

async function addressOf(user: TeamsUser, organisationId = rzz): Promise<DocumentOf<'address'> | undefined> {
  const personId = harness.app.keys.personIdOf(user.tenantId, user.aadObjectId);
  const pk = addressPk(organisationId, personId);
  return (await readRecord(harness.app.store, 'address', pk, 'address'))?.document;
}

test('answers a typed command, whatever its case, spaces and mentions', async () => {
  const nurse = harness.teams.user('nurse-1');
  await nurse.say('  <at>Soundings</at>  Close&nbsp;WAVE \n 2 ');
  expect(said(nurse)).toEqual(['closing 2']);
  expect(asked[0]?.text).toBe('Close WAVE 2');
  expect(asked[0]?.actor.aadObjectId).toBe('nurse-1');
});

test.each([['close wave please'], ['hello'], [''], ['x'.repeat(50_000)]])(
  'answers %.20s with the fallback, not with silence',
  async (text) => {
    const nurse = harness.teams.user(`fallback-${text.length}`);
    await nurse.say(text);
    expect(said(nurse)).toEqual(['fallback']);
  },
);

test('answers a plain submit, which is a message without text, too', async () => {
  const nurse = harness.teams.user('nurse-2');
  await harness.teams.deliver(activityOf(harness, nurse, { type: 'message', value: { a: 1 } }));
  expect(said(nurse)).toEqual(['fallback']);
});

test('outside the 1:1 chat only the fallback answers, and no address is learnt', async () => {
  const nurse = await member('nurse-3');
  const conversation = { id: nurse.conversationId, conversationType: 'channel', tenantId: nurse.tenantId };
  const activity = activityOf(harness, nurse, { type: 'message', text: 'close wave', conversation });
  await harness.teams.deliver(activity);
  const added = { type: 'conversationUpdate', conversation, membersAdded: [activity.recipient] };
  await harness.teams.deliver(activityOf(harness, nurse, added));
  expect(said(nurse)).toEqual(['fallback']);
  expect(await addressOf(nurse)).toBeUndefined();
});

test('another tenant is told so, and nothing is done', async () => {
  const stranger = harness.teams.user('stranger', { tenantId: 'elsewhere' });
  await stranger.say('close wave');
  expect(said(stranger)).toEqual(['wrong tenant']);
  expect(asked).toEqual([]);
});

test('a command that fails is answered by a card with a reference', async () => {
  const nurse = harness.teams.user('nurse-4');
  await nurse.say('lose');
  expect(said(nurse)).toEqual(['failed']);
  expect(harness.log.map(({ event }) => event)).toContain('chat.failed');
});

test('a command that hangs is answered all the same', async () => {
  const nurse = harness.teams.user('nurse-5');
  const isHanging = new Promise<void>((resolve) => {
    hangs = resolve;
  });
  const saying = nurse.say('hang');
  await isHanging;
  await harness.clock.advance(10_000);
  await saying;
  expect(said(nurse)).toEqual(['failed']);
});

test('what is typed appears in no log line', async () => {
  await harness.teams.user('nurse-6').say('patient 943 476 5919 fell');
  const written = JSON.stringify(harness.log);
  expect(written).not.toMatch(/943|fell|nurse-6/);
  expect(harness.log).toContainEqual(
    expect.objectContaining({
      event: 'chat',
      fields: expect.objectContaining({ command: 'fallback', reply: 'accepted' }),
    }),
  );
});

test('a message tells where its sender is reached, in each of their organisations, and is written once', async () => {
  const nurse = await member('nurse-7');
  await nurse.say('hello');
  const address = await addressOf(nurse);
  expect(address).toEqual(
    expect.objectContaining({
      aadObjectId: 'nurse-7',
      tenantId: nurse.tenantId,
      teamsUserId: nurse.teamsUserId,
      conversationId: nurse.conversationId,
      serviceUrl: harness.teams.serviceUrl,
    }),
  );
  expect(await addressOf(nurse, asId('RYY'))).toEqual(expect.objectContaining({ organisationId: 'RYY' }));
  const pk = addressPk(rzz, harness.app.keys.personIdOf(nurse.tenantId, 'nurse-7'));
  const version = async () => (await readRecord(harness.app.store, 'address', pk, 'address'))?.version;
  const before = await version();
  await nurse.say('hello again');
  expect(await version()).toBe(before);
});

test('a new chat replaces the old address and keeps the rest', async () => {
  const nurse = await member('nurse-8');
  await nurse.say('hello');
  const moved = { id: 'another-chat', conversationType: 'personal', tenantId: nurse.tenantId };
  await harness.teams.deliver(
    activityOf(harness, nurse, { type: 'message', text: 'x', conversation: moved }),
  );
  expect((await addressOf(nurse))?.conversationId).toBe('another-chat');
});

test('somebody of no programme is answered and not recorded', async () => {
  const visitor = harness.teams.user('visitor');
  await visitor.say('close wave');
  expect(said(visitor)).toEqual(['closing']);
  expect(await addressOf(visitor)).toBeUndefined();
  const personId = harness.app.keys.personIdOf(visitor.tenantId, 'visitor');
  const membership = await readRecord(harness.app.store, 'membership', membershipPk(personId), 'membership');
  expect(membership).toBeUndefined();
});

test('an installation is greeted once, though Teams announces it twice, in either order', async () => {
  const first = await member('new-1');
  await first.install();
  expect(said(first)).toEqual(['welcome']);
  expect((await addressOf(first))?.teamsUserId).toBe(first.teamsUserId);

  const second = await member('new-2');
  const membersAdded = [{ id: `28:${harness.teams.bot.appId}` }];
  await harness.teams.deliver(activityOf(harness, second, { type: 'installationUpdate', action: 'add' }));
  await harness.teams.deliver(activityOf(harness, second, { type: 'conversationUpdate', membersAdded }));
  expect(said(second)).toEqual(['welcome']);
});

test('a later installation is greeted again, a removal is not', async () => {
  const nurse = await member('new-3');
  await nurse.install();
  await nurse.uninstall();
  nurse.unblock();
  expect(said(nurse)).toEqual(['welcome']);
  await harness.clock.advance(60_000);
  await nurse.install();
  expect(said(nurse)).toEqual(['welcome', 'welcome']);
});

test('whom the bot installed itself for is not greeted as well as written to, and remembered all the same', async () => {
  const nurse = await member('new-5');
  const { aadObjectId, tenantId } = nurse;
  const personId = harness.app.keys.personIdOf(tenantId, aadObjectId);
  const address = { personId, organisationId: rzz, tenantId, aadObjectId };
  await expectInstallation(harness.app, { address });
  await nurse.install();
  expect(said(nurse)).toEqual([]);
  expect((await addressOf(nurse))?.conversationId).toBe(nurse.conversationId);
  await harness.clock.advance(3_600_000);
  await nurse.install();
  expect(said(nurse)).toEqual(['welcome']);
});

test('members joining a chat that is known, and reactions, are met with silence', async () => {
  const nurse = harness.teams.user('new-4');
  const membersAdded = [{ id: nurse.teamsUserId, aadObjectId: nurse.aadObjectId }];
  for (const activity of [
    { type: 'conversationUpdate', membersAdded },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'typing' },
  ]) {
    const result = await harness.teams.deliver(activityOf(harness, nurse, activity));
    expect(result.status).toBe(200);
  }
  expect(said(nurse)).toEqual([]);
});
