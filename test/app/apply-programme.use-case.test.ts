import { membershipPk, personDocumentId } from '../../src/app/documents';
import type { Store } from '../../src/app/ports/store';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { findProgramme } from '../../src/app/programme/find-programme';
import { readRecord, upsertRecord } from '../../src/app/records';
import { asId } from '../../src/domain/ids';
import type { Person } from '../../src/domain/programme/person';
import type { Programme } from '../../src/domain/programme/programme';
import { ServiceKeys } from '../../src/storage/keys/service-keys';
import { FakeClock } from '../support/fake-clock';
import { aProgramme, deputyOid, leadOid, sroOid, tenantId } from '../support/samples';
import { eachStore } from '../support/stores';

const keys = new ServiceKeys(new Uint8Array(32));
const clock = new FakeClock();
const programmesOf = async (store: Store, aadObjectId: string) => {
  const personId = keys.personIdOf(tenantId, aadObjectId);
  const found = await readRecord(store, 'membership', membershipPk(personId), 'membership');
  return found?.document.programmes;
};

function aPerson(aadObjectId: string): Person {
  return {
    personId: keys.personIdOf(tenantId, aadObjectId),
    programmeId: aProgramme().id,
    organisationId: asId('RZZ'),
    aadObjectId,
    displayName: 'Nia Fernwick',
    staffGroup: 'doctors',
    site: 'RZZ02',
  };
}

eachStore('applying a programme', (open) => {
  let store: Store;
  const apply = (programme: Programme) => applyProgramme({ store, keys, clock }, programme);
  beforeEach(async () => {
    store = await open();
  });

  it('creates it, and reads back what was written', async () => {
    expect(await apply(aProgramme())).toEqual({ outcome: 'created' });
    expect(await findProgramme(store, aProgramme().id)).toMatchObject(aProgramme());
  });

  it('changes nothing the second time', async () => {
    await apply(aProgramme());
    const before = await readRecord(store, 'programme', aProgramme().id, aProgramme().id);
    expect(await apply(aProgramme())).toEqual({ outcome: 'unchanged' });
    const after = await readRecord(store, 'programme', aProgramme().id, aProgramme().id);
    expect(after?.version).toBe(before?.version);
  });

  it('says what it updated', async () => {
    await apply(aProgramme());
    const outcome = await apply({ ...aProgramme(), confidenceFloor: 0.7 });
    expect(outcome).toEqual({
      outcome: 'updated',
      changes: [{ what: 'confidenceFloor', change: 'changed', before: '0.6', after: '0.7' }],
    });
    expect((await findProgramme(store, aProgramme().id))?.confidenceFloor).toBe(0.7);
  });

  it('stores nothing of a programme that does not hang together', async () => {
    expect(await apply({ ...aProgramme(), minimumGroupSize: 3 })).toMatchObject({ outcome: 'invalid' });
    expect(await findProgramme(store, aProgramme().id)).toBeUndefined();
  });

  it('keeps the tenant, and invented people apart from real ones', async () => {
    await apply(aProgramme());
    expect(await apply({ ...aProgramme(), tenantId: 'other' })).toEqual({
      outcome: 'cannotChange',
      field: 'tenantId',
    });
    expect(await apply({ ...aProgramme(), isSynthetic: false, sending: {} })).toEqual({
      outcome: 'cannotChange',
      field: 'isSynthetic',
    });
  });

  it('refuses to take a site or a staff group away from the people in it', async () => {
    await apply(aProgramme());
    await upsertRecord(store, 'person', aPerson('cccccccc-0000-4000-8000-000000000001'));
    const smaller = {
      ...aProgramme(),
      sites: aProgramme().sites.slice(0, 1),
      staffGroups: aProgramme().staffGroups.slice(0, 1),
    };
    expect(await apply(smaller)).toEqual({
      outcome: 'peopleStranded',
      places: [
        { what: 'sites RZZ02', people: 1 },
        { what: 'staffGroups doctors', people: 1 },
      ],
    });
    await store.delete(
      'programmes',
      aProgramme().id,
      personDocumentId(aPerson('cccccccc-0000-4000-8000-000000000001').personId),
    );
    expect(await apply(smaller)).toMatchObject({ outcome: 'updated' });
  });

  it('lets everybody with a role be found from their chat, until the role ends', async () => {
    await apply(aProgramme());
    const entry = { programmeId: aProgramme().id, organisationId: 'RZZ' };
    for (const oid of [leadOid, sroOid, deputyOid]) expect(await programmesOf(store, oid)).toEqual([entry]);
    const { deputySro: _, ...roles } = aProgramme().roles;
    await apply({ ...aProgramme(), roles });
    expect(await programmesOf(store, deputyOid)).toEqual([]);
    expect(await programmesOf(store, sroOid)).toEqual([entry]);
  });

  it('leaves the membership of a former role holder who is one of the staff', async () => {
    await upsertRecord(store, 'person', aPerson(deputyOid));
    await upsertRecord(store, 'membership', {
      personId: aPerson(deputyOid).personId,
      programmes: [{ programmeId: aProgramme().id, organisationId: asId('RZZ') }],
    });
    await apply(aProgramme());
    const { deputySro: _, ...roles } = aProgramme().roles;
    await apply({ ...aProgramme(), roles });
    expect(await programmesOf(store, deputyOid)).toHaveLength(1);
  });

  it('applied twice at the same moment is stored once', async () => {
    const outcomes = await Promise.all([apply(aProgramme()), apply(aProgramme())]);
    expect(outcomes.map(({ outcome }) => outcome)).toContain('created');
    expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
  });
});
