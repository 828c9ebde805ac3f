import { campaignsShowing } from '../../src/app/desk/campaigns-showing';
import { markAsHazard } from '../../src/app/hazard/mark-hazard.use-case';
import { acknowledgeHazard, closeHazard } from '../../src/app/hazard/settle-hazard.use-case';
import { intentHandlers } from '../../src/app/intents/registry';
import { changeRecord, createRecord, upsertRecord } from '../../src/app/records';
import { sampleHazard } from '../../src/cards/sample-hazard';
import { asId } from '../../src/domain/ids';
import { withWords } from '../../src/domain/issue/add-words';
import { openHazard } from '../../src/domain/issue/hazard';
import type { Issue } from '../../src/domain/issue/issue';
import { currentCard } from '../../src/worker/current-card';
import { aProgramme, leadOid, tenantId } from '../support/samples';
import { type Instance, programmeId, WorkerWorld } from '../support/worker-world';

const officer = 'bbbbbbbb-0000-4000-8000-000000000001';
const other = 'bbbbbbbb-0000-4000-8000-000000000002';
const deputy = 'bbbbbbbb-0000-4000-8000-000000000003';
const minutes = (count: number) => count * 60_000;
const { hazard: _none, ...untold } = sampleHazard;
const issue: Issue = { ...untold, issueId: asId('i1'), programmeId };

let world: WorkerWorld;
let running: Instance | undefined;
beforeEach(async () => {
  world = await WorkerWorld.open();
  const holder = (aadObjectId: string, displayName: string) => ({ aadObjectId, displayName });
  await upsertRecord(world.store, 'programme', {
    ...aProgramme(),
    roles: {
      ...aProgramme().roles,
      clinicalSafetyOfficer: [holder(officer, 'Nasrin Ahmadi'), holder(other, 'Owen Hale')],
      clinicalSafetyDeputy: [holder(deputy, 'Priya Rao')],
    },
  });
  await createRecord(world.store, 'issue', openHazard(issue, world.clock.now()));
});
afterEach(() => world.close());

/** The process dies, so much time passes without one, and another starts. */
async function restartAfter(ms: number): Promise<void> {
  running?.kill();
  await world.clock.advance(ms);
  running = world.start({
    cards: (...args) => currentCard(world.context, true)(...args),
    campaignsShowing,
    handlers: intentHandlers,
  });
  await world.clock.advance(5_000);
}

/** The lead has the issue on the desk as well. */
const sent = () => world.messenger.received.filter(({ aadObjectId }) => aadObjectId !== leadOid);
const alerted = () =>
  sent()
    .map(({ aadObjectId }) => aadObjectId)
    .sort();
const shown = () => sent().map(({ activityId }) => JSON.stringify(world.messenger.shown.get(activityId)));
const actAs = (aadObjectId: string) => ({
  programmeId,
  issueId: issue.issueId,
  number: 1,
  personId: world.keys.personIdOf(tenantId, aadObjectId),
});

it('reaches the officers, after the hour the deputy, then all again, over any restart, until one of them acknowledges', async () => {
  await restartAfter(0);
  await world.until(() => alerted().length === 2);
  expect(alerted()).toEqual([officer, other]);
  await restartAfter(minutes(55));
  expect(alerted()).toHaveLength(2);
  await restartAfter(minutes(6));
  await world.until(() => alerted().length === 3);
  expect(alerted()).toEqual([officer, other, deputy]);
  await restartAfter(minutes(61));
  await world.until(() => alerted().length === 6);
  expect(alerted()).toEqual([officer, officer, other, other, deputy, deputy]);
  expect(shown().filter((card) => card.includes('nobody has acknowledged it'))).toHaveLength(6);

  expect(await acknowledgeHazard(world.context, actAs(other))).toBe('acknowledged');
  expect(await acknowledgeHazard(world.context, actAs(officer))).toBe('alreadyAcknowledged');
  await world.until(() => shown().every((card) => card.includes('Acknowledged by Owen Hale')));
  await restartAfter(minutes(60 * 72));
  expect(alerted()).toHaveLength(6);

  // More is said: whoever has it gets that, and nobody else.
  await changeRecord(world.store, 'issue', programmeId, issue.issueId, (current) => {
    const key = world.keys.concernKeyOf(issue.issueId, asId('somebody'));
    return { outcome: 'said', next: withWords(current, key, 'It was bay 4.', world.clock.now()) };
  });
  await world.until(() => alerted().length === 7);
  expect(sent().at(-1)?.aadObjectId).toBe(other);

  const words = 'Merging is off. Ask for NHS number 943 476 5919.';
  const close = { ...actAs(officer), status: 'mitigated', words } as const;
  expect(await closeHazard(world.context, close)).toBe('closed');
  await world.until(() => shown().every((card) => card.includes('A hazard, mitigated')));
  expect(shown()[0]).toContain('[NHS number removed]');
  expect(shown()[0]).not.toContain('943 476');
  expect(alerted()).toHaveLength(7);

  // Whoever opens it again has it: nobody is alerted.
  expect(await markAsHazard(world.context, { ...actAs(deputy), number: 2 })).toBe('outOfDate');
  expect(await markAsHazard(world.context, actAs(deputy))).toBe('marked');
  expect(await markAsHazard(world.context, actAs(leadOid))).toBe('alreadyOpen');
  await world.until(() => shown().every((card) => card.includes('Acknowledged by Priya Rao')));
  await restartAfter(minutes(180));
  expect(alerted()).toHaveLength(7);
  expect(JSON.stringify(running?.log.lines)).not.toMatch(/Nasrin|Merging|allerg/);
});

it('alerts nobody whose card had not gone out when it was acknowledged', async () => {
  const result = await acknowledgeHazard(world.context, actAs(officer));
  expect(result).toBe('acknowledged');
  await restartAfter(minutes(180));
  expect(alerted()).toEqual([]);
});
