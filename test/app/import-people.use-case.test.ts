import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { membershipPk, personDocumentId } from '../../src/app/documents';
import { importPeople, type RefusedRow, type SourceRow } from '../../src/app/people/import-people.use-case';
import type { Store } from '../../src/app/ports/store';
import { createRecord, listRecords, readRecord } from '../../src/app/records';
import { asId, type OrganisationId, type ProgrammeId } from '../../src/domain/ids';
import type { Person } from '../../src/domain/programme/person';
import type { PersonRow } from '../../src/domain/programme/person-row';
import { CosmosStore } from '../../src/storage/cosmos/cosmos-store';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { ServiceKeys } from '../../src/storage/keys/service-keys';
import { addPeople } from '../support/add-people';
import { emulatorKey, startCosmosEmulator } from '../support/cosmos-emulator';
import { storeFileIn, temporaryFolder } from '../support/embedded';
import { FakeClock } from '../support/fake-clock';
import { FaultProxy } from '../support/fault-proxy';
import { aProgramme, tenantId } from '../support/samples';
import { eachStore } from '../support/stores';

const keys = new ServiceKeys(new Uint8Array(32));
const clock = new FakeClock();
const programmeId = aProgramme().id;

const oid = (number: number) => `dddddddd-0000-4000-8000-${String(number).padStart(12, '0')}`;
const written = (number: number) => ({
  aadObjectId: oid(number),
  displayName: `Person ${number}`,
  staffGroup: 'nurses',
  site: 'RZZ01',
});
const row = (number: number, change: Partial<PersonRow> = {}): SourceRow => ({
  line: number + 1,
  row: { ...written(number), ...change },
});

async function people(store: Store): Promise<Person[]> {
  const found: Person[] = [];
  for await (const { document } of listRecords(store, 'person', programmeId)) found.push(document);
  return found;
}

eachStore('importing people', (open) => {
  let store: Store;
  const refused: RefusedRow[] = [];
  const take = (rows: readonly SourceRow[], isDryRun = false) =>
    importPeople(
      { store, keys, clock },
      { programmeId, rows, isDryRun, onRefused: (one) => refused.push(one) },
    );
  beforeEach(async () => {
    refused.length = 0;
    store = await open();
    await createRecord(store, 'programme', aProgramme());
  });

  it('leaves alone whom a test has added by itself: they are written alike', async () => {
    await take([row(1)]);
    const personId = keys.personIdOf(tenantId, oid(2));
    const organisationId = asId<OrganisationId>('RZZ');
    await addPeople(store, [{ ...written(2), personId, programmeId, organisationId }]);
    expect(await take([row(2)])).toMatchObject({ unchanged: 1 });
    const memberships = await Promise.all(
      [keys.personIdOf(tenantId, oid(1)), personId].map((id) =>
        readRecord(store, 'membership', membershipPk(id), 'membership'),
      ),
    );
    const [one, other] = memberships.map((found) => found?.document.programmes);
    expect(other).toEqual(one);
    expect(one).toHaveLength(1);
  });

  it('adds, changes and leaves alone, and says how many of each', async () => {
    expect(await take([row(1), row(2)])).toEqual({
      outcome: 'imported',
      added: 2,
      changed: 0,
      unchanged: 0,
      refused: 0,
      missing: [],
    });
    const again = await take([row(1), row(2, { site: 'RZZ02' }), row(3)]);
    expect(again).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    expect(await take([row(1), row(2, { site: 'RZZ02' }), row(3)])).toMatchObject({
      unchanged: 3,
      changed: 0,
    });
  });

  it('writes each person with a membership in the organisation of their site', async () => {
    await take([row(1, { trainedOn: '2026-01-05' })]);
    const personId = keys.personIdOf(tenantId, oid(1));
    const stored = await readRecord(store, 'person', programmeId, personDocumentId(personId));
    expect(stored?.document).toMatchObject({ organisationId: 'RZZ', trainedOn: '2026-01-05' });
    const membership = await readRecord(store, 'membership', membershipPk(personId), 'membership');
    expect(membership?.document.programmes).toEqual([{ programmeId, organisationId: 'RZZ' }]);
  });

  it('keeps a membership of another programme', async () => {
    const personId = keys.personIdOf(tenantId, oid(1));
    const other = { programmeId: asId<ProgrammeId>('other'), organisationId: asId<never>('RYY') };
    await createRecord(store, 'membership', { personId, programmes: [other] });
    await take([row(1)]);
    const membership = await readRecord(store, 'membership', membershipPk(personId), 'membership');
    expect(membership?.document.programmes).toEqual([other, { programmeId, organisationId: 'RZZ' }]);
  });

  it('reports a bad row with its line and keeps the good ones', async () => {
    const result = await take([row(1), row(2, { site: 'RZZ77' }), { line: 9, unreadable: 'torn' }, row(3)]);
    expect(result).toMatchObject({ added: 2, refused: 2 });
    expect(refused).toEqual([
      { line: 3, reasons: ['site "RZZ77" is not declared in the programme'] },
      { line: 9, reasons: ['torn'] },
    ]);
  });

  it('reports a second row for one person, whatever its capital letters', async () => {
    const result = await take([
      row(1),
      { ...row(1, { aadObjectId: oid(1).toUpperCase(), site: 'RZZ02' }), line: 7 },
    ]);
    expect(result).toMatchObject({ added: 1, refused: 1 });
    expect(refused).toEqual([{ line: 7, reasons: ['the same aad_object_id stands on line 2'] }]);
  });

  it('changes nothing in a dry run but says the same', async () => {
    await take([row(1)]);
    const dry = await take([row(1, { site: 'RZZ02' }), row(2)], true);
    expect(dry).toMatchObject({ outcome: 'wouldImport', added: 1, changed: 1 });
    expect(await people(store)).toMatchObject([{ site: 'RZZ01' }]);
  });

  it('reports people whom the file does not name, and keeps them', async () => {
    await take([row(1), row(2)]);
    expect(await take([row(2)])).toMatchObject({ missing: [oid(1)] });
    // A row that is refused names its person all the same.
    expect(await take([row(1, { site: 'RZZ77' }), row(2)])).toMatchObject({ refused: 1, missing: [] });
    expect(await people(store)).toHaveLength(2);
  });

  it('knows no programme that was not applied', async () => {
    const outcome = await importPeople(
      { store, keys, clock },
      { programmeId: asId('nowhere'), rows: [row(1)] },
    );
    expect(outcome).toEqual({ outcome: 'noSuchProgramme' });
  });
});

describe('on the embedded store', () => {
  const folder = temporaryFolder();
  let store: EmbeddedStore;
  beforeAll(() => {
    store = EmbeddedStore.open(storeFileIn(folder));
  });
  afterAll(async () => {
    await store.close();
    folder.remove();
  });

  it('any mixture of good and bad rows keeps exactly the good ones, and a repetition changes nothing', async () => {
    const garbage: fc.Arbitrary<SourceRow> = fc.record({
      line: fc.nat(),
      row: fc.record({
        aadObjectId: fc.string(),
        displayName: fc.string(),
        staffGroup: fc.string(),
        site: fc.string(),
      }),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(garbage, { maxLength: 8 }),
        fc.shuffledSubarray([1, 2, 3, 4, 5]),
        async (bad, good) => {
          run += 1;
          const programme = { ...aProgramme(), id: asId<ProgrammeId>(`run-${run}`) };
          await createRecord(store, 'programme', programme);
          const rows = [...bad, ...good.map((number) => row(number))];
          const command = { programmeId: programme.id, rows };
          const first = await importPeople({ store, keys, clock }, command);
          expect(first).toMatchObject({ added: good.length, refused: bad.length });
          expect(await importPeople({ store, keys, clock }, command)).toMatchObject({
            unchanged: good.length,
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});

it('obeys a store that asks to slow down, and repeats a write whose reply was lost', async () => {
  const emulator = await startCosmosEmulator();
  const proxy = await FaultProxy.start(emulator.endpoint);
  const store = await CosmosStore.connect({
    endpoint: proxy.endpoint,
    database: 'faults',
    key: emulatorKey,
    createIfMissing: true,
    operationTimeoutMs: 500,
  });
  try {
    await createRecord(store, 'programme', aProgramme());
    const writes = (seen: { readonly method: string; readonly url: string }) =>
      seen.method === 'POST' && seen.url.includes('programmes/docs');
    const busy = { kind: 'status', status: 429, headers: { 'x-ms-retry-after-ms': '600' } } as const;
    proxy.inject({ fault: busy, when: 'before', times: 1, matching: writes });
    proxy.inject({ fault: { kind: 'reset' }, when: 'after', times: 1, matching: writes });
    let isDone = false;
    const importing = importPeople({ store, keys, clock }, { programmeId, rows: [row(1), row(2)] }).finally(
      () => {
        isDone = true;
      },
    );
    while (!isDone) {
      await clock.advance(500);
      await nextTurn();
    }
    expect(await importing).toMatchObject({ refused: 0, missing: [] });
    expect(await people(store)).toHaveLength(2);
    expect(proxy.seen.filter(writes).length).toBeGreaterThan(3);
  } finally {
    await store.close();
    await proxy.close();
    await emulator.close();
  }
});
