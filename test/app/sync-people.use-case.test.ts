/** People from a group of the directory, over a Microsoft Graph on loopback and the embedded store. */

import { type SyncPeopleCommand, syncPeople } from '../../src/app/directory/sync-people.use-case';
import { membershipPk } from '../../src/app/documents';
import { importPeople } from '../../src/app/people/import-people.use-case';
import { createRecord, listRecords, readRecord, replaceRecord, upsertRecord } from '../../src/app/records';
import type { Person } from '../../src/domain/programme/person';
import type { Programme } from '../../src/domain/programme/programme';
import { type Graph, openGraph } from '../../src/graph/open-graph';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { ServiceKeys } from '../../src/storage/keys/service-keys';
import { SystemClock } from '../../src/system-clock';
import { storeFileIn, type TemporaryFolder, temporaryFolder } from '../support/embedded';
import { FakeClock } from '../support/fake-clock';
import { FaultyStore } from '../support/faulty-store';
import { type GraphPerson, graphClient, LoopbackGraph } from '../support/loopback-graph';
import { aProgramme, tenantId } from '../support/samples';

const group = '00000000-0000-4000-8000-00000000aaaa';
const other = '00000000-0000-4000-8000-00000000bbbb';
const programme: Programme = {
  ...aProgramme(),
  directory: {
    group,
    staffGroup: { attribute: 'jobTitle', map: { 'Staff Nurse': 'nurses', Consultant: 'doctors' } },
    site: { attribute: 'officeLocation' },
    area: { attribute: 'department' },
  },
};
const oid = (index: number) => `dddddddd-0000-4000-8000-${String(index).padStart(12, '0')}`;
const nurse = (index: number, change: Partial<GraphPerson> = {}): GraphPerson => ({
  id: oid(index),
  displayName: `Invented Person ${index}`,
  attributes: { jobTitle: 'Staff Nurse', officeLocation: 'RZZ01', department: 'Ward 7' },
  ...change,
});
const keys = new ServiceKeys(new Uint8Array(32));
const personIdOf = (index: number) => keys.personIdOf(tenantId, oid(index));

let clock: FakeClock;
let folder: TemporaryFolder;
let store: EmbeddedStore;
let loopback: LoopbackGraph;
let graph: Graph;

beforeEach(async () => {
  clock = new FakeClock('2026-11-23T10:00:00.000Z');
  folder = temporaryFolder();
  store = EmbeddedStore.open(storeFileIn(folder));
  await createRecord(store, 'programme', programme);
  loopback = await LoopbackGraph.start();
  const { id: clientId, password } = graphClient;
  const { baseUrl, loginUrl } = loopback;
  graph = openGraph({ clock: new SystemClock(), baseUrl, loginUrl, tenantId, clientId, password });
});
afterEach(async () => {
  await graph.close();
  await loopback.close();
  await store.close();
  folder.remove();
});

function join(count: number, from = 0): void {
  for (let index = from; index < from + count; index += 1) loopback.add(nurse(index));
  loopback.join(
    group,
    Array.from({ length: count }, (_, index) => oid(from + index)),
  );
}
const sync = (more: Partial<SyncPeopleCommand> = {}) =>
  syncPeople({ store, keys, clock }, graph.directory, { programmeId: programme.id, ...more });
async function people(): Promise<Person[]> {
  const found: Person[] = [];
  for await (const { document } of listRecords(store, 'person', programme.id)) found.push(document);
  return found;
}
const programmesOf = async (index: number) =>
  (await readRecord(store, 'membership', membershipPk(personIdOf(index)), 'membership'))?.document.programmes;

it('takes everybody first, over pages, and then only who joined or left', async () => {
  join(25);
  loopback.pageSize = 10;
  expect(await sync()).toMatchObject({
    outcome: 'synced',
    read: 'everybody',
    added: 25,
    refused: 0,
    left: [],
  });
  const [first] = await people();
  expect(first).toMatchObject({ staffGroup: 'nurses', site: 'RZZ01', area: 'Ward 7', fromGroups: [group] });

  loopback.requests.length = 0;
  join(1, 25);
  loopback.leave(group, [oid(3)]);
  expect(await sync()).toMatchObject({ read: 'changes', added: 1, unchanged: 0, left: [oid(3)] });
  expect(loopback.requests).toEqual(['GET /v1.0/groups/delta', 'GET /v1.0/users']);
  expect(await people()).toHaveLength(25);
  expect(await programmesOf(3)).toEqual([]);
  expect(await programmesOf(25)).toEqual([{ programmeId: programme.id, organisationId: 'RZZ' }]);
});

it('reads everybody again after a week, on an expired mark, under other rules, with a group in the group, or when told', async () => {
  join(3);
  await sync();
  const read = async (more: Partial<SyncPeopleCommand> = {}) => {
    const result = await sync(more);
    return 'read' in result ? result.read : result.outcome;
  };
  expect(await read()).toBe('changes');
  expect(await read({ isFull: true })).toBe('everybody');
  await clock.advance(6 * 24 * 3_600_000);
  expect(await read()).toBe('changes');
  await clock.advance(24 * 3_600_000);
  expect(await read()).toBe('everybody');
  loopback.expireMarks();
  expect(await read()).toBe('everybody');
  const { directory, ...rest } = programme;
  if (directory) {
    await upsertRecord(store, 'programme', {
      ...rest,
      directory: { ...directory, area: { attribute: 'city' } },
    });
  }
  expect(await read()).toBe('everybody');
  loopback.join(group, [other], 'group');
  loopback.join(other, [oid(0)]);
  expect(await read()).toBe('everybody');
  expect(await read()).toBe('everybody');
});

it('counts what stands for nothing, refuses those people alone, and keeps them as they were', async () => {
  join(3);
  await sync();
  for (const index of [0, 5, 6]) {
    loopback.add(nurse(index, { attributes: { jobTitle: 'Ward Clerk', officeLocation: 'RZZ01' } }));
  }
  loopback.add(nurse(7, { attributes: { jobTitle: 'Consultant' } }));
  loopback.add(nurse(8, { accountEnabled: false }));
  loopback.join(group, [oid(5), oid(6), oid(7), oid(8)]);
  const refused: string[] = [];
  const result = await sync({ isFull: true, onRefused: ({ displayName }) => refused.push(displayName) });
  expect(result).toMatchObject({ outcome: 'synced', unchanged: 2, refused: 4, disabled: 1, left: [] });
  expect(result).toMatchObject({
    unmapped: [
      { field: 'staffGroup', attribute: 'jobTitle', value: 'Ward Clerk', people: 3, isRefused: true },
      { field: 'site', attribute: 'officeLocation', value: '', people: 1, isRefused: true },
    ],
  });
  expect(refused).toHaveLength(4);
  expect(await people()).toMatchObject([
    { staffGroup: 'nurses' },
    { staffGroup: 'nurses' },
    { staffGroup: 'nurses' },
  ]);
});

it('keeps what only a people file says, and a people file keeps where somebody comes from', async () => {
  join(1);
  await sync();
  const row = {
    aadObjectId: oid(0),
    displayName: 'Invented Person 0',
    staffGroup: 'nurses',
    site: 'RZZ01',
    area: 'Ward 9',
    shift: 'nights',
    trainedOn: '2026-10-01',
  };
  await importPeople({ store, keys, clock }, { programmeId: programme.id, rows: [{ line: 2, row }] });
  expect(await people()).toMatchObject([{ area: 'Ward 9', fromGroups: [group] }]);
  expect(await sync({ isFull: true })).toMatchObject({ changed: 1 });
  expect(await people()).toMatchObject([{ area: 'Ward 7', shift: 'nights', trainedOn: '2026-10-01' }]);
});

it('removes nobody who came from a people file or is still in another group; role holders and champions keep their chat', async () => {
  const champions = [{ aadObjectId: oid(1), displayName: 'Chris Champion' }];
  await upsertRecord(store, 'programme', { ...programme, champions });
  const lead = nurse(90, { id: programme.roles.lead?.[0]?.aadObjectId ?? '' });
  join(12);
  loopback.add(lead);
  loopback.join(group, [lead.id]);
  loopback.join(other, [oid(0)]);
  const row = { aadObjectId: oid(50), displayName: 'From A File', staffGroup: 'nurses', site: 'RZZ01' };
  await importPeople({ store, keys, clock }, { programmeId: programme.id, rows: [{ line: 2, row }] });
  await sync();
  expect(await sync({ group: other })).toMatchObject({ read: 'everybody', changed: 1, left: [] });

  loopback.leave(group, [oid(0), oid(1), lead.id]);
  const { left: gone } = { left: [], ...(await sync()) };
  expect([...gone].sort()).toEqual([oid(1), lead.id].sort());
  const left = await people();
  expect(left).toHaveLength(12);
  expect(left.find(({ aadObjectId }) => aadObjectId === oid(0))).toMatchObject({ fromGroups: [other] });
  const leadId = keys.personIdOf(tenantId, lead.id);
  const membership = await readRecord(store, 'membership', membershipPk(leadId), 'membership');
  expect(membership?.document.programmes).toHaveLength(1);
  expect(await programmesOf(1)).toHaveLength(1);
});

it('keeps the chat of somebody whom another group brings at the very moment at which they leave this one', async () => {
  join(1);
  await sync();
  loopback.leave(group, [oid(0)]);
  const racing = new FaultyStore(store, () => undefined);
  const remove = racing.delete.bind(racing);
  racing.delete = async (...place) => {
    // The reading of the other group found the membership there, before it was ended.
    const person = await readRecord(store, 'person', programme.id, place[2]);
    if (person)
      await replaceRecord(
        store,
        'person',
        { ...person.document, fromGroups: [group, other] },
        person.version,
      );
    racing.delete = remove;
    return remove(...place);
  };
  await syncPeople({ store: racing, keys, clock }, graph.directory, { programmeId: programme.id });
  expect(await people()).toMatchObject([{ fromGroups: [other] }]);
  expect(await programmesOf(0)).toHaveLength(1);
});

it('lets a fifth leave at once, and more only when somebody says so', async () => {
  join(20);
  await sync();
  loopback.leave(
    group,
    Array.from({ length: 15 }, (_, index) => oid(index)),
  );
  expect(await sync()).toMatchObject({ outcome: 'manyLeave', of: 20, left: { length: 15 } });
  expect(await people()).toHaveLength(20);
  expect(await sync({ isDryRun: true, mayManyLeave: true })).toMatchObject({ outcome: 'wouldSync' });
  expect(await people()).toHaveLength(20);
  expect(await sync({ mayManyLeave: true })).toMatchObject({ outcome: 'synced', left: { length: 15 } });
  expect(await people()).toHaveLength(5);
});

it('goes on where the directory broke off, and loses nobody who joined meanwhile', async () => {
  join(30);
  loopback.pageSize = 10;
  loopback.permissions.delete('User.Read.All');
  expect(await sync()).toMatchObject({ outcome: 'noPermission', permission: 'User.Read.All' });
  loopback.permissions.add('User.Read.All');
  const onProgress = (done: number) => {
    // Somebody joins in the middle of the reading, and then Graph is gone for good.
    if (done === 10) loopback.strike({ path: /transitiveMembers/, times: 1, status: 501 });
  };
  await expect(sync({ onProgress })).rejects.toMatchObject({ of: 'directory' });
  expect(await people()).toHaveLength(10);
  const joinLate = (done: number) => {
    if (done === 30) join(1, 30);
  };
  expect(await sync({ onProgress: joinLate })).toMatchObject({ read: 'everybody', added: 20, unchanged: 10 });
  expect(await sync()).toMatchObject({ read: 'changes', added: 1 });
});

it.each([
  ['noSuchProgramme', { programmeId: 'nowhere' as never }, programme],
  ['noGroup', { group: 'nurses of Larkmere' }, programme],
  ['noSuchGroup', { group: other }, programme],
  ['otherTenant', {}, { ...programme, tenantId: 'ffffffff-0000-4000-8000-000000000000' }],
] as const)('says %s', async (outcome, more, applied) => {
  await upsertRecord(store, 'programme', applied);
  join(1);
  expect(await sync(more)).toEqual({ outcome });
});
