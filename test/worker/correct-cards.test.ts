/** A corrected wording reaches every card that people have, each once, whatever dies meanwhile. */

import { cancelCampaign } from '../../src/app/campaign/cancel-campaign.use-case';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { remind } from '../../src/app/intents/remind.intent';
import { changeRecord, createRecord, readRecord } from '../../src/app/records';
import { correctWave } from '../../src/app/wave/correct-wave.use-case';
import type { CampaignPlan } from '../../src/domain/campaign/plan-campaign';
import { asId, type WaveId } from '../../src/domain/ids';
import { planIntents } from '../../src/domain/intent/plan-intents';
import type { Wave } from '../../src/domain/pulse/wave';
import { currentCard } from '../../src/worker/current-card';
import { wordsIn } from '../cards/card-tree';
import type { FalseReply, MessengerCall } from '../support/recording-messenger';
import { aPulse } from '../support/samples';
import { type Instance, planFor, programmeId, WorkerWorld } from '../support/worker-world';

const waveId = asId<WaveId>('larkfield.readiness.w1');
const campaignId = asId<CampaignPlan['campaignId']>(`invite.${waveId}`);
const typo = 'How confident are you to wrok safely on day one?';
const right = 'How confident are you to work safely on day one?';

let world: WorkerWorld;
let replyTo: (call: MessengerCall) => FalseReply | undefined;
let instance: Instance;
let brokenFor: string | undefined;
let waiting: ReadonlySet<string> = new Set();

const startInstance = () => {
  // The cards of this instance, over its own store and clock.
  instance = world.start({
    requestsPerSecond: 50,
    handlers: [remind],
    shouldRemind: async (_, { personId }) => waiting.has(personId),
    cards: (campaign, delivery, address) => {
      if (delivery.personId === brokenFor) throw new TypeError('no card');
      return currentCard(instance.context, false)(campaign, delivery, address);
    },
  });
};

async function open(people: number): Promise<void> {
  replyTo = () => undefined;
  brokenFor = undefined;
  world = await WorkerWorld.open({ latencyMs: 20, replyTo: (call) => replyTo(call) });
  const [confidence, ...others] = aPulse().questions;
  if (!confidence) throw new Error('no question');
  const wave: Wave = {
    waveId,
    programmeId,
    pulseId: asId('readiness'),
    title: 'Ready for go-live 1',
    status: 'open',
    questions: [{ ...confidence, text: typo }, ...others],
    audience: { kind: 'everyone' },
    minimumGroupSize: 5,
    confidenceFloor: 0.6,
    frame: { atoms: [] },
    campaignId,
    opensAt: world.clock.now(),
    closesAt: '2026-03-16T10:00:00.000Z' as Wave['closesAt'],
    openedBy: 'command',
    intents: [],
  };
  await createRecord(world.store, 'wave', wave);
  await createRecord(world.store, 'waveKey', { waveId, ...world.keys.newWaveKey(waveId) });
  startInstance();
  await startCampaign(world.context, planFor(campaignId, await world.people(people), { subjectId: waveId }));
}
afterEach(() => world.close());

const correct = (text = right) =>
  correctWave(world.context, {
    programmeId,
    waveId,
    correctedBy: 'command',
    words: [{ part: 'question', questionId: 'confidence', text }],
  });
const startReminder = (pass: number) =>
  changeRecord(world.store, 'wave', programmeId, waveId, (wave) => {
    const due = { id: `remind:${pass}`, kind: 'remind', lane: 'normal' as const, dueAt: world.clock.now() };
    return { outcome: undefined, next: planIntents(wave, [{ ...due, data: { pass } }]) };
  });
const isCorrected = async () =>
  (await readRecord(world.store, 'wave', programmeId, waveId))?.document.intents.length === 0;
const shown = () =>
  [...world.messenger.shown.values()].map((card) => (wordsIn(card).includes(right) ? 'right' : 'typo'));
const count = (wanted: string) => shown().filter((one) => one === wanted).length;

it('updates what people have, sends the rest as corrected, and sends nobody a second message', async () => {
  await open(60);
  await world.until(() => world.messenger.received.length >= 20);
  expect(await correct()).toMatchObject({ outcome: 'corrected' });
  await world.until(isCorrected, { withinMs: 200_000 });
  expect(count('right')).toBe(60);
  expect(world.messenger.received).toHaveLength(60);
  expect([...world.messenger.messagesPerPerson().values()]).toEqual(Array(60).fill(1));
  // What was sent after the correction needs none.
  expect(world.messenger.calls.update).toBeLessThan(45);
  const wordings = (await world.deliveries(campaignId)).map(({ wording }) => wording);
  expect(new Set(wordings)).toEqual(new Set([1]));
  expect(world.messenger.throttled).toEqual({ app: 0, conversation: 0 });
});

it('goes on where it stood when its sender dies, and leaves out a card that Teams no longer has or that cannot be made', async () => {
  await open(40);
  await world.finished(campaignId);
  replyTo = ({ kind, index }) =>
    kind === 'update' && index === 3 ? { reply: { outcome: 'unreachable', reason: 'gone' } } : undefined;
  brokenFor = (await world.deliveries(campaignId))[0]?.personId;
  await correct();
  await world.until(() => world.messenger.calls.update >= 10);
  instance.kill();
  const before = world.messenger.calls.update;
  startInstance();
  await world.until(isCorrected, { withinMs: 60_000 });
  expect(count('right')).toBe(38);
  // Nobody's twice but those that were on their way.
  expect(world.messenger.calls.update).toBeLessThanOrEqual(40 + world.messenger.mostInFlight);
  expect(before).toBeLessThan(40);
});

it('reaches the copies of reminders, also one that was on its way, and nothing kept tells who has one', async () => {
  await open(24);
  await world.finished(campaignId);
  const people = (await world.deliveries(campaignId)).map(({ personId }) => personId);
  waiting = new Set(people.slice(0, 9));
  await startReminder(1);
  await world.until(() => world.messenger.received.length === 24 + 9);
  await world.finished(campaignId);
  // One of the second pass has to wait, and with it the marks of all.
  let isFirst = true;
  replyTo = ({ kind }) => {
    const isHeldUp = kind === 'post' && isFirst;
    if (kind === 'post') isFirst = false;
    return isHeldUp
      ? { reply: { outcome: 'throttled', scope: 'conversation', retryAfterMs: 5_000 } }
      : undefined;
  };
  await startReminder(2);
  await world.until(() => world.messenger.received.length === 24 + 9 + 8);
  await correct();
  await world.until(isCorrected, { withinMs: 200_000 });
  expect([count('right'), count('typo')]).toEqual([24 + 2 * 9, 0]);
  const kept = await world.deliveries(campaignId);
  expect(new Set(kept.map(({ copies }) => copies?.length)).size).toBe(1);
  expect(new Set(kept.map(({ copies }) => copies)).size).toBe(24);
  expect(
    new Set(kept.map(({ copies: _, wording, reminderProcessed }) => `${wording} ${reminderProcessed}`)),
  ).toEqual(new Set(['1 2']));
});

it('stops with the wave: a closed wave’s cards stay, and cancelling its invitations leaves corrections alone', async () => {
  await open(30);
  await world.finished(campaignId);
  await cancelCampaign(world.context, { programmeId, campaignId });
  await correct();
  const stored = await readRecord(world.store, 'wave', programmeId, waveId);
  if (!stored) throw new Error('no wave');
  await world.store.upsert('programmes', { ...stored.document, status: 'closed' });
  await world.until(isCorrected);
  expect(count('typo')).toBe(30);
  expect(await correct('How confident are you to work safe on day one?')).toMatchObject({
    outcome: 'notOpen',
  });
});
