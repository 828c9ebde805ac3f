/** People without a window have an inbox on this machine, and nobody waits for a window that was closed. */

import { join } from 'node:path';
import type { PersonAddress } from '../../src/app/ports/address';
import { asId } from '../../src/domain/ids';
import { ConnectorTransport } from '../../src/teams/connector-transport';
import { LocalInbox } from '../../src/teams/local-inbox';
import { InboxCards } from '../../src/teams/local-inbox-cards';
import { inboxRoute } from '../../src/teams/local-inbox-page';
import { TeamsMessenger } from '../../src/teams/teams-messenger';
import { type TemporaryFolder, temporaryFolder } from '../support/embedded';
import { FakeClock } from '../support/fake-clock';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';

const clock = new FakeClock('2026-03-02T10:00:00.000Z');
const transport = new ConnectorTransport({ clock, serviceUrls: 'loopback', timeLimitMs: 10_000 });
let folder: TemporaryFolder;
let teams: LoopbackTeams;
let cards: InboxCards;
let inbox: LocalInbox;

beforeEach(async () => {
  folder = temporaryFolder();
  teams = await LoopbackTeams.start({ auth: false, appRequestsPerSecond: 0, conversationLimits: false });
  cards = InboxCards.open(join(folder.path, 'local-inbox.json'));
  inbox = new LocalInbox(new TeamsMessenger({ transport, clock, botId: 'bot' }), cards);
});
afterEach(async () => {
  await teams.close();
  folder.remove();
});
afterAll(() => transport.close());

function cardSaying(text: string) {
  return { card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }] }, summary: `About ${text}` };
}

function addressOf(person: string): PersonAddress {
  return { personId: asId(person), organisationId: asId('RZZ'), tenantId: 'tenant', aadObjectId: person };
}

async function inboxConversation(person: string) {
  const opened = await inbox.openConversation(addressOf(person));
  if (opened.outcome !== 'accepted') throw new Error(opened.outcome);
  return { ...addressOf(person), conversationId: opened.conversationId, serviceUrl: opened.serviceUrl };
}

async function post(address: PersonAddress & { readonly conversationId: string }, text: string) {
  const posted = await inbox.post(address, cardSaying(text));
  if (posted.outcome !== 'accepted') throw new Error(posted.outcome);
  return posted.activityId;
}

const shown = () => cards.latest().map(({ message, deliveries }) => [message.summary, deliveries]);

test('a card for many without a window is kept once, with how often it was delivered', async () => {
  for (const person of ['one', 'two', 'three']) await post(await inboxConversation(person), 'a pulse');
  await post(await inboxConversation('one'), 'a result');
  expect(shown()).toEqual([
    ['About a result', 1],
    ['About a pulse', 3],
  ]);
  expect(teams.statistics().requests).toBe(0);
});

test('a card that is brought up to date leaves the old one to those who still have it', async () => {
  const [one, two] = [await inboxConversation('one'), await inboxConversation('two')];
  const activityId = await post(one, 'a question');
  await post(two, 'a question');
  await inbox.update(one, activityId, cardSaying('a decision'));
  await inbox.update(one, activityId, cardSaying('a second decision'));
  expect(shown()).toEqual([
    ['About a second decision', 1],
    ['About a question', 1],
  ]);
});

test('a person with a window gets it there, and in the inbox once the window is closed', async () => {
  const user = teams.user('lead');
  const window = { conversationId: user.conversationId, serviceUrl: teams.serviceUrl };
  const address = { ...addressOf('lead'), tenantId: user.tenantId, ...window };
  const inWindow = await post(address, 'a result');
  expect(user.latest().id).toBe(inWindow);
  expect(shown()).toEqual([]);
  await teams.close();
  await post(address, 'a question');
  expect(shown()).toEqual([['About a question', 1]]);
  expect(await inbox.update(address, inWindow, cardSaying('a result'))).toEqual({ outcome: 'accepted' });
});

test('what was delivered is still there after a restart, and can still be brought up to date', async () => {
  const one = await inboxConversation('one');
  const activityId = await post(one, 'a question');
  cards.save();
  cards = InboxCards.open(join(folder.path, 'local-inbox.json'));
  inbox = new LocalInbox(new TeamsMessenger({ transport, clock, botId: 'bot' }), cards);
  await inbox.update(one, activityId, cardSaying('a decision'));
  expect(shown()).toEqual([['About a decision', 1]]);
});

test('the page says that it is synthetic and shows words, never markup, from a card', async () => {
  await post(await inboxConversation('one'), '<script>alert(1)</script>');
  const { body } = await inboxRoute(cards).handle({ params: {}, query: new URLSearchParams(), headers: {} });
  expect(body).toContain('Synthetic data');
  expect(body).toContain('delivered to nobody real');
  expect(body).toContain('Delivered once');
  expect(body).not.toContain('<script>');
});
