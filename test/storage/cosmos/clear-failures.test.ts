/** Failures after which nothing was done: throttling, a replica behind, a refusal, a missing container. */

import { ThrottledError, UnavailableError } from '../../../src/app/ports/errors';
import type { SessionToken } from '../../../src/app/ports/store';
import { CosmosStore } from '../../../src/storage/cosmos/cosmos-store';
import { aDocument, newPartition } from '../../contract/contract-document';
import { emulatorKey } from '../../support/cosmos-emulator';
import type { Fault } from '../../support/fault-proxy';
import { FaultyAccount, isPointRead, isQuery, isWrite, type Matcher } from './faulty-account';

let account: FaultyAccount;
beforeAll(async () => {
  account = await FaultyAccount.start();
});
beforeEach(() => account.calm());
afterAll(() => account.stop());

describe('429', () => {
  const throttle = (retryAfterMs?: number): Fault => ({
    kind: 'status',
    status: 429,
    ...(retryAfterMs === undefined ? {} : { headers: { 'x-ms-retry-after-ms': String(retryAfterMs) } }),
  });

  test('is waited out for as long as the service says, writes included', async () => {
    const pk = newPartition();
    account.inject(throttle(60), 'before', isWrite, 3);
    const began = performance.now();
    await account.patient.create('responses', aDocument(pk, 'a', { count: 1 }));
    // A wait may be longer on a busy machine, never shorter but for a timer's rounding.
    expect(performance.now() - began).toBeGreaterThanOrEqual(3 * 59);
    expect(account.seen(isWrite)).toBe(4);
    expect(await account.stored(pk)).toBe(1);
  });

  test('without a hint is answered by waiting longer and longer, never by hammering', async () => {
    account.inject(throttle(), 'before', isPointRead, 1_000);
    await expect(account.impatient.read('responses', 'p', 'a')).rejects.toThrow(ThrottledError);
    expect(account.seen(isPointRead)).toBeGreaterThan(1);
    expect(account.seen(isPointRead)).toBeLessThanOrEqual(8);
  });

  test('with a hint beyond the time limit is handed on at once, with the hint', async () => {
    account.inject(throttle(30_000), 'before', isWrite, 1_000);
    await expect(account.patient.upsert('responses', aDocument('p', 'a'))).rejects.toMatchObject({
      name: 'ThrottledError',
      retryAfterMs: 30_000,
    });
    expect(account.seen(isWrite)).toBe(1);
  });

  test('of a list is waited out', async () => {
    const pk = newPartition();
    await account.direct.create('responses', aDocument(pk, 'a'));
    account.inject(throttle(10), 'before', isQuery, 2);
    const { items } = await account.patient.list('responses', { pk, type: 'contract', limit: 5 });
    expect(items).toHaveLength(1);
  });
});

describe('a session token', () => {
  const session = '0:-1#17' as SessionToken;
  const isAhead: Fault = { kind: 'status', status: 404, headers: { 'x-ms-substatus': '1002' } };
  const tokens = (matching: Matcher) =>
    account.proxy.seen.filter(matching).map(({ headers }) => headers['x-ms-session-token']);

  test('is kept on every repetition when the replica has not caught up', async () => {
    const document = aDocument(newPartition(), 'a');
    await account.direct.create('responses', document);
    account.inject(isAhead, 'before', isPointRead, 2);
    const found = await account.patient.read('responses', document.pk, 'a', { session });
    expect(found?.document).toEqual(document);
    expect(tokens(isPointRead)).toEqual([session, session, session]);
    account.inject(isAhead, 'before', isQuery, 2);
    const query = { pk: document.pk, type: 'contract', limit: 5 };
    expect((await account.patient.list('responses', query, { session })).items).toHaveLength(1);
    expect(tokens(isQuery)).toEqual([session, session, session]);
  });

  test('that no replica ever reaches is an error, never "there is no such document"', async () => {
    account.inject(isAhead, 'before', isPointRead, 1_000);
    const read = account.impatient.read('responses', 'p', 'a', { session });
    await expect(read).rejects.toThrow(UnavailableError);
    expect(new Set(tokens(isPointRead))).toEqual(new Set([session]));
  });
});

test('a missing container is an error, never "there is no such document"', async () => {
  const ownerIsMissing: Fault = { kind: 'status', status: 404, headers: { 'x-ms-substatus': '1003' } };
  account.inject(ownerIsMissing, 'before', isPointRead);
  await expect(account.patient.read('responses', 'p', 'a')).rejects.toThrow(UnavailableError);
});

test.each([400, 401, 403, 413])('%i is not repeated, and nothing was written', async (status) => {
  account.inject({ kind: 'status', status }, 'before', () => true, 2);
  await expect(account.patient.create('responses', aDocument('p', 'a'))).rejects.toMatchObject({
    name: 'UnavailableError',
    isAmbiguous: false,
  });
  await expect(account.patient.read('responses', 'p', 'a')).rejects.toThrow(UnavailableError);
  expect(account.proxy.seen).toHaveLength(2);
});

test('no error repeats an id, a partition or a text', async () => {
  const document = aDocument('partition-of-somebody', 'id-of-somebody', { text: 'words' });
  for (const status of [400, 409, 412, 429, 500]) {
    const headers = { 'x-ms-retry-after-ms': '60000' };
    account.inject({ kind: 'status', status, headers }, 'after', isWrite);
    const error = await account.patient.upsert('responses', document).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify([error?.message, error?.cause, { ...error }])).not.toMatch(/somebody|words/);
  }
});

test('every request for a document is reported, the repeated ones too, and nothing else', async () => {
  const document = aDocument(newPartition(), 'a');
  const { patient } = account;
  account.inject({ kind: 'status', status: 429 }, 'before', isWrite);
  const { version } = await patient.create('responses', document);
  await patient.read('responses', document.pk, 'a');
  await patient.replace('responses', document, version);
  await patient.upsert('responses', document);
  await patient.list('responses', { pk: document.pk, type: 'contract', limit: 1 });
  await patient.due('normal', '1970-01-01T00:00:00.000Z', 1);
  await patient.delete('responses', document.pk, 'a');
  const expected = ['create', 'create', 'read', 'replace', 'upsert', 'query', 'query', 'delete'];
  expect(account.counted).toEqual(expected);
});

test('two instances that start at once on an empty account both find their containers', async () => {
  const { endpoint } = account.emulator;
  const options = { endpoint, key: emulatorKey, database: 'new', createIfMissing: true };
  const both = await Promise.all([CosmosStore.connect(options), CosmosStore.connect(options)]);
  for (const each of both) {
    await each.check();
    await each.close();
    await expect(each.check()).rejects.toThrow(UnavailableError);
  }
});

test('does not start where its containers are missing, or where nobody answers', async () => {
  const { endpoint } = account.emulator;
  const options = { endpoint, key: emulatorKey, database: 'absent', operationTimeoutMs: 100 };
  await expect(CosmosStore.connect(options)).rejects.toThrow(UnavailableError);
  const nobody = { ...options, endpoint: 'http://127.0.0.1:9/' };
  await expect(CosmosStore.connect(nobody)).rejects.toMatchObject({ isAmbiguous: false });
});
