/** The loopback runs as a process of its own and is steered over HTTP. */

import { chatIdOf } from '../support/loopback-teams/chat';
import { LoopbackTeamsProcess } from '../support/loopback-teams/loopback-teams-process';
import { cardActivity, sampleCard } from './raw-connector';
import { cardReply, ScriptedBot } from './scripted-bot';

let teams: LoopbackTeamsProcess;
let bot: ScriptedBot;

beforeAll(async () => {
  bot = await ScriptedBot.start();
  teams = await LoopbackTeamsProcess.start({ auth: false, botEndpoint: bot.url });
});
afterAll(async () => {
  await teams.close();
  await bot.close();
});

function open(aadObjectId: string, text: string): Promise<Response> {
  const { origin, tenantId } = teams.address;
  const body = {
    members: [{ id: aadObjectId }],
    tenantId,
    activity: cardActivity(sampleCard(text, { actions })),
  };
  return fetch(`${origin}/v3/conversations`, { method: 'POST', body: JSON.stringify(body) });
}

const actions = [{ type: 'Action.Execute', title: 'Agree', verb: 'pulse-answer', data: { value: 4 } }];

test('counts, breaks, presses and forgets on command', async () => {
  await open('nurse', 'question');
  await teams.control('faults', { times: 1, effect: { kind: 'status', status: 502, accepted: true } });
  expect((await open('doctor', 'question')).status).toBe(502);
  expect(await teams.statistics()).toMatchObject({
    messagesAccepted: 2,
    ambiguousButAccepted: 1,
    duplicates: 0,
  });
  expect(await teams.deliveredPerPerson()).toEqual({ nurse: 1, doctor: 1 });

  bot.script = () => cardReply(sampleCard('recorded'));
  const pressed = await teams.control('press', { aadObjectId: 'nurse', choice: { title: 'Agree' } });
  expect(pressed).toMatchObject({ status: 200, card: sampleCard('recorded') });

  await teams.control('reset');
  expect((await teams.statistics()).requests).toBe(0);
});

test('tells who wrote to whom and when, by the name in the service URL, also to people it knew before', async () => {
  const watched = await LoopbackTeamsProcess.start({ auth: false, keepTimeline: true });
  await watched.know(['nurse']);
  const conversationId = chatIdOf({ tenantId: watched.address.tenantId, aadObjectId: 'nurse' });
  const path = `v3/conversations/${encodeURIComponent(conversationId)}/activities`;
  const post = (origin: string) =>
    fetch(`${origin}/${path}`, { method: 'POST', body: JSON.stringify(cardActivity(sampleCard('a'))) });
  await post(watched.address.origin);
  await watched.control('faults', { effect: { kind: 'status', status: 412 } });
  await post(`${watched.address.origin}/via/second`);
  const [first, second] = await watched.arrivedSince(0);
  expect(first).toEqual({ atMs: expect.any(Number), status: 201, aadObjectId: 'nurse' });
  expect(second).toMatchObject({ status: 412, aadObjectId: 'nurse', via: 'second' });
  expect(await watched.arrivedSince(Number(second?.atMs))).toHaveLength(1);
  await watched.close();
});

test('says why a command cannot be carried out', async () => {
  await expect(teams.control('press', { aadObjectId: 'stranger', choice: {} })).rejects.toThrow('no card');
  await expect(teams.control('faults', { effect: { kind: 'smoke' } })).rejects.toThrow('faults');
  await expect(teams.control('dance')).rejects.toThrow('no such command');
});
