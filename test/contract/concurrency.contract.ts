/** Several instances on the same data at the same time. */

import { ConflictError } from '../../src/app/ports/errors';
import { aDocument, type ContractDocument, newPartition } from './contract-document';
import type { ContractPart } from './contract-part';
import { increment } from './increment';

export const contractOfConcurrency: ContractPart = (stores) => {
  test('loses none of several hundred contended increments, whichever instance makes them', async () => {
    const document = aDocument(newPartition(), 'counter', { count: 0 });
    await stores()[0].create('programmes', document);
    const each = Math.ceil(210 / stores().length);
    await Promise.all(stores().map((store) => increment(store, document.pk, document.id, each)));
    const found = await stores()[0].read<ContractDocument>('programmes', document.pk, document.id);
    expect(found?.document.count).toBe(each * stores().length);
  }, 120_000);

  test('lets exactly one of many creators, replacers and deleters win', async () => {
    const document = aDocument(newPartition(), 'a', { count: 0 });
    const contenders = Array.from({ length: 12 }, (_, n) => ({ store: stores()[n % stores().length], n }));
    const race = async (write: (contender: (typeof contenders)[number]) => Promise<unknown> | undefined) => {
      const results = await Promise.allSettled(contenders.map((contender) => write(contender)));
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ConflictError);
      }
      return results.flatMap((result, n) => (result.status === 'fulfilled' ? [n] : []));
    };
    const creators = await race(({ store, n }) => store?.create('programmes', { ...document, count: n }));
    expect(creators).toHaveLength(1);
    const created = await stores()[0].read<ContractDocument>('programmes', document.pk, 'a');
    expect(created?.document.count).toBe(creators[0]);
    if (!created) throw new Error('nothing was created');
    const replacers = await race(({ store, n }) =>
      store?.replace('programmes', { ...document, count: n + 100 }, created.version),
    );
    expect(replacers).toHaveLength(1);
    const replaced = await stores()[0].read<ContractDocument>('programmes', document.pk, 'a');
    expect(replaced?.document.count).toBe((replacers[0] ?? 0) + 100);
  });

  test("reads, with a write's session token, what another instance wrote", async () => {
    const [writer, reader = writer] = stores();
    const document = aDocument(newPartition(), 'a', { count: 0 });
    let { version, session } = await writer.create('responses', document);
    for (let count = 1; count <= 10; count += 1) {
      const found = await reader.read<ContractDocument>('responses', document.pk, 'a', { session });
      expect(found?.document.count).toBe(count - 1);
      const page = await reader.list<ContractDocument>(
        'responses',
        { pk: document.pk, type: 'contract', limit: 1 },
        { session },
      );
      expect(page.items[0]?.document.count).toBe(count - 1);
      ({ version, session } = await writer.replace('responses', { ...document, count }, version));
    }
  });

  test('gives up at once when the caller already has', async () => {
    const [store] = stores();
    const document = aDocument(newPartition(), 'a');
    const signal = AbortSignal.abort();
    await expect(store.create('programmes', document, { signal })).rejects.toMatchObject({
      name: 'UnavailableError',
      isAmbiguous: false,
    });
    await expect(store.read('programmes', document.pk, 'a', { signal })).rejects.toMatchObject({
      name: 'UnavailableError',
    });
    expect(await store.read('programmes', document.pk, 'a')).toBeUndefined();
  });
};
