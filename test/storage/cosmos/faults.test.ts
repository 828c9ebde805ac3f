/** What the Cosmos DB store does when the network or the service fails, injected over real HTTP. */

import { ConflictError, ThrottledError, UnavailableError } from '../../../src/app/ports/errors';
import type { SessionToken } from '../../../src/app/ports/store';
import { CosmosStore } from '../../../src/storage/cosmos/cosmos-store';
import type { CosmosOperation } from '../../../src/storage/cosmos/request-plugin';
import { aDocument, type ContractDocument, newPartition } from '../../contract/contract-document';
import { type CosmosEmulator, emulatorKey, startCosmosEmulator } from '../../support/cosmos-emulator';
import { type Fault, FaultProxy, type SeenRequest } from '../../support/fault-proxy';

let emulator: CosmosEmulator;
let proxy: FaultProxy;
let store: CosmosStore;
let direct: CosmosStore;
const counted: CosmosOperation[] = [];

beforeAll(async () => {
  emulator = await startCosmosEmulator();
  proxy = await FaultProxy.start(emulator.endpoint);
  const account = { database: 'faults', key: emulatorKey };
  direct = await CosmosStore.connect({ ...account, endpoint: emulator.endpoint, createIfMissing: true });
  store = await CosmosStore.connect({
    ...account,
    endpoint: proxy.endpoint,
    requestTimeoutMs: 200,
    operationTimeoutMs: 1_000,
    onRequest: (operation) => counted.push(operation),
  });
});
beforeEach(() => {
  proxy.calm();
  counted.length = 0;
});
afterAll(async () => {
  await store.close();
  await direct.close();
  await proxy.close();
  await emulator.close();
});

const isQuery = ({ headers }: SeenRequest) =>
  headers['x-ms-documentdb-isquery'] !== undefined && !isQueryPlan(headers);
const isQueryPlan = (headers: SeenRequest['headers']) =>
  headers['x-ms-cosmos-is-query-plan-request'] !== undefined;
const isWrite = (seen: SeenRequest) =>
  ['POST', 'PUT', 'DELETE'].includes(seen.method) && !isQuery(seen) && !isQueryPlan(seen.headers);
const isPointRead = ({ method, url }: SeenRequest) => method === 'GET' && url.includes('/docs/');

function inject(
  fault: Fault,
  when: 'before' | 'after',
  matching: (seen: SeenRequest) => boolean,
  times = 1,
): void {
  proxy.inject({ fault, when, matching, times });
}
const seenCount = (matching: (seen: SeenRequest) => boolean) => proxy.seen.filter(matching).length;
const stored = async (pk: string) =>
  (await direct.read<ContractDocument>('responses', pk, 'a'))?.document.count;

const unclear: readonly (readonly [string, Fault])[] = [
  ['a lost connection', { kind: 'reset' }],
  ['no reply within the time limit', { kind: 'hang' }],
  ['408', { kind: 'status', status: 408 }],
  ['410', { kind: 'status', status: 410 }],
  ['500', { kind: 'status', status: 500 }],
  ['502', { kind: 'status', status: 502 }],
  ['503', { kind: 'status', status: 503 }],
];

describe.each(unclear)('a write that meets %s', (_name, fault) => {
  const ambiguous = { name: 'UnavailableError', isAmbiguous: true };

  test.each(['before', 'after'] as const)(
    '%s the commit is ambiguous and is not sent again',
    async (when) => {
      const pk = newPartition();
      const isThere = when === 'after';
      inject(fault, when, isWrite);
      await expect(store.create('responses', aDocument(pk, 'a', { count: 1 }))).rejects.toMatchObject(
        ambiguous,
      );
      expect(seenCount(isWrite)).toBe(1);
      expect(await stored(pk)).toBe(isThere ? 1 : undefined);

      const { version } = await direct.upsert('responses', aDocument(pk, 'a', { count: 1 }));
      inject(fault, when, isWrite);
      await expect(
        store.replace('responses', aDocument(pk, 'a', { count: 2 }), version),
      ).rejects.toMatchObject(ambiguous);
      expect(await stored(pk)).toBe(isThere ? 2 : 1);

      inject(fault, when, isWrite);
      await expect(store.upsert('responses', aDocument(pk, 'a', { count: 3 }))).rejects.toMatchObject(
        ambiguous,
      );
      expect(await stored(pk)).toBe(isThere ? 3 : 1);

      inject(fault, when, isWrite);
      await expect(store.delete('responses', pk, 'a')).rejects.toMatchObject(ambiguous);
      expect(await stored(pk)).toBe(isThere ? undefined : 1);
      expect(seenCount(isWrite)).toBe(4);
    },
  );
});

test('a create repeated after its reply was lost conflicts, so that the caller finds its document', async () => {
  const document = aDocument(newPartition(), 'a', { count: 1 });
  inject({ kind: 'reset' }, 'after', isWrite);
  await expect(store.create('responses', document)).rejects.toMatchObject({ isAmbiguous: true });
  await expect(store.create('responses', document)).rejects.toThrow(ConflictError);
  expect((await store.read('responses', document.pk, 'a'))?.document).toEqual(document);
});

describe.each(unclear)('a read that meets %s', (_name, fault) => {
  test.each(['before', 'after'] as const)('%s it was answered is repeated', async (when) => {
    const document = aDocument(newPartition(), 'a', { count: 1 });
    await direct.create('responses', document);
    inject(fault, when, isPointRead, 2);
    expect((await store.read('responses', document.pk, 'a'))?.document).toEqual(document);
    expect(seenCount(isPointRead)).toBe(3);
    inject(fault, when, isQuery);
    const { items } = await store.list('responses', { pk: document.pk, type: 'contract', limit: 5 });
    expect(items.map((item) => item.document)).toEqual([document]);
    expect(seenCount(isQuery)).toBe(2);
  });
});

test('a read of a service that stays silent ends at its time limit, and is not ambiguous', async () => {
  inject({ kind: 'hang' }, 'before', isPointRead, 100);
  await expect(store.read('responses', 'p', 'a')).rejects.toMatchObject({
    name: 'UnavailableError',
    isAmbiguous: false,
  });
  expect(seenCount(isPointRead)).toBeLessThanOrEqual(6);
});

test('ends when the caller gives up, saying what is known of the write', async () => {
  const pk = newPartition();
  inject({ kind: 'hang' }, 'after', isWrite);
  await expect(
    store.create('responses', aDocument(pk, 'a', { count: 1 }), { signal: AbortSignal.timeout(50) }),
  ).rejects.toMatchObject({ name: 'UnavailableError', isAmbiguous: true });
  expect(await stored(pk)).toBe(1);
  inject({ kind: 'hang' }, 'before', isPointRead);
  await expect(store.read('responses', pk, 'a', { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
    name: 'UnavailableError',
    isAmbiguous: false,
  });
});

describe('429', () => {
  const throttle = (retryAfterMs?: number): Fault => ({
    kind: 'status',
    status: 429,
    ...(retryAfterMs === undefined ? {} : { headers: { 'x-ms-retry-after-ms': String(retryAfterMs) } }),
  });

  test('is waited out for as long as the service says, writes included', async () => {
    const pk = newPartition();
    inject(throttle(60), 'before', isWrite, 3);
    const began = performance.now();
    await store.create('responses', aDocument(pk, 'a', { count: 1 }));
    expect(performance.now() - began).toBeGreaterThanOrEqual(180 - 3);
    expect(seenCount(isWrite)).toBe(4);
    expect(await stored(pk)).toBe(1);
  });

  test('without a hint is answered by waiting longer and longer, never by hammering', async () => {
    inject(throttle(), 'before', isPointRead, 1_000);
    await expect(store.read('responses', 'p', 'a')).rejects.toThrow(ThrottledError);
    expect(seenCount(isPointRead)).toBeGreaterThan(2);
    expect(seenCount(isPointRead)).toBeLessThanOrEqual(8);
  });

  test('with a hint beyond the time limit is handed on at once, with the hint', async () => {
    inject(throttle(30_000), 'before', isWrite, 1_000);
    await expect(store.upsert('responses', aDocument('p', 'a'))).rejects.toMatchObject({
      name: 'ThrottledError',
      retryAfterMs: 30_000,
    });
    expect(seenCount(isWrite)).toBe(1);
  });

  test('in the middle of a list is waited out', async () => {
    const pk = newPartition();
    await direct.create('responses', aDocument(pk, 'a'));
    inject(throttle(10), 'before', isQuery, 2);
    expect((await store.list('responses', { pk, type: 'contract', limit: 5 })).items).toHaveLength(1);
  });
});

describe('a session token', () => {
  const session = '0:-1#17' as SessionToken;
  const isAhead: Fault = { kind: 'status', status: 404, headers: { 'x-ms-substatus': '1002' } };
  const tokens = (matching: (seen: SeenRequest) => boolean) =>
    proxy.seen.filter(matching).map(({ headers }) => headers['x-ms-session-token']);

  test('is kept on every repetition when the replica has not caught up', async () => {
    const document = aDocument(newPartition(), 'a');
    await direct.create('responses', document);
    inject(isAhead, 'before', isPointRead, 2);
    const found = await store.read('responses', document.pk, 'a', { session });
    expect(found?.document).toEqual(document);
    expect(tokens(isPointRead)).toEqual([session, session, session]);
    inject(isAhead, 'before', isQuery, 2);
    const query = { pk: document.pk, type: 'contract', limit: 5 };
    expect((await store.list('responses', query, { session })).items).toHaveLength(1);
    expect(tokens(isQuery)).toEqual([session, session, session]);
  });

  test('that no replica ever reaches is an error, never "there is no such document"', async () => {
    inject(isAhead, 'before', isPointRead, 1_000);
    await expect(store.read('responses', 'p', 'a', { session })).rejects.toThrow(UnavailableError);
    expect(new Set(tokens(isPointRead))).toEqual(new Set([session]));
  });
});

test('a missing container is an error, never "there is no such document"', async () => {
  const ownerIsMissing: Fault = { kind: 'status', status: 404, headers: { 'x-ms-substatus': '1003' } };
  inject(ownerIsMissing, 'before', isPointRead);
  await expect(store.read('responses', 'p', 'a')).rejects.toThrow(UnavailableError);
});

test.each([400, 401, 403, 413])('%i is not repeated, and nothing was written', async (status) => {
  inject({ kind: 'status', status }, 'before', () => true, 2);
  await expect(store.create('responses', aDocument('p', 'a'))).rejects.toMatchObject({
    name: 'UnavailableError',
    isAmbiguous: false,
  });
  await expect(store.read('responses', 'p', 'a')).rejects.toThrow(UnavailableError);
  expect(proxy.seen).toHaveLength(2);
});

test('no error repeats an id, a partition or a text', async () => {
  const document = aDocument('partition-of-somebody', 'id-of-somebody', { text: 'words' });
  for (const status of [400, 409, 412, 429, 500]) {
    inject({ kind: 'status', status, headers: { 'x-ms-retry-after-ms': '60000' } }, 'after', isWrite);
    const error = await store.upsert('responses', document).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    const told = JSON.stringify([error?.message, error?.cause, { ...error }]);
    expect(error).toBeInstanceOf(Error);
    expect(told).not.toMatch(/somebody|words/);
  }
});

test('every request for a document is reported, the repeated ones too, and nothing else', async () => {
  const document = aDocument(newPartition(), 'a');
  inject({ kind: 'status', status: 429 }, 'before', isWrite);
  const { version } = await store.create('responses', document);
  await store.read('responses', document.pk, 'a');
  await store.replace('responses', document, version);
  await store.upsert('responses', document);
  await store.list('responses', { pk: document.pk, type: 'contract', limit: 1 });
  await store.due('normal', '1970-01-01T00:00:00.000Z', 1);
  await store.delete('responses', document.pk, 'a');
  expect(counted).toEqual(['create', 'create', 'read', 'replace', 'upsert', 'query', 'query', 'delete']);
});

test('two instances that start at once on an empty account both find their containers', async () => {
  const options = { endpoint: emulator.endpoint, key: emulatorKey, database: 'new', createIfMissing: true };
  const both = await Promise.all([CosmosStore.connect(options), CosmosStore.connect(options)]);
  for (const each of both) {
    await each.check();
    await each.close();
    await expect(each.check()).rejects.toThrow(UnavailableError);
  }
});

test('does not start where its containers are missing, or where nobody answers', async () => {
  const options = {
    endpoint: emulator.endpoint,
    key: emulatorKey,
    database: 'absent',
    operationTimeoutMs: 100,
  };
  await expect(CosmosStore.connect(options)).rejects.toThrow(UnavailableError);
  const nobody = { ...options, endpoint: 'http://127.0.0.1:9/' };
  await expect(CosmosStore.connect(nobody)).rejects.toMatchObject({ isAmbiguous: false });
});
