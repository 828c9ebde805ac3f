import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { EmbeddedStore } from '../../../src/storage/embedded/embedded-store';
import { aDocument, type ContractDocument } from '../../contract/contract-document';
import { increment } from '../../contract/increment';
import { storeFileIn, temporaryFolder } from '../../support/embedded';
import { endOf, startChild } from '../../support/run-child';

const otherProcess = require.resolve('../../support/store.process.ts');
const folder = temporaryFolder();
const filePath = storeFileIn(folder);
afterAll(() => folder.remove());

test('loses no increment that another process makes at the same time', async () => {
  const store = EmbeddedStore.open(filePath);
  await store.create('programmes', aDocument('p', 'counter', { count: 0 }));
  const child = startChild(otherProcess, 'increment', filePath, 'p', 'counter', '120');
  let own = 0;
  const ended = endOf(child).then((code) => ({ code }));
  for (let end: { code: number | null } | undefined; !end; ) {
    await increment(store, 'p', 'counter', 10);
    own += 10;
    end = await Promise.race([ended, Promise.resolve(undefined)]);
  }
  expect((await ended).code).toBe(0);
  const found = await store.read<ContractDocument>('programmes', 'p', 'counter');
  expect(found?.document.count).toBe(120 + own);
  await store.close();
});

test('has every acknowledged row after a process was killed while writing, again and again', async () => {
  const acknowledged: string[] = [];
  for (const round of ['a', 'b']) {
    const child = startChild(otherProcess, 'write', filePath, round);
    let printed = '';
    const output = child.stdout as Readable;
    output.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    while (printed.length < 400) await once(output, 'data');
    child.kill('SIGKILL');
    await endOf(child);
    const lines = printed.split('\n').filter((line) => line.length === 5);
    expect(lines.length).toBeGreaterThan(50);
    acknowledged.push(...lines.map((id) => `${round}:${id}`));
  }
  const store = EmbeddedStore.open(filePath);
  for (const place of acknowledged) {
    const [pk = '', id = ''] = place.split(':');
    const found = await store.read<ContractDocument>('responses', pk, id);
    expect(found?.document).toEqual(aDocument(pk, id, { text: 'x'.repeat(400) }));
  }
  await store.close();
});
