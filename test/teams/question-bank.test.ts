/** The lead reads the question bank in the chat, for a stage too, and turns its pages; nobody else does. */

import { createRecord } from '../../src/app/records';
import { bankPages } from '../../src/domain/bank/bank-pages';
import type { StageName } from '../../src/domain/programme/stage-name';
import { questionBankCommand } from '../../src/teams/chat/question-bank.command';
import { bankShowVerb } from '../../src/teams/verbs/bank-show.verb';
import { wordsIn } from '../cards/card-tree';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { aProgramme, leadOid } from '../support/samples';
import { type Harness, saveProgramme, startHarness } from './edge-harness';

let harness: Harness;
let lead: TeamsUser;
beforeAll(async () => {
  harness = await startHarness({ verbs: [bankShowVerb], chat: { commands: [questionBankCommand] } });
  await saveProgramme(harness);
  lead = await member(leadOid);
});
afterAll(() => harness.close());

async function member(aadObjectId: string): Promise<TeamsUser> {
  const { app, teams } = harness;
  const user = teams.user(aadObjectId);
  const { id: programmeId, organisations } = aProgramme();
  await createRecord(app.store, 'membership', {
    personId: app.keys.personIdOf(user.tenantId, aadObjectId),
    programmes: organisations.map(({ odsCode: organisationId }) => ({ programmeId, organisationId })),
  });
  return user;
}

const saidLast = (user: TeamsUser) => wordsIn(user.storedCard(user.latest())).join('\n');
const idsOn = (page: number, stage?: StageName) =>
  bankPages(stage)[page - 1]?.flatMap(({ items }) => items.map(({ question }) => `${question.id} · `)) ?? [];

test.each<[string, StageName | undefined]>([
  ['Question bank', undefined],
  ['question bank train', 'train'],
  ['the question bank for Go live', 'go-live'],
])('“%s” gives its first page', async (words, stage) => {
  await lead.say(words);
  for (const id of idsOn(1, stage)) expect(saidLast(lead)).toContain(id);
});

test('a page is turned within its stage', async () => {
  await lead.say('question bank test');
  const { card } = await lead.press(lead.latest(), { title: 'Next page' });
  for (const id of idsOn(2, 'test')) expect(wordsIn(card).join('\n')).toContain(id);
});

test('somebody who does not run the programme is not shown it', async () => {
  const nurse = await member('cccccccc-0000-4000-8000-000000000009');
  await nurse.say('question bank');
  expect(saidLast(nurse)).toMatch(/\S/);
  expect(saidLast(nurse)).not.toContain('question bank');
  expect(bankShowVerb.role).toEqual(['lead', 'pmo']);
});
