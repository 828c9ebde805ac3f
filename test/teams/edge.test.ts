/** A pressed button is answered by a card whatever happens, and never on the word of the card alone. */

import { z } from 'zod';

import { defineVerb, type VerbRequest } from '../../src/teams/verb';
import { leadOid } from '../support/samples';
import {
  activityOf,
  cardSaying,
  executeOf,
  type Harness,
  saidBy,
  saveProgramme,
  startHarness,
} from './edge-harness';

const handled: VerbRequest<unknown>[] = [];
const never = new Promise<never>(() => {});
let hangs = () => {};

const verbs = [
  defineVerb({
    name: 'note-save',
    schema: z.object({ note: z.string().max(20) }),
    role: 'respondent',
    async handle(_edge, request) {
      handled.push(request);
      return cardSaying(`saved ${request.data.note}`);
    },
  }),
  defineVerb({
    name: 'note-show',
    schema: z.object({}),
    role: 'respondent',
    async handle(_edge, { actor, isAutomaticRefresh }) {
      const { card, summary } = cardSaying(isAutomaticRefresh ? 'refreshed' : 'shown');
      const refresh = { action: { type: 'Action.Execute', verb: 'note-show' }, userIds: [actor.teamsUserId] };
      return { card: { ...card, refresh }, summary };
    },
  }),
  defineVerb({
    name: 'note-publish',
    schema: z.object({ programmeId: z.string() }),
    role: ['lead'],
    handle: async () => cardSaying('published'),
  }),
  defineVerb({
    name: 'note-lose',
    schema: z.object({}),
    role: 'respondent',
    handle: () => Promise.reject(new Error('Nurse Ada wrote: help')),
  }),
  defineVerb({
    name: 'note-hang',
    schema: z.object({}),
    role: 'respondent',
    handle() {
      hangs();
      return never;
    },
  }),
];

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ verbs });
  await saveProgramme(harness);
});
afterAll(() => harness.close());
beforeEach(() => {
  handled.length = 0;
  harness.log.length = 0;
});

const nurse = () => harness.teams.user('bbbbbbbb-0000-4000-8000-000000000001');
const press = (verb: string, data?: unknown, user = nurse()) =>
  harness.teams.deliver(executeOf(harness, user, verb, data));

test('hands the checked data and the authenticated actor to the verb, and its card back', async () => {
  const result = await press('note-save', { note: 'hello', extra: 1 });
  expect(result.status).toBe(200);
  expect(saidBy(result.card)).toBe('saved hello');
  expect(handled).toEqual([
    expect.objectContaining({
      data: { note: 'hello' },
      isAutomaticRefresh: false,
      activityId: '17',
      actor: {
        tenantId: harness.teams.tenantId,
        aadObjectId: nurse().aadObjectId,
        personId: harness.app.keys.personIdOf(harness.teams.tenantId, nurse().aadObjectId),
        teamsUserId: nurse().teamsUserId,
        conversationId: nurse().conversationId,
        serviceUrl: harness.teams.serviceUrl,
      },
    }),
  ]);
});

test('ignores an actor that the data of a card claims', async () => {
  const forged = { aadObjectId: leadOid, tenantId: 'other', personId: 'p' };
  await press('note-save', { note: 'x', ...forged, actor: forged, from: { aadObjectId: leadOid } });
  expect(handled[0]?.actor.aadObjectId).toBe(nurse().aadObjectId);
  const publish = await press('note-publish', { programmeId: 'larkfield', ...forged, actor: forged });
  expect(saidBy(publish.card)).toBe('refused: role');
});

test('lets only the holders of the role press what is for a role', async () => {
  const data = { programmeId: 'larkfield' };
  expect(saidBy((await press('note-publish', data)).card)).toBe('refused: role');
  expect(saidBy((await press('note-publish', data, harness.teams.user(leadOid))).card)).toBe('published');
  expect(saidBy((await press('note-publish', { programmeId: 'nowhere' })).card)).toBe(
    'refused: unknownProgramme',
  );
});

test.each([
  ['an unknown verb', 'note-burn', {}, 'out of date'],
  ['data that fails the schema', 'note-save', { note: 7 }, 'unreadable'],
  ['data that is no object', 'note-save', 'note', 'unreadable'],
  ['data without its programme', 'note-publish', {}, 'unreadable'],
])('answers %s with a clear card', async (_what, verb, data, said) => {
  const result = await press(verb, data);
  expect(result.status).toBe(200);
  expect(saidBy(result.card)).toBe(said);
  expect(handled).toEqual([]);
});

test.each([
  ['no value', undefined],
  ['an action of another kind', { action: { type: 'Action.Submit', verb: 'note-save' } }],
  ['a verb that is no text', { action: { type: 'Action.Execute', verb: ['note-save'] } }],
  ['no verb', { action: { type: 'Action.Execute' } }],
])('answers an invoke with %s with a clear card', async (_what, value) => {
  const activity = activityOf(harness, nurse(), { type: 'invoke', name: 'adaptiveCard/action', value });
  const result = await harness.teams.deliver(activity);
  expect(saidBy(result.card)).toBe('unreadable');
});

test('refuses another tenant, wherever the activity names it', async () => {
  const stranger = harness.teams.user(leadOid, { tenantId: '22222222-2222-4222-8222-222222222222' });
  expect(saidBy((await press('note-save', { note: 'x' }, stranger)).card)).toBe('wrong tenant');
  const mixed = executeOf(harness, nurse(), 'note-save', { note: 'x' });
  const mixedResult = await harness.teams.deliver({ ...mixed, channelData: { tenant: { id: 'elsewhere' } } });
  expect(saidBy(mixedResult.card)).toBe('wrong tenant');
  const { tenantId: _tenant, ...conversation } = mixed.conversation;
  const nameless = { ...mixed, conversation: conversation as typeof mixed.conversation, channelData: {} };
  expect(saidBy((await harness.teams.deliver(nameless)).card)).toBe('wrong tenant');
  expect(handled).toEqual([]);
});

test('refuses an activity that does not name its person in the directory', async () => {
  const activity = executeOf(harness, nurse(), 'note-save', { note: 'x' });
  const result = await harness.teams.deliver({ ...activity, from: { id: activity.from.id } });
  expect(saidBy(result.card)).toBe('unreadable');
  expect(handled).toEqual([]);
});

test('turns a thrown error into a card with a reference that the log has too, and shows nothing of it', async () => {
  const result = await press('note-lose');
  expect(saidBy(result.card)).toBe('failed');
  expect(JSON.stringify(result.body)).not.toContain('Nurse');
  const line = harness.log.find(({ event }) => event === 'verb.failed');
  expect(line?.fields).toEqual(
    expect.objectContaining({ verb: 'note-lose', correlationId: expect.any(String) }),
  );
});

test('leaves the shown card alone when a refresh that nobody pressed fails', async () => {
  const activity = executeOf(harness, nurse(), 'note-lose', {}, 'automatic');
  const result = await harness.teams.deliver(activity);
  expect(result.status).toBe(200);
  expect(result.body).toEqual(
    expect.objectContaining({ statusCode: 503, type: 'application/vnd.microsoft.error' }),
  );
});

test('answers with a card that has refresh without writing that card into the chat', async () => {
  const before = harness.teams.statistics();
  const shown = await press('note-show');
  expect(shown.card).toEqual(expect.objectContaining({ refresh: expect.anything() }));
  const refreshed = await harness.teams.deliver(executeOf(harness, nurse(), 'note-show', {}, 'automatic'));
  expect(saidBy(refreshed.card)).toBe('refreshed');
  expect(harness.teams.statistics()).toEqual(before);
});

test('answers inside Teams’ five seconds though the verb hangs', async () => {
  const isHanging = new Promise<void>((resolve) => {
    hangs = resolve;
  });
  const pressed = press('note-hang');
  await isHanging;
  await harness.clock.advance(4_500);
  const result = await pressed;
  expect(saidBy(result.card)).toBe('failed');
  expect(harness.log.map(({ event }) => event)).toContain('invoke.late');
});

test('logs each press once, without person or text, and to the hour when it may be an answer', async () => {
  await press('note-save', { note: 'confidential' });
  await press('note-publish', { programmeId: 'larkfield' });
  const lines = harness.log.filter(({ event }) => event === 'verb').map(({ fields }) => fields);
  expect(lines).toEqual([
    expect.objectContaining({
      verb: 'note-save',
      outcome: 'answered',
      timeGrain: 'hour',
      took: 'under 25 ms',
    }),
    expect.objectContaining({ verb: 'note-publish', outcome: 'refused' }),
  ]);
  expect(lines[1]).not.toHaveProperty('timeGrain');
  const written = JSON.stringify(harness.log);
  for (const secret of ['confidential', nurse().aadObjectId, nurse().teamsUserId, nurse().conversationId]) {
    expect(written).not.toContain(secret);
  }
});

test('a press never writes where the person is reached', async () => {
  await press('note-save', { note: 'x' });
  const { aadObjectId, tenantId } = nurse();
  const personId = harness.app.keys.personIdOf(tenantId, aadObjectId);
  const page = await harness.app.store.list('addresses', {
    pk: `RZZ:${personId}`,
    type: 'address',
    limit: 10,
  });
  expect(page.items).toEqual([]);
});

describe('a dialog on a message', () => {
  const message = {
    html: '<p>Hi <at id="0">Paula Porter</at>,<br>the printer jams &amp; jams.</p><p>Nina Nurse</p>',
    authorName: 'Nina Nurse',
    mentionedNames: ['Paula Porter'],
  };

  test('opens with the words of the message, without mark-up and without anybody’s name', async () => {
    const { card } = await nurse().actOn(message, 'raiseIssue');
    expect(saidBy(card)).toBe('about: Hi [name removed],\nthe printer jams & jams.\n[name removed]');
    expect(JSON.stringify(harness.log)).not.toMatch(/printer|Nina|Paula/);
    expect(harness.log.find(({ event }) => event === 'dialog')?.fields).toMatchObject({ timeGrain: 'hour' });
  });

  test('is answered with a card also when the action is not known, or comes from another tenant', async () => {
    expect(saidBy((await nurse().actOn(message, 'another')).card)).toBe('unreadable');
  });

  test('a press in it reaches the same verb, and what comes back is for the dialog', async () => {
    const source = executeOf(harness, nurse(), 'note-save', {});
    const press = (name: string, data: unknown) =>
      harness.teams.deliver({ ...source, name, value: { commandId: 'raiseIssue', data } });
    for (const name of ['composeExtension/submitAction', 'task/submit']) {
      const { status, body } = await press(name, { verb: 'note-show', note: 'x' });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        task: { type: 'continue', value: { card: { contentType: expect.stringContaining('adaptive') } } },
      });
      expect(JSON.stringify(body)).not.toContain('"refresh"');
    }
    const refused = await press('task/submit', 'nonsense');
    expect(JSON.stringify(refused.body)).toContain('unreadable');
  });

  test('says that it failed when the verb hangs', async () => {
    const isHanging = new Promise<void>((resolve) => {
      hangs = resolve;
    });
    const source = executeOf(harness, nurse(), 'note-save', {});
    const pressed = harness.teams.deliver({
      ...source,
      name: 'task/submit',
      value: { data: { verb: 'note-hang' } },
    });
    await isHanging;
    await harness.clock.advance(4_500);
    expect((await pressed).body).toEqual({ task: { type: 'message', value: 'failed' } });
  });
});
