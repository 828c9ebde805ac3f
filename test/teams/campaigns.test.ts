/** A lead sees in the chat how far a pulse's invitations are, stops them, and corrects a wording; nobody else can. */

import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { createRecord, readRecord, upsertRecord } from '../../src/app/records';
import type { Delivery } from '../../src/domain/campaign/campaign';
import type { CampaignPlan } from '../../src/domain/campaign/plan-campaign';
import { asId, deliveryIdOf, type PersonId, type WaveId } from '../../src/domain/ids';
import { plusDays } from '../../src/domain/instant';
import type { Wave } from '../../src/domain/pulse/wave';
import { campaignsCommand } from '../../src/teams/chat/campaigns.command';
import { campaignCancelVerb } from '../../src/teams/verbs/campaign-cancel.verb';
import { campaignsShowVerb } from '../../src/teams/verbs/campaigns-show.verb';
import { waveCorrectVerb } from '../../src/teams/verbs/wave-correct.verb';
import { elementsIn, wordsIn } from '../cards/card-tree';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { aProgramme, aPulse, leadOid, sroOid } from '../support/samples';
import { executeOf, type Harness, saidBy, startHarness } from './edge-harness';

const { id: programmeId, organisations } = aProgramme();
const waveId = asId<WaveId>('larkfield.readiness.w1');
const campaignId = asId<CampaignPlan['campaignId']>(`invite.${waveId}`);

let harness: Harness;
let lead: TeamsUser;
let sro: TeamsUser;
beforeAll(async () => {
  harness = await startHarness({
    verbs: [campaignsShowVerb, campaignCancelVerb, waveCorrectVerb],
    chat: { commands: [campaignsCommand] },
  });
  const { app, teams } = harness;
  await upsertRecord(app.store, 'programme', { ...aProgramme(), tenantId: teams.tenantId, sending: {} });
  lead = await member(leadOid);
  sro = await member(sroOid);
});
afterAll(() => harness.close());

async function member(oid: string): Promise<TeamsUser> {
  const user = harness.teams.user(oid);
  await createRecord(harness.app.store, 'membership', {
    personId: harness.app.keys.personIdOf(user.tenantId, oid),
    programmes: organisations.map(({ odsCode: organisationId }) => ({ programmeId, organisationId })),
  });
  return user;
}

const wave = (): Wave => ({
  waveId,
  programmeId,
  pulseId: asId('readiness'),
  title: 'Ready for go-live 1',
  status: 'open',
  questions: aPulse().questions,
  audience: { kind: 'everyone' },
  minimumGroupSize: 5,
  confidenceFloor: 0.6,
  frame: { atoms: [] },
  campaignId,
  opensAt: harness.clock.now(),
  closesAt: plusDays(harness.clock.now(), 14),
  openedBy: 'command',
  intents: [1, 2].map((pass) => ({
    id: `remind:${pass}`,
    kind: 'remind',
    lane: 'normal' as const,
    dueAt: plusDays(harness.clock.now(), pass * 4),
    data: { pass },
  })),
});

/** Ten people: what became of four of them is known. */
async function begin(): Promise<void> {
  const { app } = harness;
  await upsertRecord(app.store, 'wave', wave());
  const organisationId = asId<Delivery['organisationId']>('RZZ');
  async function* invited() {
    for (let index = 0; index < 10; index += 1) {
      yield {
        personId: asId<PersonId>(`p${index}`),
        organisationId,
        timing: index > 7 ? { shift: 'nights' as const } : {},
      };
    }
  }
  const plan: CampaignPlan = {
    campaignId,
    programmeId,
    purpose: 'pulse-invitation',
    audienceKind: 'respondent',
    subjectId: waveId,
    recipients: { kind: 'wave', waveId },
    lane: 'normal',
  };
  await startCampaign(app, plan, { invited: invited() });
  const outcomes: Partial<Delivery>[] = [
    { status: 'delivered', activityId: 'm1' },
    { status: 'delivered', activityId: 'm2', possibleDuplicate: true },
    { status: 'unreachable', reason: 'MessageWritesBlocked' },
    { status: 'failed', reason: 'status418' },
  ];
  for (const [index, outcome] of outcomes.entries()) {
    const id = deliveryIdOf(campaignId, asId<PersonId>(`p${index}`));
    const stored = await readRecord(app.store, 'delivery', campaignId, id);
    if (!stored) throw new Error('no delivery');
    await upsertRecord(app.store, 'delivery', { ...stored.document, ...outcome });
  }
}

const said = (card: unknown) => wordsIn(card).join('\n');
const stored = (user: TeamsUser) => said(user.storedCard(user.latest()));
const campaign = async () =>
  (await readRecord(harness.app.store, 'campaign', programmeId, campaignId))?.document;
const storedWave = async () => (await readRecord(harness.app.store, 'wave', programmeId, waveId))?.document;
const forge = (user: TeamsUser, verb: string, data: object) =>
  harness.teams.deliver(executeOf(harness, user, verb, { cardVersion: 1, programmeId, ...data }));

test('shows how far it is to whoever reads results, and to nobody else', async () => {
  await lead.say('campaign status');
  expect(stored(lead)).toContain('Nothing was sent to staff in the last two weeks.');
  await begin();
  await lead.say('Campaign status');
  const words = stored(lead);
  expect(words).toContain('2 of 10 people have it (20%).');
  expect(words).toContain('1 cannot be reached: they have blocked or removed the app');
  expect(words).toContain('1 failed: status418');
  expect(words).toContain('1 person may have it twice.');
  expect(words).toContain('2 people get it at an hour that suits; the first at 21:00.');
  expect(words).toContain('Everybody will have it at about 21:00.');
  expect(words).toContain('2 reminders are to come.');

  await sro.say('campaign status');
  expect(stored(sro)).toContain('2 of 10 people have it (20%).');
  expect(stored(sro)).not.toContain('Stop sending');
  const nurse = harness.teams.user('nurse');
  await nurse.say('campaign status');
  expect(stored(nurse)).toContain('This is for another role');
  for (const [user, verb, data] of [
    [sro, 'campaign-cancel', { campaignId, act: 'stop' }],
    [sro, 'wave-correct', { waveId, act: 'list' }],
    [nurse, 'campaigns-show', {}],
  ] as const) {
    expect(saidBy((await forge(user, verb, data)).card)).toBe('refused: role');
  }
  expect((await campaign())?.status).toBe('sending');
});

test('corrects a wording on the promise that it is the same question; what is typed is never lost', async () => {
  await lead.say('campaign status');
  const message = lead.latest();
  await lead.press(message, { title: 'Correct a wording' });
  const form = await lead.press(message, { title: 'Correct this', data: { part: 'training' } });
  const inputOf = (card: unknown) => elementsIn(card).find(({ id }) => id === 'text')?.value;
  expect(inputOf(form.card)).toBe('I have had the training I need.');
  const correct = { title: 'Same question: fix its wording' };
  const refused = await lead.press(message, correct, { text: 'My manager listens to what I say.' });
  expect(said(refused.card)).toContain('That reads like another question, so nothing was changed.');
  expect(inputOf(refused.card)).toBe('My manager listens to what I say.');
  const right = 'I have had all the training I need, from 07700 900123.';
  const data = { waveId, act: 'save', part: 'training', revision: 0, text: right };
  const saved = await lead.press(message, correct, { text: right });
  expect(said(saved.card)).toContain('The wording is corrected.');
  expect(said(saved.card)).toContain('I have had all the training I need, from [phone number removed].');
  expect((await storedWave())?.corrections).toMatchObject([
    { before: 'I have had the training I need.', correctedBy: expect.stringMatching(/\S/) },
  ]);
  const again = await forge(lead, 'wave-correct', { ...data, text: 'I have had the training I need!' });
  expect(said(again.card)).toContain('The wording was changed meanwhile.');
  expect(inputOf(again.card)).toBe('I have had the training I need!');
  expect((await storedWave())?.corrections).toHaveLength(1);
});

test('stops it after asking, reminders included, and says what stays open', async () => {
  await lead.say('campaign status');
  const message = lead.latest();
  const asked = await lead.press(message, { title: 'Stop sending' });
  expect(said(asked.card)).toContain('2 people have it already and keep it.');
  expect(said(asked.card)).toContain('6 people would not get it.');
  expect((await campaign())?.status).toBe('sending');
  const kept = await lead.press(message, { title: 'No, go on' });
  expect(said(kept.card)).toContain('It is being sent.');
  await lead.press(message, { title: 'Stop sending' });
  const stopped = await lead.press(message, { title: 'Yes, stop' });
  expect(said(stopped.card)).toContain('Stopped: nothing more goes out.');
  expect(said(stopped.card)).toContain('To end that as well, close the wave.');
  expect(said(stopped.card)).toContain('Close this wave now');
  expect(await campaign()).toMatchObject({ status: 'cancelled', isReminderless: true });
  const twice = await forge(lead, 'campaign-cancel', { campaignId, act: 'stop' });
  expect(said(twice.card)).toContain('There was nothing left to stop.');
  const gone = await forge(lead, 'campaign-cancel', { campaignId: 'nothing', act: 'stop' });
  expect(said(gone.card)).toContain('This card is out of date');
});
