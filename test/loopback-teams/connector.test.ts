/** The loopback connector answers as Teams' does. */

import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import { cardActivity, RawConnector, sampleCard } from './raw-connector';

let teams: LoopbackTeams;
let connector: RawConnector;

beforeAll(async () => {
  teams = await LoopbackTeams.start({ auth: false, appRequestsPerSecond: 0, conversationLimits: false });
  connector = new RawConnector(teams);
});
beforeEach(() => teams.reset());
afterAll(() => teams.close());

const conversationOf = (aadObjectId: string) => teams.user(aadObjectId).conversationId;

test('opens one and the same conversation for a person, however often it is asked', async () => {
  const [first, second] = [await connector.open('nurse'), await connector.open('nurse')];
  expect(first).toMatchObject({
    status: 201,
    body: { id: conversationOf('nurse'), serviceUrl: teams.serviceUrl },
  });
  expect(second.body).toEqual(first.body);
  expect((await connector.open('doctor')).body.id).not.toBe(first.body.id);
});

test('keeps people of two tenants apart', async () => {
  const other = await connector.open('nurse', 'another-tenant');
  expect(other.body.id).not.toBe(conversationOf('nurse'));
});

test('posts the first message together with the conversation', async () => {
  const request = {
    members: [{ id: 'nurse' }],
    tenantId: teams.tenantId,
    activity: cardActivity(sampleCard('hi')),
  };
  const reply = await connector.call('POST', 'conversations', request);
  expect(reply.body.activityId).toBe(teams.user('nurse').latest().id);
});

test('keeps messages in order, as they stand after updates and deletions', async () => {
  const id = conversationOf('nurse');
  const ids = [];
  for (const text of ['a', 'b', 'c']) ids.push(String((await connector.post(id, sampleCard(text))).body.id));
  const [, second, third] = ids;
  await connector.update(id, String(second), sampleCard('B'));
  await connector.call('DELETE', `conversations/${id}/activities/${third}`);
  const user = teams.user('nurse');
  expect(user.messages().map((message) => user.storedCard(message))).toEqual([
    sampleCard('a'),
    sampleCard('B'),
  ]);
  expect(teams.statistics()).toMatchObject({ messagesAccepted: 3, updatesAccepted: 1, peopleReached: 1 });
});

test('takes a reply like a post', async () => {
  const id = conversationOf('nurse');
  const first = await connector.post(id, sampleCard('a'));
  const path = `conversations/${id}/activities/${String(first.body.id)}`;
  expect((await connector.call('POST', path, { type: 'message', text: 'thanks' })).status).toBe(201);
  expect(teams.user('nurse').messages()).toHaveLength(2);
});

test('lists the person of the chat by either id', async () => {
  const { conversationId, teamsUserId } = teams.user('nurse', { name: 'Synthetic Nurse' });
  const member = { id: teamsUserId, aadObjectId: 'nurse', name: 'Synthetic Nurse', tenantId: teams.tenantId };
  const path = `conversations/${conversationId}`;
  expect((await connector.call('GET', `${path}/members`)).body).toMatchObject([member]);
  expect((await connector.call('GET', `${path}/pagedmembers?pageSize=50`)).body).toMatchObject({
    members: [member],
  });
  expect((await connector.call('GET', `${path}/members/nurse`)).body).toMatchObject(member);
  expect((await connector.call('GET', `${path}/members/${teamsUserId}`)).body).toMatchObject(member);
  expect((await connector.call('GET', `${path}/members/doctor`)).status).toBe(404);
});

test('refuses an unknown conversation, an unknown message and an unknown route', async () => {
  const id = conversationOf('nurse');
  expect(await connector.post('a:nobody', sampleCard('a'))).toMatchObject({
    status: 404,
    body: { error: { code: 'ConversationNotFound' } },
  });
  expect((await connector.update(id, '1', sampleCard('a'))).body.error).toMatchObject({
    code: 'ActivityNotFoundInConversation',
  });
  expect((await connector.call('GET', 'attachments/1')).status).toBe(404);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['no type', '{"text":"hi"}'],
  ['an empty message', '{"type":"message"}'],
  ['attachments that are no list', '{"type":"message","attachments":{}}'],
])('refuses a body with %s', async (_what, body) => {
  const path = `conversations/${conversationOf('nurse')}/activities`;
  expect((await connector.call('POST', path, body)).status).toBe(400);
});

test('refuses a conversation without a person or a tenant', async () => {
  expect((await connector.call('POST', 'conversations', { members: [], tenantId: 't' })).status).toBe(400);
  expect((await connector.call('POST', 'conversations', { members: [{ id: 'nurse' }] })).status).toBe(400);
});

test('refuses to write to a person who blocked the bot, until they unblock it', async () => {
  const user = teams.user('nurse');
  user.block();
  expect(await connector.post(user.conversationId, sampleCard('a'))).toMatchObject({
    status: 403,
    body: { error: { code: 'MessageWritesBlocked' } },
  });
  user.unblock();
  expect((await connector.post(user.conversationId, sampleCard('a'))).status).toBe(201);
});

test('refuses a message above 100 KB of UTF-16 and remarks on a card above 28 KB', async () => {
  const id = conversationOf('nurse');
  expect((await connector.post(id, sampleCard('x'.repeat(52_000)))).status).toBe(413);
  expect((await connector.post(id, sampleCard('x'.repeat(29_000)))).status).toBe(201);
  expect((await connector.post(id, sampleCard('x'.repeat(27_000)))).status).toBe(201);
  expect(teams.statistics().violations).toMatchObject({ messageTooLarge: 1, cardTooLarge: 1 });
});

test('counts the same message twice in one chat as a duplicate, not in two chats', async () => {
  for (const person of ['nurse', 'doctor', 'nurse']) {
    await connector.post(conversationOf(person), sampleCard('the same'));
  }
  expect(teams.statistics()).toMatchObject({ messagesAccepted: 3, peopleReached: 2, duplicates: 1 });
  expect(teams.deliveredPerPerson()).toEqual(
    new Map([
      ['nurse', 2],
      ['doctor', 1],
    ]),
  );
});

test('lets a test wait for what the bot does', async () => {
  const user = teams.user('nurse');
  const arrived = teams.until(() => user.cardMessages().length === 1);
  await connector.post(user.conversationId, sampleCard('a'));
  await arrived;
  await expect(teams.until(() => user.cardMessages().length === 2, 1)).rejects.toThrow('within 1 ms');
});
