/** Reading and writing one document: versions, conflicts, what a document may hold. */

import fc from 'fast-check';
import { ConflictError } from '../../src/app/ports/errors';
import type { Version } from '../../src/app/ports/store';
import { aDocument, type ContractDocument, newPartition } from './contract-document';
import type { ContractPart } from './contract-part';

/** As `fc.string({ unit: 'binary' })`, which takes a second to list every character first. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff))
  .map((codes) => String.fromCodePoint(...codes));

export const contractOfSingleDocuments: ContractPart = (stores) => {
  const store = () => stores()[0];

  test('returns a document exactly as it was written, and nothing where there is none', async () => {
    const document = aDocument(newPartition(), 'a', { text: 'hello', count: 1, dueAt: {} });
    const { version } = await store().create('programmes', document);
    const found = await store().read<ContractDocument>('programmes', document.pk, 'a');
    expect(found).toEqual({ document, version });
    expect(await store().read('programmes', document.pk, 'b')).toBeUndefined();
    expect(await store().read('programmes', newPartition(), 'a')).toBeUndefined();
    expect(await store().read('responses', document.pk, 'a')).toBeUndefined();
  });

  test('refuses to create where the id is taken in its partition, and only there', async () => {
    const pk = newPartition();
    await store().create('programmes', aDocument(pk, 'a', { text: 'first' }));
    await expect(store().create('programmes', aDocument(pk, 'a', { text: 'second' }))).rejects.toThrow(
      ConflictError,
    );
    expect((await store().read<ContractDocument>('programmes', pk, 'a'))?.document.text).toBe('first');
    await store().create('programmes', aDocument(newPartition(), 'a'));
    await store().create('responses', aDocument(pk, 'a'));
  });

  test('replaces on the current version alone', async () => {
    const document = aDocument(newPartition(), 'a', { count: 1 });
    const first = await store().create('programmes', document);
    const second = await store().replace('programmes', { ...document, count: 2 }, first.version);
    expect(second.version).not.toBe(first.version);
    await expect(store().replace('programmes', { ...document, count: 3 }, first.version)).rejects.toThrow(
      ConflictError,
    );
    const found = await store().read<ContractDocument>('programmes', document.pk, 'a');
    expect(found).toEqual({ document: { ...document, count: 2 }, version: second.version });
  });

  test('does not bring a document back by replacing it', async () => {
    const document = aDocument(newPartition(), 'a');
    const { version } = await store().create('programmes', document);
    await store().delete('programmes', document.pk, 'a');
    await expect(store().replace('programmes', document, version)).rejects.toThrow(ConflictError);
    expect(await store().read('programmes', document.pk, 'a')).toBeUndefined();
  });

  test('never gives a version out twice, not even to a document that was deleted and written again', async () => {
    const document = aDocument(newPartition(), 'a', { text: 'same' });
    const versions = new Set<Version>();
    for (let round = 0; round < 3; round += 1) {
      versions.add((await store().upsert('programmes', document)).version);
      versions.add((await store().upsert('programmes', document)).version);
      await store().delete('programmes', document.pk, 'a');
    }
    expect(versions.size).toBe(6);
  });

  test('writes over whatever is there when told to', async () => {
    const document = aDocument(newPartition(), 'a', { text: 'first', status: 'open' });
    await store().upsert('programmes', document);
    const { version } = await store().upsert('programmes', aDocument(document.pk, 'a', { text: 'second' }));
    const found = await store().read<ContractDocument>('programmes', document.pk, 'a');
    expect(found).toEqual({ document: aDocument(document.pk, 'a', { text: 'second' }), version });
  });

  test('deletes once and for all, and on the current version where one is given', async () => {
    const document = aDocument(newPartition(), 'a');
    const { version: stale } = await store().create('programmes', document);
    const { version } = await store().replace('programmes', document, stale);
    await expect(store().delete('programmes', document.pk, 'a', stale)).rejects.toThrow(ConflictError);
    expect(await store().read('programmes', document.pk, 'a')).toBeDefined();
    await store().delete('programmes', document.pk, 'a', version);
    expect(await store().read('programmes', document.pk, 'a')).toBeUndefined();
    await store().delete('programmes', document.pk, 'a');
    await store().delete('programmes', document.pk, 'a', version);
  });

  test('keeps any text and any JSON value, astral characters and controls included', async () => {
    const pk = newPartition();
    const text = 'Zoë 👩🏽‍⚕️ 𝒲ard\u0000\u001f\u2028 "quoted" \\ \' ; --';
    await store().upsert('programmes', aDocument(pk, 'known', { text }));
    expect((await store().read<ContractDocument>('programmes', pk, 'known'))?.document.text).toBe(text);
    await fc.assert(
      fc.asyncProperty(anyText, fc.jsonValue(), async (any, value) => {
        const document = { ...aDocument(pk, 'any', { text: any }), value: JSON.parse(JSON.stringify(value)) };
        await store().upsert('programmes', document);
        expect((await store().read('programmes', pk, 'any'))?.document).toEqual(document);
      }),
      { numRuns: 12 },
    );
  });

  test('keeps a document of one megabyte, and refuses one above 1.5 MB before anything is sent', async () => {
    const pk = newPartition();
    const big = aDocument(pk, 'big', { text: 'é'.repeat(500_000) });
    await store().create('programmes', big);
    expect((await store().read<ContractDocument>('programmes', pk, 'big'))?.document).toEqual(big);
    const huge = aDocument(pk, 'huge', { text: 'é'.repeat(760_000) });
    await expect(store().create('programmes', huge)).rejects.toThrow(RangeError);
    expect(await store().read('programmes', pk, 'huge')).toBeUndefined();
  });

  test('takes an id of any printable ASCII but / \\ ? #, and refuses every other', async () => {
    const pk = newPartition();
    const printable = Array.from({ length: 94 }, (_, n) => String.fromCharCode(33 + n)).join('');
    const id = printable.replace(/[/\\?#]/g, '');
    await store().create('programmes', aDocument(pk, id));
    expect((await store().read('programmes', pk, id))?.document.id).toBe(id);
    for (const impossible of ['', 'a/b', 'a\\b', 'a?b', 'a#b', 'a b', 'é', '𝒲', 'a\u0000', 'x'.repeat(256)]) {
      await expect(store().create('programmes', aDocument(pk, impossible))).rejects.toThrow(RangeError);
      await expect(store().upsert('programmes', aDocument(impossible, 'a'))).rejects.toThrow(RangeError);
      expect(await store().read('programmes', pk, impossible)).toBeUndefined();
      await store().delete('programmes', pk, impossible);
    }
  });

  test('gives nothing of its own away with a document', async () => {
    const document = aDocument(newPartition(), 'a');
    await store().create('programmes', document);
    const found = await store().read('programmes', document.pk, 'a');
    const { items } = await store().list('programmes', { pk: document.pk, type: 'contract', limit: 1 });
    for (const { document: seen } of [...items, ...(found ? [found] : [])]) {
      expect(Object.keys(seen).sort()).toEqual(['id', 'pk', 'schemaVersion', 'type']);
    }
  });

  test('answers a check', async () => {
    await expect(store().check()).resolves.toBeUndefined();
  });
};
