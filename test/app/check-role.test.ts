/** A role is what the programme's record says, seconds old at most. */

import type { AppContext } from '../../src/app/context';
import { checkRole } from '../../src/app/programme/check-role';
import { programmeFreshForMs } from '../../src/app/programme/current-programme';
import { upsertRecord } from '../../src/app/records';
import { asId, type ProgrammeId } from '../../src/domain/ids';
import type { Role } from '../../src/domain/programme/programme';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { storeFileIn, temporaryFolder } from '../support/embedded';
import { FakeClock } from '../support/fake-clock';
import { aProgramme, leadOid, sroOid, tenantId } from '../support/samples';

const folder = temporaryFolder();
const clock = new FakeClock();
let app: Pick<AppContext, 'store' | 'clock'>;
beforeEach(async () => {
  const store = EmbeddedStore.open(storeFileIn(folder));
  app = { store, clock };
  await upsertRecord(store, 'programme', aProgramme());
});
afterEach(() => app.store.close());
afterAll(() => folder.remove());

const ask = (
  aadObjectId: string,
  roles: readonly Role[],
  more: { tenantId?: string; programmeId?: string } = {},
) =>
  checkRole(app, {
    programmeId: asId<ProgrammeId>(more.programmeId ?? 'larkfield'),
    tenantId: more.tenantId ?? tenantId,
    aadObjectId,
    roles,
  });

test('allows the holder of any of the roles, and says which', async () => {
  expect(await ask(leadOid, ['sro', 'lead'])).toEqual(
    expect.objectContaining({ outcome: 'allowed', role: 'lead' }),
  );
  expect(await ask(leadOid.toUpperCase(), ['lead'])).toEqual(expect.objectContaining({ outcome: 'allowed' }));
});

test('refuses everybody else', async () => {
  expect(await ask(leadOid, ['sro', 'deputySro'])).toEqual({ outcome: 'refused' });
  expect(await ask('someone-else', ['lead'])).toEqual({ outcome: 'refused' });
  expect(await ask(leadOid, [])).toEqual({ outcome: 'refused' });
  expect(await ask(leadOid, ['viewer'])).toEqual({ outcome: 'refused' });
});

test('knows no programme of another tenant', async () => {
  expect(await ask(leadOid, ['lead'], { tenantId: 'other' })).toEqual({ outcome: 'unknownProgramme' });
  expect(await ask(leadOid, ['lead'], { programmeId: 'nowhere' })).toEqual({ outcome: 'unknownProgramme' });
});

test('a role that is taken away ends within seconds', async () => {
  await ask(leadOid, ['lead']);
  const programme = aProgramme();
  const lead = [{ aadObjectId: sroOid, displayName: 'Nia New' }];
  await upsertRecord(app.store, 'programme', { ...programme, roles: { ...programme.roles, lead } });
  await clock.advance(programmeFreshForMs);
  expect(await ask(leadOid, ['lead'])).toEqual({ outcome: 'refused' });
  expect(await ask(sroOid, ['lead'])).toEqual(expect.objectContaining({ outcome: 'allowed' }));
});

test('a read that failed is not remembered', async () => {
  const real = app.store;
  const failing = Object.create(real, {
    read: { value: () => Promise.reject(new Error('away')), writable: true },
  });
  const asking = { ...app, store: failing };
  const question = {
    programmeId: asId<ProgrammeId>('larkfield'),
    tenantId,
    aadObjectId: leadOid,
    roles: ['lead'],
  } as const;
  await expect(checkRole(asking, question)).rejects.toThrow('away');
  failing.read = real.read.bind(real);
  expect(await checkRole(asking, question)).toEqual(expect.objectContaining({ outcome: 'allowed' }));
});
