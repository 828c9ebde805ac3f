import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Collection } from '../../../src/app/ports/store';
import { EmbeddedStore } from '../../../src/storage/embedded/embedded-store';
import { aDocument, type ContractDocument } from '../../contract/contract-document';
import { storeFileIn, temporaryFolder } from '../../support/embedded';

/** What no byte of the file or of its log may hold after a scrub: parts of ids, texts and indexed fields. */
const marks = ['goneId', 'goneText', 'goneStatus', 'gonePartition'];

function marksLeftIn(filePath: string): string[] {
  return [filePath, `${filePath}-wal`].flatMap((path) => {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    return marks.filter((mark) => bytes.includes(mark));
  });
}

const steps = fc.array(
  fc.record({
    isGone: fc.boolean(),
    n: fc.nat({ max: 400 }),
    repeats: fc.oneof(
      { weight: 9, arbitrary: fc.nat({ max: 60 }) },
      { weight: 1, arbitrary: fc.nat({ max: 1500 }) },
    ),
    isDeletion: fc.nat({ max: 3 }).map((n) => n === 0),
  }),
  { minLength: 700, maxLength: 900, size: 'max' },
);

test.each<Collection>(['responses', 'programmes'])(
  'after a scrub nothing that was deleted from %s is anywhere in the file, and the rest is whole',
  async (collection) => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const folder = temporaryFolder();
        const filePath = storeFileIn(folder);
        const store = EmbeddedStore.open(filePath);
        const kept = new Map<string, ContractDocument>();
        const gone = new Set<string>();
        await Promise.all(
          history.map(async ({ isGone, n, repeats, isDeletion }) => {
            const id = `${isGone ? 'goneId' : 'kept'}${n}`;
            const pk = isGone ? 'gonePartition' : 'p';
            if (isDeletion) {
              kept.delete(id);
              await store.delete(collection, pk, id);
              return;
            }
            const document = aDocument(pk, id, {
              text: (isGone ? 'goneText' : 'text').repeat(repeats),
              status: isGone ? 'goneStatus' : 'status',
            });
            if (isGone) gone.add(id);
            else kept.set(id, document);
            await store.upsert(collection, document);
          }),
        );
        for (const id of gone) await store.delete(collection, 'gonePartition', id);
        await store.scrub();
        expect(marksLeftIn(filePath)).toEqual([]);
        const { items } = await store.list(collection, { pk: 'p', type: 'contract', limit: 1_000 });
        const byId = (left: ContractDocument, right: ContractDocument) => (left.id < right.id ? -1 : 1);
        expect(items.map(({ document }) => document)).toEqual([...kept.values()].sort(byId));
        await store.close();
        folder.remove();
      }),
      { numRuns: 2, endOnFailure: true },
    );
  },
);

test('scrubs what another opening of the file deleted, and repeats itself harmlessly', async () => {
  const folder = temporaryFolder();
  const filePath = storeFileIn(folder);
  const first = EmbeddedStore.open(filePath);
  await first.create('responses', aDocument('p', 'goneId', { text: 'goneText' }));
  await first.delete('responses', 'p', 'goneId');
  await first.close();
  const second = EmbeddedStore.open(filePath);
  await second.scrub();
  await second.scrub();
  expect(marksLeftIn(filePath)).toEqual([]);
  await second.close();
  folder.remove();
});

test('keeps the versions of what it moves', async () => {
  const folder = temporaryFolder();
  const store = EmbeddedStore.open(storeFileIn(folder));
  const { version } = await store.create('responses', aDocument('p', 'a'));
  await store.create('responses', aDocument('p', 'b'));
  await store.delete('responses', 'p', 'b');
  await store.scrub();
  await store.replace('responses', aDocument('p', 'a', { count: 1 }), version);
  await store.close();
  folder.remove();
});

test('what a replaced document held before is gone as well, where that is asked for', async () => {
  const folder = temporaryFolder();
  const filePath = storeFileIn(folder);
  const store = EmbeddedStore.open(filePath);
  const text = (mark: string, n: number) => mark.repeat((n * 37) % 90);
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 120; n += 1) {
      await store.upsert('programmes', aDocument('p', `kept${n}`, { text: text('goneText', n + round) }));
    }
  }
  for (let n = 0; n < 120; n += 1) await store.upsert('programmes', aDocument('p', `kept${n}`, { text: '' }));
  await store.scrub({ replacedIn: 'programmes' });
  expect(marksLeftIn(filePath)).toEqual([]);
  await store.close();
  folder.remove();
});
