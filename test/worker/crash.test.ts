import fc from 'fast-check';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { addressPk } from '../../src/app/documents';
import type { IntentHandler } from '../../src/app/intent-handler';
import { createRecord, readRecord } from '../../src/app/records';
import { type CampaignPlan, newCampaign, type Recipient } from '../../src/domain/campaign/plan-campaign';
import { planIntents } from '../../src/domain/intent/plan-intents';
import { campaignTotals } from '../support/campaign-totals';
import type { StoreCall, StoreFault } from '../support/faulty-store';
import type { FalseReply } from '../support/recording-messenger';
import { type Instance, planFor, planOf, WorkerWorld } from '../support/worker-world';

const audience = 24;
/** The most deliveries of a campaign that are between their turn and their record. */
const mostInFlight = 100;

/** The subject's document, whose one intent starts the campaign: the crash may come before anything exists. */
async function plantStart(world: WorkerWorld): Promise<void> {
  const intent = { id: 'start', kind: 'start', lane: 'normal' as const, dueAt: world.clock.now() };
  await createRecord(world.store, 'campaign', planIntents(newCampaign(planOf('subject')), [intent]));
}

const starting = (plan: CampaignPlan): IntentHandler => ({
  kind: 'start',
  carryOut: (context, { signal }) => startCampaign(context, plan, { signal }),
});

async function isFinished(world: WorkerWorld, plan: CampaignPlan): Promise<boolean> {
  const stored = await readRecord(world.store, 'campaign', plan.programmeId, plan.campaignId);
  return stored?.document.status === 'done' && stored.document.intents.length === 0;
}

const finishes = (world: WorkerWorld, plan: CampaignPlan) =>
  world.until(() => isFinished(world, plan), { stepMs: 200, withinMs: 600_000 });

/** People who have the message while the record does not say so: what a crash at this point makes be sent again. */
async function unrecorded(world: WorkerWorld, { campaignId }: CampaignPlan): Promise<number> {
  const pending = new Set<string>();
  for (const { personId, status } of await world.deliveries(campaignId)) {
    if (status === 'pending') pending.add(personId);
  }
  let count = 0;
  for (const { aadObjectId } of world.messenger.received) {
    if (pending.has(world.keys.personIdOf(world.tenantId, aadObjectId))) count += 1;
  }
  return count;
}

async function expectNobodyLost(
  world: WorkerWorld,
  plan: CampaignPlan,
  people: readonly Recipient[],
  mostRepeated: number,
): Promise<void> {
  const totals = await campaignTotals(world.context, plan.campaignId);
  const { invited, delivered, unreachable, failed, pending, cancelled } = totals;
  expect(invited).toBe(people.length);
  expect(delivered + unreachable + failed + pending + cancelled).toBe(invited);
  expect({ pending, unreachable, cancelled }).toEqual({ pending: 0, unreachable: 0, cancelled: 0 });
  const messages = world.messenger.messagesPerPerson();
  expect(messages.size).toBeGreaterThanOrEqual(delivered);
  expect(world.messenger.received.length - messages.size).toBeLessThanOrEqual(mostRepeated);
  for (const { organisationId, personId } of people) {
    const pk = addressPk(organisationId, personId);
    const allowance = await readRecord(world.store, 'allowance', pk, 'allowance');
    expect(allowance?.document.charges.map(({ chargeId }) => chargeId)).toEqual([plan.campaignId]);
  }
}

async function inWorld(
  replyTo: () => FalseReply | undefined,
  run: (world: WorkerWorld, people: readonly Recipient[], plan: CampaignPlan) => Promise<void>,
): Promise<void> {
  const world = await WorkerWorld.open({ latencyMs: 20, replyTo });
  try {
    const people = await world.people(audience);
    await plantStart(world);
    await run(world, people, planFor('invite', people, { audienceKind: 'respondent' }));
  } finally {
    await world.close();
  }
}

type Death = { readonly at: 'write' | 'request'; readonly number: number; readonly when: 'before' | 'after' };
const death: fc.Arbitrary<Death> = fc.record({
  at: fc.constantFrom('write' as const, 'request' as const),
  number: fc.integer({ min: 1, max: 54 }),
  when: fc.constantFrom('before' as const, 'after' as const),
});

function startMortal(world: WorkerWorld, plan: CampaignPlan, { at, number, when }: Death): Instance {
  let writes = 0;
  return world.start({
    handlers: [starting(plan)],
    ...(at === 'request'
      ? { diesAtRequest: (request: number) => (request === number ? when : undefined) }
      : {
          faultOf: ({ isWrite, type }: StoreCall): StoreFault | undefined => {
            // Renewals of the lease come whenever time passes: they are not counted.
            if (!isWrite || type === 'lease') return undefined;
            writes += 1;
            return writes === number ? { when, what: 'died' } : undefined;
          },
        }),
  });
}

it('wherever it is killed, however often, nobody is missed and only what was in flight is repeated', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(death, { minLength: 1, maxLength: 4 }), async (deaths) => {
      await inWorld(
        () => undefined,
        async (world, people, plan) => {
          let repeated = 0;
          for (const one of deaths) {
            const instance = startMortal(world, plan, one);
            // It may have nothing left to die of.
            await world.until(async () => instance.isDead() || (await isFinished(world, plan)), {
              stepMs: 200,
            });
            instance.kill();
            const inFlight = await unrecorded(world, plan);
            expect(inFlight).toBeLessThanOrEqual(mostInFlight);
            repeated += inFlight;
          }
          world.start({ handlers: [starting(plan)] });
          await finishes(world, plan);
          await expectNobodyLost(world, plan, people, repeated);
        },
      );
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

it('whatever the store and Teams leave in doubt, nobody is missed and the totals balance', async () => {
  const storeFault = fc.constantFrom<StoreFault | undefined>(
    { when: 'before', what: 'clean' },
    { when: 'before', what: 'ambiguous' },
    { when: 'after', what: 'ambiguous' },
    ...Array<undefined>(20).fill(undefined),
  );
  const reply = fc.constantFrom<FalseReply | undefined>(
    { reply: { outcome: 'ambiguous', reason: '502' }, isCarriedOut: true },
    { reply: { outcome: 'ambiguous', reason: '504' } },
    { reply: { outcome: 'retry', reason: 'preconditionFailed' } },
    { reply: { outcome: 'throttled', scope: 'app', retryAfterMs: 2_000 } },
    ...Array<undefined>(12).fill(undefined),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(storeFault, { minLength: 97, maxLength: 97 }),
      fc.array(reply, { minLength: 89, maxLength: 89 }),
      async (faults, replies) => {
        let requests = 0;
        let ambiguous = 0;
        const replyTo = () => {
          requests += 1;
          const injected = replies[requests % replies.length];
          if (injected?.reply.outcome === 'ambiguous') ambiguous += 1;
          return injected;
        };
        await inWorld(replyTo, async (world, people, plan) => {
          let calls = 0;
          const faultOf = ({ method }: StoreCall) => {
            // Stores repeat single reads by themselves.
            if (method === 'read') return undefined;
            calls += 1;
            return faults[calls % faults.length];
          };
          world.start({ handlers: [starting(plan)], faultOf });
          await finishes(world, plan);
          await expectNobodyLost(world, plan, people, ambiguous);
          const totals = await campaignTotals(world.context, plan.campaignId);
          // Only a second ambiguous reply leaves a person without a yes.
          expect(totals.failed).toBeLessThanOrEqual(totals.possibleDuplicates);
        });
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
});

it('a holder that cannot renew stops before the next begins: nobody gets the message twice', async () => {
  await inWorld(
    () => undefined,
    async (world, people, plan) => {
      let isCutOff = false;
      const first = world.start({
        handlers: [starting(plan)],
        requestsPerSecond: 5,
        faultOf: ({ type }) => (isCutOff && type === 'lease' ? { when: 'before', what: 'clean' } : undefined),
      });
      await world.until(() => world.messenger.received.length >= 5);
      isCutOff = true;
      world.start({ handlers: [starting(plan)], requestsPerSecond: 5 });
      await finishes(world, plan);
      await expectNobodyLost(world, plan, people, 0);
      const epochs = (await world.deliveries(plan.campaignId)).map(({ epoch }) => epoch);
      expect(new Set(epochs)).toEqual(new Set([1, 2]));
      expect(first.worker.isSending()).toBe(false);
    },
  );
});
