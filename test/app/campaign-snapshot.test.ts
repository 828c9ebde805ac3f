import fc from 'fast-check';
import { type CandidateInCell, candidatesOf } from '../../src/app/audience/candidates-of';
import { HeadcountTally } from '../../src/app/audience/headcount-tally';
import { invitedPeople } from '../../src/app/audience/invited-people';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { createRecord } from '../../src/app/records';
import type { CampaignPlan, Recipient } from '../../src/domain/campaign/plan-campaign';
import { buildFrame } from '../../src/domain/disclosure/build-frame';
import { asId, type PersonId, type WaveId } from '../../src/domain/ids';
import { type Instant, plusDays } from '../../src/domain/instant';
import type { Person } from '../../src/domain/programme/person';
import { openWave } from '../../src/domain/pulse/open-wave';
import type { Audience } from '../../src/domain/pulse/question';
import { campaignTotals } from '../support/campaign-totals';
import { aProgramme, aPulse } from '../support/samples';
import { selectAll } from '../support/select-all';
import { countsOf, oidOf, planFor, planOf, programmeId, WorkerWorld } from '../support/worker-world';

let world: WorkerWorld;
beforeEach(async () => {
  world = await WorkerWorld.open();
});
afterEach(() => world.close());

const organisationId = asId<Recipient['organisationId']>('RZZ');
const recipient = (personId: string): Recipient => ({ personId: asId<PersonId>(personId), organisationId });
async function* inOrder(people: readonly Recipient[], failsAfter = Number.POSITIVE_INFINITY) {
  let given = 0;
  for (const person of people) {
    if (given >= failsAfter) throw new Error('the people could not be read');
    given += 1;
    yield person;
  }
}
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => recipient(`p${String(index).padStart(5, '0')}`));
const idsIn = async (campaignId: CampaignPlan['campaignId']) =>
  (await world.deliveries(campaignId)).map(({ personId }) => personId);

it('gives each person one delivery and begins to send', async () => {
  const people = [recipient('a'), recipient('a'), recipient('b')];
  const plan = planOf('c');
  await startCampaign(world.context, plan, { invited: inOrder(people) });
  expect(await idsIn(plan.campaignId)).toEqual(['a', 'b']);
  expect(await world.campaign(plan.campaignId)).toMatchObject({
    status: 'sending',
    dueAt: { normal: world.clock.now() },
  });
});

it('started again changes nothing, and does not even ask who is in it', async () => {
  const plan = planOf('c');
  await startCampaign(world.context, plan, { invited: inOrder(numbered(3)) });
  const before = await world.campaign(plan.campaignId);
  await startCampaign(world.context, plan, { invited: inOrder([recipient('z')], 0) });
  expect(await idsIn(plan.campaignId)).toHaveLength(3);
  expect(await world.campaign(plan.campaignId)).toEqual(before);
});

it('goes on where it was interrupted, however often, and has everybody once', async () => {
  const people = numbered(2_300);
  const plan = planOf('c');
  for (const failsAfter of [1_200, 400, 2_100]) {
    const invited = inOrder(people, failsAfter);
    await expect(startCampaign(world.context, plan, { invited })).rejects.toThrow('could not be read');
    expect((await world.campaign(plan.campaignId)).status).toBe('snapshotting');
  }
  await startCampaign(world.context, plan, { invited: inOrder(people) });
  expect(await idsIn(plan.campaignId)).toEqual(people.map(({ personId }) => personId));
  expect((await world.campaign(plan.campaignId)).cursor).toBeUndefined();
});

it('stops between two pages when it is told to', async () => {
  const plan = planOf('c');
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  const options = { invited: inOrder(numbered(60)), signal: stop.signal };
  await expect(startCampaign(world.context, plan, options)).rejects.toThrow('stopped');
  expect(await idsIn(plan.campaignId)).toEqual([]);
});

it('refuses people out of order, because it could not go on after a crash', async () => {
  const invited = inOrder([recipient('b'), recipient('a')]);
  await expect(startCampaign(world.context, planOf('c'), { invited })).rejects.toThrow(RangeError);
});

describe('the people of an earlier wave', () => {
  const waveId = asId<WaveId>('w1');
  const invited = (personId: string, atomId: string, choseNotToBeAsked = false): Recipient => ({
    ...recipient(personId),
    invitation: { atomId: asId(atomId), ...(choseNotToBeAsked ? { choseNotToBeAsked } : {}) },
  });

  beforeEach(async () => {
    const now = world.clock.now();
    const campaignId = asId<CampaignPlan['campaignId']>('invite.w1');
    await createRecord(world.store, 'wave', {
      waveId,
      programmeId,
      pulseId: asId('pulse'),
      title: 'Wave 1',
      status: 'closed',
      questions: [],
      audience: { kind: 'everyone' },
      minimumGroupSize: 5,
      confidenceFloor: 0.6,
      frame: { atoms: [] },
      campaignId,
      opensAt: now,
      closesAt: plusDays(now, 14),
      openedBy: 'command',
      intents: [],
    });
    const people = [invited('a', 'x'), invited('b', 'y'), invited('c', 'x', true), invited('d', 'z')];
    await startCampaign(world.context, planOf(campaignId, { audienceKind: 'respondent' }), {
      invited: inOrder(people),
    });
    expect(countsOf(await world.deliveries(campaignId))).toEqual({ pending: 3, cancelled: 1 });
  });

  it('are all of them, or those of some atoms', async () => {
    const all = planOf('all', { recipients: { kind: 'wave', waveId } });
    await startCampaign(world.context, all);
    expect(await idsIn(all.campaignId)).toEqual(['a', 'b', 'c', 'd']);
    const some = planOf('some', { recipients: { kind: 'atoms', waveId, atomIds: ['x', 'z'] } });
    await startCampaign(world.context, some);
    expect(await idsIn(some.campaignId)).toEqual(['a', 'c', 'd']);
  });

  it('who chose not to be asked count, get nothing as respondents, and get a reply', async () => {
    const atoms = { kind: 'atoms', waveId, atomIds: ['x'] } as const;
    const heard = planOf('heard', { audienceKind: 'respondent', recipients: atoms });
    await startCampaign(world.context, heard);
    expect(await campaignTotals(world.context, heard.campaignId)).toMatchObject({
      invited: 2,
      pending: 1,
      cancelled: 1,
    });
    const told = planOf('told', { audienceKind: 'reply', recipients: atoms });
    await startCampaign(world.context, told);
    expect(await campaignTotals(world.context, told.campaignId)).toMatchObject({ invited: 2, pending: 2 });
  });

  it('are asked for again while the wave is not there', async () => {
    const plan = planOf('early', { recipients: { kind: 'wave', waveId: 'w2' } });
    await expect(startCampaign(world.context, plan)).rejects.toThrow('does not exist');
  });
});

it('takes each named person once, in their own organisation, in whatever order they are named', async () => {
  const people = await world.people(5);
  const named = fc.shuffledSubarray([...people, ...people], { minLength: 1 });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(named, async (some) => {
      number += 1;
      const plan = planFor(`named${number}`, some);
      await startCampaign(world.context, plan);
      const expected = [...new Set(some.map(({ personId }) => personId))].sort();
      expect(await idsIn(plan.campaignId)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

describe('the people of a wave', () => {
  const readiness = aPulse().audience;
  const [programme, opened] = [aProgramme(), '2026-11-23T10:00:00.000Z' as Instant];

  /** More than two pages, some of them on no site that the programme declares. */
  const peopleOf = async (count: number) => {
    const people = Array.from({ length: count }, (_, index) => {
      const aadObjectId = oidOf(index);
      const site = index % 9 === 0 ? 'RZZ99' : ['RZZ01', 'RZZ02'][index % 2];
      const staffGroup = ['nurses', 'doctors'][Math.floor(index / 2) % 2];
      const personId = world.keys.personIdOf(world.tenantId, aadObjectId);
      return {
        personId,
        programmeId,
        organisationId,
        aadObjectId,
        displayName: 'Invented',
        staffGroup,
        site,
      };
    });
    await Promise.all(people.map((person) => createRecord(world.store, 'person', person as Person)));
  };
  const waveOf = (audience: Audience, candidates: readonly CandidateInCell[]) => {
    const counted = new HeadcountTally();
    for (const candidate of candidates) counted.add(candidate);
    const frame = buildFrame({ ...programme, cells: counted.cells });
    const pulse = { ...aPulse(), audience };
    const asking = {
      programme,
      pulse,
      frame,
      leftOut: [],
      notAsked: [],
      unclosed: [],
      number: 1,
      now: opened,
    };
    const decided = openWave({ ...asking, openedBy: 'command' });
    if (decided.outcome !== 'opened') throw new Error(decided.outcome);
    return decided.wave;
  };

  it.each<[string, Audience]>([
    ['everybody', readiness],
    ['whole groups', { kind: 'everyone', only: { siteGroups: ['acute'] } }],
    ['a list', { kind: 'list', people: [1, 700, 1_050, 1_199].map(oidOf), why: 'a trial' }],
    ['a random share', { kind: 'random', share: 0.5, seed: 'seed' }],
  ])('are the same page by page as all at once: %s', async (_name, audience) => {
    await peopleOf(1_200);
    const candidates: CandidateInCell[] = [];
    for await (const candidate of candidatesOf(world.store, programme)) candidates.push(candidate);
    const { asked } = selectAll(programme, candidates, audience);
    const invited: PersonId[] = [];
    const people = invitedPeople(world.context, programme, waveOf(audience, candidates));
    for await (const { personId } of people) invited.push(personId);
    expect(invited).toEqual(asked.map(({ personId }) => personId).sort());
    expect(invited.length).toBeGreaterThan(2);
  });
});
