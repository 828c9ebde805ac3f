/** People act on the bot as Teams clients do, each device with its own view of the chat. */

import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { RawConnector, sampleCard } from './raw-connector';
import { cardReply, ScriptedBot } from './scripted-bot';

let teams: LoopbackTeams;
let connector: RawConnector;
let bot: ScriptedBot;
let nurse: TeamsUser;

beforeAll(async () => {
  bot = await ScriptedBot.start();
  teams = await LoopbackTeams.start({
    auth: false,
    botEndpoint: bot.url,
    conversationLimits: false,
    appRequestsPerSecond: 0,
    patience: { deadlineMs: 250 },
  });
  connector = new RawConnector(teams);
});
beforeEach(() => {
  teams.reset();
  bot.received.length = 0;
  nurse = teams.user('nurse', { name: 'Synthetic Nurse' });
});
afterAll(async () => {
  await teams.close();
  await bot.close();
});

const button = { type: 'Action.Execute', title: 'Agree', verb: 'pulse-answer', id: 'b4', data: { value: 4 } };
const refresh = (userIds: string[]) => ({
  refresh: { userIds, action: { type: 'Action.Execute', verb: 'pulse-show', data: { wave: 'w1' } } },
});
const question = (more: object = {}) => sampleCard('question', { actions: [button], ...more });

async function ask(more: object = {}): Promise<void> {
  await connector.post(nurse.conversationId, question(more));
}

test('a tap arrives in the shape that Teams gives it', async () => {
  await ask();
  bot.script = () => cardReply(sampleCard('recorded'));
  const result = await nurse.press(nurse.latest(), { title: 'Agree' });
  expect(result).toMatchObject({ status: 200, card: sampleCard('recorded'), deliveries: 1 });
  expect(bot.received).toEqual([
    expect.objectContaining({
      type: 'invoke',
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      from: { id: nurse.teamsUserId, name: 'Synthetic Nurse', aadObjectId: 'nurse' },
      recipient: { id: `28:${teams.bot.appId}`, name: 'Soundings' },
      conversation: { id: nurse.conversationId, conversationType: 'personal', tenantId: teams.tenantId },
      channelData: expect.objectContaining({ tenant: { id: teams.tenantId } }),
      replyToId: nurse.latest().id,
      value: {
        action: { type: 'Action.Execute', id: 'b4', verb: 'pulse-answer', data: { value: 4 } },
        trigger: 'manual',
      },
    }),
  ]);
});

test('the reply replaces the card on that device alone, until it is loaded again', async () => {
  await ask();
  const desktop = nurse.newDevice();
  bot.script = () => cardReply(sampleCard('recorded'));
  await nurse.press(question0(), { title: 'Agree' });
  expect(nurse.phone.cards()).toEqual([sampleCard('recorded')]);
  expect(desktop.cards()).toEqual([question()]);
  expect(await nurse.phone.reload()).toEqual([]);
  expect(nurse.phone.cards()).toEqual([question()]);
});

function question0() {
  const [shown] = nurse.phone.cards();
  if (shown === undefined) throw new Error('no card');
  return shown;
}

test('an update replaces the card everywhere', async () => {
  await ask();
  bot.script = () => cardReply(sampleCard('recorded'));
  await nurse.press(nurse.latest(), { title: 'Agree' });
  await connector.update(nurse.conversationId, nurse.latest().id, sampleCard('decided'));
  expect(nurse.phone.cards()).toEqual([sampleCard('decided')]);
  expect(nurse.newDevice().cards()).toEqual([sampleCard('decided')]);
});

test('loading a card with a refresh for this person asks the bot and shows what it answers', async () => {
  await ask(refresh([nurse.teamsUserId]));
  const desktop = nurse.newDevice();
  bot.script = () => cardReply(sampleCard('as it stands'));
  const [result] = await desktop.reload();
  expect(result?.card).toEqual(sampleCard('as it stands'));
  expect(desktop.cards()).toEqual([sampleCard('as it stands')]);
  expect(nurse.phone.cards()).not.toEqual(desktop.cards());
  expect(bot.actions()).toEqual([
    { action: { type: 'Action.Execute', verb: 'pulse-show', data: { wave: 'w1' } }, trigger: 'automatic' },
  ]);
});

test('a refresh meant for others, or for nobody by name, does not run', async () => {
  await ask(refresh(['29:somebody-else']));
  await ask(refresh([]));
  expect(await nurse.phone.reload()).toEqual([]);
  expect(bot.received).toEqual([]);
});

test('a reaction loads the message again and tells the bot', async () => {
  await ask(refresh([nurse.teamsUserId]));
  bot.script = (activity) => (activity.type === 'invoke' ? cardReply(sampleCard('as it stands')) : undefined);
  await nurse.phone.react(nurse.latest());
  expect(bot.received.map(({ type }) => type)).toEqual(['messageReaction', 'invoke']);
  expect(nurse.phone.cards()).toEqual([sampleCard('as it stands')]);
});

test('remarks on a bot that updates a message while it answers its refresh', async () => {
  await ask(refresh([nurse.teamsUserId]));
  const { id } = nurse.latest();
  bot.script = async () => {
    await connector.update(nurse.conversationId, id, sampleCard('looping'));
    return cardReply(sampleCard('as it stands'));
  };
  await nurse.phone.reload();
  expect(teams.statistics().violations.updatedDuringRefresh).toBe(1);
});

test('a tap without an answer in time, or with an empty one, is delivered again, three times at most', async () => {
  await ask();
  bot.script = (_activity, turn) => {
    if (turn === 1) return new Promise((resolve) => setTimeout(resolve, 600));
    return turn === 2 ? undefined : cardReply(sampleCard('recorded'));
  };
  const patient = await nurse.press(nurse.latest(), { title: 'Agree' });
  expect(patient).toMatchObject({ status: 200, deliveries: 3 });
  const [first, second, third] = bot.received;
  expect(second).toEqual(first);
  expect(third).toEqual(first);
  bot.script = () => undefined;
  expect(await nurse.newDevice().press(nurse.latest(), { title: 'Agree' })).toMatchObject({ deliveries: 3 });
});

test('a prepared tap can be delivered late, twice and out of order', async () => {
  await ask();
  bot.script = () => cardReply(sampleCard('recorded'));
  const first = nurse.prepare(nurse.latest(), { title: 'Agree' });
  const second = nurse.prepare(nurse.latest(), { title: 'Agree' });
  for (const activity of [second, first, second]) await teams.deliver(activity);
  expect(bot.received).toEqual([second, first, second]);
  expect(nurse.phone.cards()).toEqual([question()]);
});

test('a plain submit arrives as a message with a value', async () => {
  await ask({ actions: [{ type: 'Action.Submit', title: 'Send', data: { kind: 'note' } }] });
  bot.script = () => undefined;
  await nurse.press(nurse.latest(), { title: 'Send' });
  expect(bot.received).toEqual([expect.objectContaining({ type: 'message', value: { kind: 'note' } })]);
});

test('typing, getting the app and removing it reach the bot', async () => {
  bot.script = () => undefined;
  await nurse.say('raise');
  await nurse.uninstall();
  expect((await connector.post(nurse.conversationId, sampleCard('a'))).status).toBe(403);
  await nurse.install();
  expect((await connector.post(nurse.conversationId, sampleCard('a'))).status).toBe(201);
  expect(bot.received.map(({ type, text, action }) => [type, text ?? action])).toEqual([
    ['message', 'raise'],
    ['conversationUpdate', undefined],
    ['installationUpdate', 'remove'],
    ['conversationUpdate', undefined],
    ['installationUpdate', 'add'],
  ]);
  expect(nurse.messages().map(({ from }) => from)).toEqual(['user', 'bot']);
});

test('an absent bot is an answer without a status', async () => {
  await ask();
  teams.connectBot('http://127.0.0.1:9/api/messages');
  expect(await nurse.press(nurse.latest(), { title: 'Agree' })).toMatchObject({ status: 0, deliveries: 3 });
  teams.connectBot(bot.url);
});
