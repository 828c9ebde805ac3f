import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { createRecord, readRecord } from '../../src/app/records';
import { newCampaign } from '../../src/domain/campaign/plan-campaign';
import { asId } from '../../src/domain/ids';
import { planIntents } from '../../src/domain/intent/plan-intents';
import type { FalseReply, MessengerCall } from '../support/recording-messenger';
import { planFor, planOf, programmeId, WorkerWorld } from '../support/worker-world';

let world: WorkerWorld;
let replyTo: (call: MessengerCall) => FalseReply | undefined;
let state: string;
beforeEach(async () => {
  replyTo = () => undefined;
  state = 'open';
  brokenFor = undefined;
  world = await WorkerWorld.open({ latencyMs: 700, replyTo: (call) => replyTo(call) });
});
afterEach(() => world.close());

const shown = () => [...world.messenger.shown.values()].map((card) => card.state);

let brokenFor: string | undefined;

function start() {
  return world.start({
    cards: async (_campaign, { personId }) => {
      if (personId === brokenFor) throw new TypeError('no card');
      return { card: { type: 'AdaptiveCard', state }, summary: 'A decision' };
    },
    campaignsShowing: async () => [asId('ask'), asId('never started')],
  });
}

/** Any document will do as the subject. */
async function plantUpdate(): Promise<void> {
  const intent = {
    id: 'update-cards:1',
    kind: 'update-cards',
    lane: 'urgent' as const,
    dueAt: world.clock.now(),
  };
  await createRecord(world.store, 'campaign', planIntents(newCampaign(planOf('subject')), [intent]));
}

const isUpdated = async () =>
  (await readRecord(world.store, 'campaign', programmeId, 'subject'))?.document.intents.length === 0;

it('brings every card up to date where it was sent, and one that fails keeps no other back', async () => {
  const people = await world.people(4);
  start();
  await startCampaign(world.context, planFor('ask', people, { lane: 'urgent' }));
  await world.finished(asId('ask'));
  expect(shown()).toEqual(Array(4).fill('open'));
  state = 'decided';
  brokenFor = people[0]?.personId;
  replyTo = ({ kind, index }) =>
    kind === 'update' && index === 1 ? { reply: { outcome: 'unreachable', reason: 'gone' } } : undefined;
  await plantUpdate();
  await world.until(isUpdated);
  expect(shown().filter((one) => one === 'decided')).toHaveLength(2);
  expect(world.messenger.received).toHaveLength(4);
});

it('catches the card that was on its way when the others were updated', async () => {
  const people = await world.people(2);
  start();
  await startCampaign(world.context, planFor('ask', people, { lane: 'urgent' }));
  // Posted with the old state, but not yet acknowledged.
  await world.until(() => world.messenger.received.length === 2, { stepMs: 10 });
  state = 'decided';
  await plantUpdate();
  await world.until(isUpdated);
  expect(shown()).toEqual(['decided', 'decided']);
});
