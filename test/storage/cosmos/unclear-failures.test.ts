/** Failures that do not say whether the request was carried out, over real HTTP. */

import { ConflictError } from '../../../src/app/ports/errors';
import { aDocument, newPartition } from '../../contract/contract-document';
import type { Fault } from '../../support/fault-proxy';
import { FaultyAccount, isPointRead, isQuery, isWrite } from './faulty-account';

let account: FaultyAccount;
beforeAll(async () => {
  account = await FaultyAccount.start();
});
beforeEach(() => account.calm());
afterAll(() => account.stop());

const unclear: readonly (readonly [string, Fault])[] = [
  ['a lost connection', { kind: 'reset' }],
  ['no reply within the time limit', { kind: 'hang' }],
  ['408', { kind: 'status', status: 408 }],
  ['410', { kind: 'status', status: 410 }],
  ['500', { kind: 'status', status: 500 }],
  ['502', { kind: 'status', status: 502 }],
  ['503', { kind: 'status', status: 503 }],
];
const moments = ['before', 'after'] as const;

describe.each(unclear)('a write that meets %s', (_name, fault) => {
  test.each(moments)('%s the commit is ambiguous and is not sent again', async (when) => {
    const pk = newPartition();
    const store = account.storeFor(fault);
    const isThere = when === 'after';
    const storedAfter = async (write: () => Promise<unknown>) => {
      const { met } = account.inject(fault, when, isWrite);
      await expect(write()).rejects.toMatchObject({ name: 'UnavailableError', isAmbiguous: true });
      await met;
      return account.stored(pk);
    };
    const create = () => store.create('responses', aDocument(pk, 'a', { count: 1 }));
    expect(await storedAfter(create)).toBe(isThere ? 1 : undefined);
    const { version } = await account.direct.upsert('responses', aDocument(pk, 'a', { count: 1 }));
    const replace = () => store.replace('responses', aDocument(pk, 'a', { count: 2 }), version);
    expect(await storedAfter(replace)).toBe(isThere ? 2 : 1);
    const upsert = () => store.upsert('responses', aDocument(pk, 'a', { count: 3 }));
    expect(await storedAfter(upsert)).toBe(isThere ? 3 : 1);
    expect(await storedAfter(() => store.delete('responses', pk, 'a'))).toBe(isThere ? undefined : 1);
    expect(account.seen(isWrite)).toBe(4);
  });
});

test('a create repeated after its reply was lost conflicts, so that the caller finds its document', async () => {
  const document = aDocument(newPartition(), 'a', { count: 1 });
  account.inject({ kind: 'reset' }, 'after', isWrite);
  await expect(account.patient.create('responses', document)).rejects.toMatchObject({ isAmbiguous: true });
  await expect(account.patient.create('responses', document)).rejects.toThrow(ConflictError);
  expect((await account.patient.read('responses', document.pk, 'a'))?.document).toEqual(document);
});

describe.each(unclear)('a read that meets %s', (_name, fault) => {
  test.each(moments)('%s it was answered is repeated', async (when) => {
    const document = aDocument(newPartition(), 'a', { count: 1 });
    const store = account.storeFor(fault);
    const times = fault.kind === 'hang' ? 1 : 2;
    await account.direct.create('responses', document);
    account.inject(fault, when, isPointRead, times);
    expect((await store.read('responses', document.pk, 'a'))?.document).toEqual(document);
    expect(account.seen(isPointRead)).toBeGreaterThan(times);
    account.inject(fault, when, isQuery);
    const { items } = await store.list('responses', { pk: document.pk, type: 'contract', limit: 5 });
    expect(items.map((item) => item.document)).toEqual([document]);
    expect(account.seen(isQuery)).toBeGreaterThan(1);
  });
});

test('a read of a service that stays silent ends at its time limit, and is not ambiguous', async () => {
  account.inject({ kind: 'hang' }, 'before', isPointRead, 100);
  await expect(account.impatient.read('responses', 'p', 'a')).rejects.toMatchObject({
    name: 'UnavailableError',
    isAmbiguous: false,
  });
  expect(account.seen(isPointRead)).toBeLessThanOrEqual(5);
});

test('ends when the caller gives up, saying what is known of the write', async () => {
  const pk = newPartition();
  const caller = new AbortController();
  const options = { signal: caller.signal };
  const isCarriedOut = account.inject({ kind: 'hang' }, 'after', isWrite).met;
  const hasArrived = account.inject({ kind: 'hang' }, 'before', isPointRead).met;
  const results = Promise.allSettled([
    account.patient.create('responses', aDocument(pk, 'a', { count: 1 }), options),
    account.patient.read('responses', pk, 'a', options),
  ]);
  await Promise.all([isCarriedOut, hasArrived]);
  caller.abort();
  expect(await results).toMatchObject([
    { reason: { name: 'UnavailableError', isAmbiguous: true } },
    { reason: { name: 'UnavailableError', isAmbiguous: false } },
  ]);
  expect(await account.stored(pk)).toBe(1);
});
