import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { ConflictError, UnavailableError } from '../../../src/app/ports/errors';
import { EmbeddedStore } from '../../../src/storage/embedded/embedded-store';
import { aDocument, type ContractDocument, numbered } from '../../contract/contract-document';
import { storeFileIn, type TemporaryFolder, temporaryFolder } from '../../support/embedded';

let folder: TemporaryFolder;
let filePath: string;
beforeEach(() => {
  folder = temporaryFolder();
  filePath = storeFileIn(folder);
});
afterEach(() => folder.remove());

test('creates the folder and the file for its owner alone, and finds its documents when opened again', async () => {
  const nested = join(folder.path, 'new', 'soundings.db');
  const first = EmbeddedStore.open(nested);
  await first.create('programmes', aDocument('p', 'a'));
  await first.close();
  expect(statSync(nested).mode & 0o077).toBe(0);
  const second = EmbeddedStore.open(nested);
  expect(await second.read('programmes', 'p', 'a')).toBeDefined();
  await second.close();
});

test('one refused write among many that commit together takes no other with it', async () => {
  const store = EmbeddedStore.open(filePath);
  await store.create('programmes', aDocument('p', 'taken', { text: 'first' }));
  const ids = Array.from({ length: 300 }, (_, n) => numbered('d', n));
  const results = await Promise.allSettled([
    ...ids.slice(0, 150).map((id) => store.create('programmes', aDocument('p', id))),
    store.create('programmes', aDocument('p', 'taken', { text: 'second' })),
    ...ids.slice(150).map((id) => store.create('programmes', aDocument('p', id))),
  ]);
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(refused).toEqual([expect.any(ConflictError)]);
  const { items } = await store.list('programmes', { pk: 'p', type: 'contract', limit: 1_000 });
  expect(items).toHaveLength(301);
  expect((await store.read<ContractDocument>('programmes', 'p', 'taken'))?.document.text).toBe('first');
  await store.close();
});

test('carries out the writes of one moment in the order in which they were asked for', async () => {
  const store = EmbeddedStore.open(filePath);
  await Promise.all(
    Array.from({ length: 20 }, (_, count) => store.upsert('programmes', aDocument('p', 'a', { count }))),
  );
  expect((await store.read<ContractDocument>('programmes', 'p', 'a'))?.document.count).toBe(19);
  await store.close();
});

test('gives up a write that its caller gave up before the commit', async () => {
  const store = EmbeddedStore.open(filePath);
  const caller = new AbortController();
  const write = store.create('programmes', aDocument('p', 'a'), { signal: caller.signal });
  caller.abort();
  await expect(write).rejects.toMatchObject({ name: 'UnavailableError', isAmbiguous: false });
  expect(await store.read('programmes', 'p', 'a')).toBeUndefined();
  await store.close();
});

test('commits what is waiting when it is closed, and refuses everything afterwards', async () => {
  const store = EmbeddedStore.open(filePath);
  const write = store.create('programmes', aDocument('p', 'a'));
  await Promise.all([store.close(), store.close()]);
  await write;
  await expect(store.check()).rejects.toThrow(UnavailableError);
  await expect(store.create('programmes', aDocument('p', 'b'))).rejects.toThrow(UnavailableError);
  const again = EmbeddedStore.open(filePath);
  expect(await again.read('programmes', 'p', 'a')).toBeDefined();
  await again.close();
});

test('refuses a file that a newer version wrote, or that is not a store at all', async () => {
  await EmbeddedStore.open(filePath).close();
  const db = new Database(filePath);
  db.exec('PRAGMA user_version = 99');
  db.close();
  expect(() => EmbeddedStore.open(filePath)).toThrow('newer');
  const other = join(folder.path, 'other.db');
  writeFileSync(other, 'this is not a database, however long it may be'.repeat(100));
  expect(() => EmbeddedStore.open(other)).toThrow(UnavailableError);
});

test('while another process holds the file it goes on reading, and writes when the file is free', async () => {
  const store = EmbeddedStore.open(filePath);
  await store.create('programmes', aDocument('p', 'a'));
  const other = new Database(filePath);
  other.exec('BEGIN IMMEDIATE');
  let isWritten = false;
  const write = store.create('programmes', aDocument('p', 'b')).then(() => {
    isWritten = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await store.read('programmes', 'p', 'a')).toBeDefined();
  expect(isWritten).toBe(false);
  other.exec('COMMIT');
  await write;
  expect(await store.read('programmes', 'p', 'b')).toBeDefined();
  other.close();
  await store.close();
});
