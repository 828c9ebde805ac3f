/** Two instances on one store, each with an opening of its own: one sends at a time, whatever becomes of it. The same with
 * real processes that are killed and stopped: `npm run faults -- dispatch`. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { CardSource } from '../../src/app/campaign/card-source';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { eachStore } from '../support/stores';
import { countsOf, type InstanceOptions, plainCards, planFor, WorkerWorld } from '../support/worker-world';

const audience = 14;
const latencyMs = 40;

eachStore('two instances', (open) => {
  let world: WorkerWorld;
  beforeEach(async () => {
    world = await WorkerWorld.over(await open(), { latencyMs });
  });
  afterEach(() => world.close());

  /** Each says on its cards which one it is. */
  const start = async (from: string) => {
    const cards: CardSource = async (...delivery) => {
      const plain = await plainCards(...delivery);
      return plain === 'nothing' ? plain : { ...plain, card: { ...plain.card, from } };
    };
    const options: InstanceOptions = { cards, requestsPerSecond: 20, store: await open() };
    return world.start(options);
  };
  const sentBy = (from: string) => world.messenger.received.filter(({ card }) => card.from === from);
  /** The store answers in its own time, and the world's clock goes on meanwhile. */
  const until = async (condition: () => boolean | Promise<boolean>) => {
    for (let steps = 0; !(await condition()); steps += 1) {
      if (steps === 2_000) throw new Error('it does not happen');
      await sleep(2);
      await world.clock.advance(50);
    }
  };

  it.each(['dies', 'is paused'])(
    'when the one that sends %s the other goes on with what is left',
    async (how) => {
      const people = await world.people(audience);
      const plan = planFor('both', people);
      const first = await start('first');
      await until(() => first.worker.isSending());
      await start('second');
      await startCampaign(world.context, plan);
      await until(() => sentBy('first').length >= 5);
      if (how === 'dies') first.kill();
      else first.clock.freeze();
      await until(() => sentBy('second').length >= 3);
      const before = sentBy('first').length;
      first.clock.resume();
      await until(() => world.messenger.messagesPerPerson().size === audience);
      await until(async () => (await world.campaign(plan.campaignId)).status === 'done');
      expect(sentBy('first')).toHaveLength(before);
      expect(first.worker.isSending() && how === 'is paused').toBe(false);
      const deliveries = await world.deliveries(plan.campaignId);
      expect(countsOf(deliveries)).toEqual({ delivered: audience });
      expect(new Set(deliveries.map(({ epoch }) => epoch))).toEqual(new Set([1, 2]));
      // At the rate of the test no more than these were on their way.
      expect(world.messenger.received.length - audience).toBeLessThanOrEqual(2);
      expect(world.messenger.messagesPerPerson().size).toBe(audience);
    },
  );
});
