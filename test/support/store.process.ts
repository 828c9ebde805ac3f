/** A second process on the same store file: `increment FILE PK ID TIMES`, or `write FILE PK` until it is killed. */

import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { aDocument, numbered } from '../contract/contract-document';
import { increment } from '../contract/increment';

const [, , task, filePath = '', pk = '', id = '', times = '0'] = process.argv;

/** Several writes in flight at once; each id is printed only after its write was acknowledged. */
async function writeForEver(store: EmbeddedStore): Promise<never> {
  for (let batch = 0; ; batch += 1) {
    const ids = Array.from({ length: 5 }, (_, n) => numbered('d', batch * 5 + n));
    await Promise.all(
      ids.map(async (each) => {
        await store.create('responses', aDocument(pk, each, { text: 'x'.repeat(400) }));
        process.stdout.write(`${each}\n`);
      }),
    );
  }
}

async function main(): Promise<void> {
  const store = EmbeddedStore.open(filePath);
  if (task === 'write') await writeForEver(store);
  await increment(store, pk, id, Number(times));
  await store.close();
}

void main();
