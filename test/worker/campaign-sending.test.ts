import { cancelCampaign } from '../../src/app/campaign/cancel-campaign.use-case';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { addressPk, personDocumentId } from '../../src/app/documents';
import { createRecord, listRecords, readRecord, upsertRecord } from '../../src/app/records';
import type { CampaignPlan, Recipient } from '../../src/domain/campaign/plan-campaign';
import { asId } from '../../src/domain/ids';
import { campaignTotals } from '../support/campaign-totals';
import type { FalseReply, MessengerCall } from '../support/recording-messenger';
import { aProgramme, leadOid, tenantId } from '../support/samples';
import { countsOf, oidOf, plainCards, planFor, WorkerWorld } from '../support/worker-world';

let world: WorkerWorld;
let replyTo: (call: MessengerCall) => FalseReply | undefined;
const open = async (
  options: { readonly appRequestsPerSecond?: number; readonly latencyMs?: number } = {},
) => {
  world = await WorkerWorld.open({ ...options, replyTo: (call) => replyTo(call) });
};
beforeEach(() => {
  replyTo = () => undefined;
});
afterEach(() => world.close());

const seconds = (ms: number) => ms / 1_000;
const begin = async (plan: CampaignPlan) => {
  await startCampaign(world.context, plan);
  return plan.campaignId;
};
const sendTo = async (id: string, people: readonly Recipient[], more: Partial<CampaignPlan> = {}) =>
  begin(planFor(id, people, more));
const balanced = async (campaignId: CampaignPlan['campaignId']) => {
  const totals = await campaignTotals(world.context, campaignId);
  const { invited, delivered, unreachable, failed, pending, cancelled } = totals;
  expect(delivered + unreachable + failed + pending + cancelled).toBe(invited);
  return totals;
};

describe('a campaign', () => {
  it('reaches everybody once, opens each conversation once, and knows every outcome', async () => {
    await open();
    const people = await world.people(60);
    world.start();
    const first = await sendTo('first', people);
    await world.finished(first);
    expect(await balanced(first)).toMatchObject({ invited: 60, delivered: 60, possibleDuplicates: 0 });
    expect([...world.messenger.messagesPerPerson().values()]).toEqual(Array(60).fill(1));
    expect(world.messenger.calls).toEqual({ open: 60, identify: 0, post: 60, update: 0 });
    const second = await sendTo('second', people);
    await world.finished(second);
    expect(world.messenger.calls).toEqual({ open: 60, identify: 0, post: 120, update: 0 });
    const [delivery] = await world.deliveries(second);
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 1, epoch: 1 });
    expect(world.messenger.shown.has(delivery?.activityId ?? '')).toBe(true);
    expect((await world.campaign(second)).status).toBe('done');
  });

  it('asks once for the Teams id of each person, and renders their card for it', async () => {
    await open();
    const people = await world.people(8);
    // Teams does not tell the last one: the card goes out all the same.
    replyTo = ({ kind, index }) =>
      kind === 'identify' && index === 7 ? { reply: { outcome: 'refused', status: 404 } } : undefined;
    const known: (string | undefined)[] = [];
    world.start({
      identifiesPeople: true,
      cards: async (campaign, delivery, address) => {
        known.push(address.teamsUserId);
        return plainCards(campaign, delivery, address);
      },
    });
    await world.finished(await sendTo('first', people));
    expect(world.messenger.calls).toMatchObject({ identify: 8, post: 8 });
    expect(new Set(known.filter((id) => id !== undefined)).size).toBe(7);
    await world.finished(await sendTo('second', people));
    expect(world.messenger.calls).toMatchObject({ identify: 9, post: 16 });
  });

  it('reaches a role holder who is in no people file; of a stranger it says that they cannot be reached', async () => {
    await open();
    world.start();
    const lead = world.keys.personIdOf(tenantId, leadOid);
    const stranger = world.keys.personIdOf(tenantId, oidOf(99));
    const campaignId = await begin(
      planFor('roles', [], { recipients: { kind: 'people', personIds: [stranger, lead, lead] } }),
    );
    await world.finished(campaignId);
    expect(world.messenger.received.map(({ aadObjectId }) => aadObjectId)).toEqual([leadOid]);
    const deliveries = await world.deliveries(campaignId);
    expect(deliveries.find(({ personId }) => personId === stranger)).toMatchObject({
      status: 'unreachable',
      reason: 'notInProgramme',
    });
    expect(deliveries).toHaveLength(2);
  });

  it('does not reach somebody who has left the programme, also where their chat is known', async () => {
    await open();
    const people = await world.people(2);
    const { kill } = world.start();
    await world.finished(await sendTo('first', people));
    const [left] = people;
    if (!left) throw new Error('nobody');
    await startCampaign(world.context, planFor('second', people, { audienceKind: 'reply' }));
    await world.store.delete('programmes', aProgramme().id, personDocumentId(left.personId));
    await world.finished(asId('second'));
    kill();
    const second = await world.deliveries(asId('second'));
    expect(second.map(({ status, reason }) => reason ?? status).sort()).toEqual([
      'delivered',
      'notInProgramme',
    ]);
  });

  it('to nobody is done', async () => {
    await open();
    world.start();
    const campaignId = await sendTo('nobody', []);
    await world.finished(campaignId);
    expect((await world.campaign(campaignId)).status).toBe('done');
  });

  it('fails for the one person whose card cannot be made, and for nobody else', async () => {
    await open();
    const people = await world.people(5);
    const broken = people[2]?.personId;
    world.start({
      cards: async (campaign, delivery, address) => {
        if (delivery.personId === broken) throw new Error('no card');
        return plainCards(campaign, delivery, address);
      },
    });
    const campaignId = await sendTo('one', people);
    await world.finished(campaignId);
    expect(countsOf(await world.deliveries(campaignId))).toEqual({ delivered: 4, failed: 1 });
  });

  it('is not sent when its card has become pointless, and then nothing is charged and no conversation opened', async () => {
    await open();
    const people = await world.people(3);
    world.start({ cards: async () => 'nothing' });
    const campaignId = await sendTo('late', people, { audienceKind: 'respondent' });
    await world.finished(campaignId);
    expect(world.messenger.requestsAtMs).toEqual([]);
    const deliveries = await world.deliveries(campaignId);
    expect(deliveries.map(({ reason }) => reason)).toEqual(Array(3).fill('nothingToSend'));
    const [person] = people;
    if (!person) throw new Error('nobody');
    const pk = addressPk(person.organisationId, person.personId);
    expect(await readRecord(world.store, 'allowance', pk, 'allowance')).toBeUndefined();
  });
});

describe('the limits', () => {
  it('of the app are kept, and at least 97 % of them is used', async () => {
    await open({ appRequestsPerSecond: 50, latencyMs: 20 });
    const people = await world.people(120);
    world.start({ requestsPerSecond: 50 });
    const campaignId = await sendTo('capped', people);
    await world.finished(campaignId);
    expect(world.messenger.throttled).toEqual({ app: 0, conversation: 0 });
    const { requestsAtMs } = world.messenger;
    const spanMs = (requestsAtMs.at(-1) ?? 0) - (requestsAtMs[0] ?? 0);
    expect((requestsAtMs.length - 1) / seconds(spanMs)).toBeGreaterThanOrEqual(0.97 * 50);
    expect(world.messenger.mostInFlight).toBeLessThanOrEqual(100);
  });

  it('of a conversation hold across campaigns', async () => {
    await open();
    const people = await world.people(1);
    world.start();
    const campaigns = await Promise.all(
      Array.from({ length: 12 }, (_, index) => sendTo(`c${index}`, people)),
    );
    for (const campaignId of campaigns) await world.finished(campaignId);
    expect(world.messenger.throttled.conversation).toBe(0);
    expect(world.messenger.received).toHaveLength(12);
  });
});

describe('429', () => {
  it('for the app pauses its lane for as long as Teams says and a second at most; urgent cards go on', async () => {
    await open();
    const people = await world.people(100);
    let throttledAtMs = Number.POSITIVE_INFINITY;
    replyTo = ({ kind, index }) => {
      if (kind !== 'post' || index !== 50) return undefined;
      throttledAtMs = world.clock.monotonicMs();
      return { reply: { outcome: 'throttled', scope: 'app', retryAfterMs: 10_000 } };
    };
    world.start({ requestsPerSecond: 50 });
    const big = await sendTo('big', people);
    await world.until(() => throttledAtMs < Number.POSITIVE_INFINITY);
    await world.clock.advance(1_000);
    const urgent = await sendTo('urgent', people.slice(0, 3), { lane: 'urgent' });
    await world.finished(urgent, 2_000);
    expect(world.clock.monotonicMs()).toBeLessThan(throttledAtMs + 10_000);
    await world.finished(big);
    const ofBig = world.messenger.received
      .filter(({ card }) => card.campaignId === big)
      .map(({ atMs }) => atMs);
    const paused = ofBig.filter((atMs) => atMs > throttledAtMs && atMs < throttledAtMs + 10_000);
    expect(paused).toEqual([]);
    const resumed = ofBig.find((atMs) => atMs >= throttledAtMs + 10_000) ?? Number.POSITIVE_INFINITY;
    expect(resumed - throttledAtMs).toBeLessThanOrEqual(11_000);
    expect(await balanced(big)).toMatchObject({ delivered: 100 });
  });

  it('for one conversation lets everybody else pass', async () => {
    await open();
    const people = await world.people(30);
    let struck: string | undefined;
    replyTo = ({ kind, aadObjectId }) => {
      if (kind !== 'post' || struck) return undefined;
      struck = aadObjectId;
      return { reply: { outcome: 'throttled', scope: 'conversation', retryAfterMs: 20_000 } };
    };
    world.start();
    const campaignId = await sendTo('one', people);
    await world.until(() => world.messenger.received.length === 29, { withinMs: 3_000 });
    await world.finished(campaignId);
    expect(world.messenger.received.at(-1)?.aadObjectId).toBe(struck);
    expect(await balanced(campaignId)).toMatchObject({ delivered: 30, possibleDuplicates: 0 });
  });
});

it('429 that only one person gets is their conversation’s, whatever it says: nobody else waits', async () => {
  await open({ latencyMs: 20 });
  const people = await world.people(10);
  const struck = oidOf(3);
  let strikes = 0;
  replyTo = ({ kind, aadObjectId }) => {
    if (kind !== 'post' || aadObjectId !== struck) return undefined;
    strikes += 1;
    return { reply: { outcome: 'throttled', scope: 'app', retryAfterMs: 30_000 } };
  };
  world.start({ requestsPerSecond: 50 });
  await sendTo('one', people);
  await world.until(() => strikes === 2);
  const others = people.filter(({ personId }) => personId !== world.keys.personIdOf(tenantId, struck));
  await sendTo('others', others);
  await world.until(() => strikes === 3);
  const last = await sendTo('last', others);
  await world.finished(last, 5_000);
  expect(await balanced(last)).toMatchObject({ delivered: 9 });
});

describe('a reply that is not a yes', () => {
  const outcomeOf = async (scripted: (postsToPerson: number) => FalseReply | undefined) => {
    await open();
    const people = await world.people(1);
    let posts = 0;
    replyTo = ({ kind }) => {
      if (kind !== 'post') return undefined;
      posts += 1;
      return scripted(posts);
    };
    world.start();
    const campaignId = await sendTo('one', people);
    await world.finished(campaignId);
    const [delivery] = await world.deliveries(campaignId);
    return { delivery, messages: world.messenger.received.length };
  };

  it('is repeated once when it is ambiguous, and marked as a possible duplicate', async () => {
    const reply = { outcome: 'ambiguous', reason: '502' } as const;
    const { delivery, messages } = await outcomeOf((posts) =>
      posts === 1 ? { reply, isCarriedOut: true } : undefined,
    );
    expect(delivery).toMatchObject({ status: 'delivered', possibleDuplicate: true });
    expect(messages).toBe(2);
  });

  it('has failed as unconfirmed when it is ambiguous twice', async () => {
    const reply = { outcome: 'ambiguous', reason: '504' } as const;
    const { delivery } = await outcomeOf(() => ({ reply }));
    expect(delivery).toMatchObject({ status: 'failed', reason: 'unconfirmed', possibleDuplicate: true });
  });

  it('of everybody for a minute is an outage: the lane waits, and nobody has failed when it is over', async () => {
    await open({ latencyMs: 20 });
    const people = await world.people(60);
    const reply = { outcome: 'ambiguous', reason: '502' } as const;
    let isOut = false;
    replyTo = () => (isOut ? { reply } : undefined);
    world.start({ requestsPerSecond: 50 });
    const campaignId = await sendTo('outage', people);
    await world.until(() => world.messenger.received.length >= 20);
    isOut = true;
    await world.clock.advance(60_000);
    isOut = false;
    const { requestsAtMs, received } = world.messenger;
    expect(received.length).toBeLessThan(30);
    expect(requestsAtMs.length).toBeLessThan(90);
    await world.finished(campaignId, 40_000);
    expect(await balanced(campaignId)).toMatchObject({ delivered: 60 });
  });

  it('is repeated without a mark when nothing was sent', async () => {
    const reply = { outcome: 'retry', reason: 'preconditionFailed' } as const;
    const { delivery, messages } = await outcomeOf((posts) => (posts < 4 ? { reply } : undefined));
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 5 });
    expect(delivery?.possibleDuplicate).toBeUndefined();
    expect(messages).toBe(1);
  });

  it('is kept as the reason when the person cannot be reached', async () => {
    const reply = { outcome: 'unreachable', reason: 'MessageWritesBlocked' } as const;
    const { delivery } = await outcomeOf(() => ({ reply }));
    expect(delivery).toMatchObject({ status: 'unreachable', reason: 'MessageWritesBlocked' });
  });

  it('opens the conversation anew when it is gone', async () => {
    const reply = { outcome: 'unreachable', reason: 'conversationNotFound' } as const;
    const { delivery } = await outcomeOf((posts) => (posts === 1 ? { reply } : undefined));
    expect(delivery?.status).toBe('delivered');
    expect(world.messenger.calls.open).toBe(2);
  });

  it('remembers the one that was opened anew, also where it has just learnt who is in the one that is gone', async () => {
    await open();
    const [person] = await world.people(1);
    if (!person) throw new Error('nobody');
    const known = { tenantId, aadObjectId: oidOf(0), conversationId: 'gone' };
    await createRecord(world.store, 'address', { ...person, ...known });
    const reply = { outcome: 'unreachable', reason: 'conversationNotFound' } as const;
    replyTo = ({ kind, index }) => (kind === 'post' && index === 0 ? { reply } : undefined);
    world.start({ identifiesPeople: true });
    await world.finished(await sendTo('one', [person]));
    const pk = addressPk(person.organisationId, person.personId);
    const stored = await readRecord(world.store, 'address', pk, 'address');
    expect(stored?.document).toMatchObject({
      conversationId: `c-${oidOf(0)}`,
      teamsUserId: `29:${oidOf(0)}`,
    });
  });

  it('is final when the conversation that was opened anew is gone as well', async () => {
    const reply = { outcome: 'unreachable', reason: 'conversationNotFound' } as const;
    const { delivery } = await outcomeOf(() => ({ reply }));
    expect(delivery).toMatchObject({ status: 'unreachable', reason: 'conversationNotFound' });
    expect(world.messenger.calls.open).toBe(2);
  });
});

describe('what nobody asked for', () => {
  const respondent = { audienceKind: 'respondent' } as const;

  it('reaches a person twice a week; the third is cancelled and says so; replies and roles go on', async () => {
    await open();
    const people = await world.people(4);
    const { kill } = world.start();
    for (const id of ['first', 'second']) await world.finished(await sendTo(id, people, respondent));
    const third = await sendTo('third', people, respondent);
    await world.finished(third);
    expect(countsOf(await world.deliveries(third))).toEqual({ cancelled: 4 });
    expect((await world.deliveries(third))[0]?.reason).toBe('allowance');
    for (const audienceKind of ['reply', 'role'] as const) {
      const campaignId = await sendTo(audienceKind, people, { audienceKind });
      await world.finished(campaignId);
      expect(countsOf(await world.deliveries(campaignId))).toEqual({ delivered: 4 });
    }
    // Nobody polls for a week, so that it passes quickly.
    kill();
    await world.clock.advance(1_000);
    await world.clock.advance(7 * 86_400_000);
    world.start();
    const fourth = await sendTo('fourth', people, respondent);
    await world.finished(fourth);
    expect(countsOf(await world.deliveries(fourth))).toEqual({ delivered: 4 });
  });

  it('does not reach a person who said stop, even after the audience was drawn or while their turn is waited for', async () => {
    await open({ latencyMs: 100 });
    const people = await world.people(4);
    const [stopped, stops] = people;
    if (!stopped || !stops) throw new Error('nobody');
    const stop = (person: Recipient) =>
      upsertRecord(world.store, 'preferences', {
        ...person,
        stopAsking: true,
        changedAt: world.clock.now(),
      });
    await startCampaign(world.context, planFor('pulse', people, respondent));
    await stop(stopped);
    replyTo = ({ kind, index }) =>
      kind === 'post' && index < 3
        ? { reply: { outcome: 'throttled', scope: 'app', retryAfterMs: 10_000 } }
        : undefined;
    world.start();
    await world.until(() => world.messenger.calls.post === 3);
    await stop(stops);
    await world.finished(asId('pulse'));
    const deliveries = await world.deliveries(asId('pulse'));
    expect(countsOf(deliveries)).toEqual({ delivered: 2, cancelled: 2 });
    const reasons = deliveries.filter(({ status }) => status === 'cancelled').map(({ reason }) => reason);
    expect(reasons).toEqual(['choseNotToBeAsked', 'choseNotToBeAsked']);
    expect(await balanced(asId('pulse'))).toMatchObject({ invited: 4 });
  });
});

describe('several campaigns', () => {
  it('of one lane take turns, and an urgent one does not wait for either', async () => {
    await open({ appRequestsPerSecond: 50, latencyMs: 30 });
    const people = await world.people(145);
    world.start({ requestsPerSecond: 50 });
    const big = await sendTo('big', people.slice(0, 120));
    await world.clock.advance(1_000);
    const small = await sendTo('small', people.slice(120, 140));
    const urgent = await sendTo('urgent', people.slice(140, 145), { lane: 'urgent' });
    await world.finished(urgent, 2_500);
    await world.finished(small, 4_000);
    expect(countsOf(await world.deliveries(big)).pending).toBeGreaterThan(50);
    expect(world.messenger.throttled.app).toBe(0);
  });
});

describe('cancelling', () => {
  it('stops within a second, and every recipient’s outcome is known', async () => {
    await open({ latencyMs: 50 });
    const people = await world.people(160);
    world.start({ requestsPerSecond: 50 });
    const campaignId = await sendTo('stopped', people);
    await world.until(() => world.messenger.received.length >= 40);
    const { programmeId } = await world.campaign(campaignId);
    const cancelledAtMs = world.clock.monotonicMs();
    expect(await cancelCampaign(world.context, { programmeId, campaignId })).toBe('changed');
    await world.finished(campaignId);
    expect(Math.max(...world.messenger.requestsAtMs) - cancelledAtMs).toBeLessThanOrEqual(1_000);
    const totals = await balanced(campaignId);
    expect(totals).toMatchObject({ pending: 0, delivered: world.messenger.received.length });
    expect(totals.cancelled).toBeGreaterThan(100);
    expect(await cancelCampaign(world.context, { programmeId, campaignId })).toBe('unchanged');
  });
});

it('remembers where people are reached', async () => {
  await open();
  const people = await world.people(2);
  world.start();
  await world.finished(await sendTo('one', people));
  for (const { organisationId, personId } of people) {
    const pk = addressPk(organisationId, personId);
    const stored = await readRecord(world.store, 'address', pk, 'address');
    expect(stored?.document).toMatchObject({
      tenantId: aProgramme().tenantId,
      serviceUrl: 'https://teams.invalid/',
    });
    for await (const { document } of listRecords(world.store, 'address', pk)) {
      expect(document.conversationId).toMatch(/^c-/);
    }
  }
});
