/** Lists and what is due: order, pages, filters, lanes, limits. */

import fc from 'fast-check';
import type { ListQuery, Store } from '../../src/app/ports/store';
import { aDocument, type ContractDocument, newPartition, numbered } from './contract-document';
import type { ContractPart } from './contract-part';

async function everyId(store: Store, query: ListQuery): Promise<string[]> {
  const ids: string[] = [];
  let afterId = query.afterId;
  do {
    const page = await store.list('programmes', { ...query, ...(afterId === undefined ? {} : { afterId }) });
    expect(page.items.length).toBeLessThanOrEqual(query.limit);
    ids.push(...page.items.map(({ document }) => document.id));
    afterId = page.nextAfterId;
  } while (afterId !== undefined);
  return ids;
}

export const contractOfQueries: ContractPart = (stores) => {
  const store = () => stores()[0];

  test('lists one type of one partition, page by page, each once, and knows the last page', async () => {
    const pk = newPartition();
    const ids = Array.from({ length: 45 }, (_, n) => numbered('d', n));
    await Promise.all(ids.map((id) => store().create('programmes', aDocument(pk, id))));
    await store().create('programmes', aDocument(pk, 'd0001x', { type: 'other' }));
    await store().create('programmes', aDocument(newPartition(), 'd0001y'));
    await store().create('responses', aDocument(pk, 'd0001z'));
    expect(await everyId(store(), { pk, type: 'contract', limit: 20 })).toEqual(ids);
    expect(await everyId(store(), { pk, type: 'contract', limit: 1_000 })).toEqual(ids);
    const full = await store().list('programmes', { pk, type: 'contract', limit: 45 });
    expect(full.items).toHaveLength(45);
    expect(full.nextAfterId).toBeUndefined();
    const empty = await store().list('programmes', { pk, type: 'contract', limit: 5, afterId: 'd0044' });
    expect(empty).toEqual({ items: [] });
  });

  test('goes on after a cursor whatever is written or deleted meanwhile', async () => {
    const pk = newPartition();
    const ids = Array.from({ length: 9 }, (_, n) => numbered('d', n * 10));
    await Promise.all(ids.map((id) => store().create('programmes', aDocument(pk, id))));
    const query = { pk, type: 'contract', limit: 3 };
    const { nextAfterId } = await store().list('programmes', query);
    expect(nextAfterId).toBe('d0020');
    await store().delete('programmes', pk, 'd0020');
    await store().create('programmes', aDocument(pk, 'd0005'));
    await store().create('programmes', aDocument(pk, 'd0025'));
    const rest = await everyId(store(), { ...query, afterId: 'd0020' });
    expect(rest).toEqual(['d0025', 'd0030', 'd0040', 'd0050', 'd0060', 'd0070', 'd0080']);
  });

  test('orders ids by code unit', async () => {
    const unit = fc.constantFrom(...'!$%&*+-.09:;<=>@AZ^_`az{|}~');
    const anyIds = fc.uniqueArray(fc.string({ unit, minLength: 1, maxLength: 6 }), {
      minLength: 2,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(anyIds, async (ids) => {
        const pk = newPartition();
        await Promise.all(ids.map((id) => store().create('programmes', aDocument(pk, id))));
        expect(await everyId(store(), { pk, type: 'contract', limit: 3 })).toEqual([...ids].sort());
      }),
      { numRuns: 10 },
    );
  });

  test('filters by each listed field and by all of them together, telling text from numbers', async () => {
    const pk = newPartition();
    const all = { status: 'open', personId: 'p1', waveId: 'w1', pulseId: 'u1' };
    const documents: readonly ContractDocument[] = [
      aDocument(pk, 'a', all),
      aDocument(pk, 'b', { ...all, status: 'closed' }),
      aDocument(pk, 'c', { ...all, personId: 'p2' }),
      aDocument(pk, 'd', { ...all, waveId: 'w2' }),
      aDocument(pk, 'e', { ...all, pulseId: 'u2' }),
      aDocument(pk, 'f', { status: 7 }),
      aDocument(pk, 'g', { status: '7' }),
      aDocument(pk, 'h'),
    ];
    await Promise.all(documents.map((document) => store().create('programmes', document)));
    const idsWhere = (where: ListQuery['where']) =>
      everyId(store(), { pk, type: 'contract', limit: 2, ...(where ? { where } : {}) });
    expect(await idsWhere(undefined)).toHaveLength(8);
    expect(await idsWhere(all)).toEqual(['a']);
    expect(await idsWhere({ status: 'open' })).toEqual(['a', 'c', 'd', 'e']);
    expect(await idsWhere({ personId: 'p2' })).toEqual(['c']);
    expect(await idsWhere({ waveId: 'w1', pulseId: 'u1' })).toEqual(['a', 'b', 'c']);
    expect(await idsWhere({ status: 7 })).toEqual(['f']);
    expect(await idsWhere({ status: '7' })).toEqual(['g']);
    expect(await idsWhere({ status: "' OR '1'='1" })).toEqual([]);
  });

  test('a filter follows a document when it changes', async () => {
    const document = aDocument(newPartition(), 'a', { status: 'pending' });
    const query = { pk: document.pk, type: 'contract', limit: 5, where: { status: 'pending' } };
    const { version } = await store().create('deliveries', document);
    expect((await store().list('deliveries', query)).items).toEqual([{ document, version }]);
    await store().replace('deliveries', { ...document, status: 'delivered' }, version);
    expect((await store().list('deliveries', query)).items).toEqual([]);
  });

  test('refuses a page of none, of a fraction, or of more than 1,000', async () => {
    for (const limit of [0, -1, 1.5, 1_001, Number.NaN]) {
      await expect(store().list('programmes', { pk: 'p', type: 'contract', limit })).rejects.toThrow(
        RangeError,
      );
      await expect(store().due('normal', '1970-01-01T00:00:00.000Z', limit)).rejects.toThrow(RangeError);
    }
  });

  test('gives what is due in a lane, over all partitions, the earliest first, up to the limit', async () => {
    const at = (second: number) => `1970-01-01T00:00:${String(second).padStart(2, '0')}.000Z` as never;
    const documents = [
      aDocument(newPartition(), 'c', { dueAt: { urgent: at(3) } }),
      aDocument(newPartition(), 'a', { dueAt: { urgent: at(1), normal: at(9) } }),
      aDocument(newPartition(), 'd', { dueAt: { urgent: at(5) } }),
      aDocument(newPartition(), 'b', { dueAt: { urgent: at(2) } }),
      aDocument(newPartition(), 'n', { dueAt: { normal: at(1) } }),
      aDocument(newPartition(), 'none'),
    ];
    for (const document of documents) await store().create('programmes', document);
    await store().create('deliveries', aDocument(newPartition(), 'x', { dueAt: { urgent: at(0) } }));
    const idsDue = async (lane: 'urgent' | 'normal', second: number, limit: number) =>
      (await store().due(lane, at(second), limit)).map(({ document }) => document.id);
    expect(await idsDue('urgent', 4, 10)).toEqual(['a', 'b', 'c']);
    expect(await idsDue('urgent', 5, 10)).toEqual(['a', 'b', 'c', 'd']);
    expect(await idsDue('urgent', 59, 2)).toEqual(['a', 'b']);
    expect(await idsDue('urgent', 0, 10)).toEqual([]);
    expect(await idsDue('normal', 8, 10)).toEqual(['n']);
    const [first] = await store().due<ContractDocument>('urgent', at(1), 1);
    if (!first) throw new Error('nothing is due');
    const { dueAt: _done, ...cleared } = first.document;
    await store().replace('programmes', cleared, first.version);
    expect(await idsDue('urgent', 59, 10)).toEqual(['b', 'c', 'd']);
    expect(await idsDue('normal', 59, 10)).toEqual(['n']);
    for (const { pk, id } of documents) await store().delete('programmes', pk, id);
  });
};
