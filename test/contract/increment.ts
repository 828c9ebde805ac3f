/** Adds to a counter document by reading, adding one and replacing on the version that was read. */

import { ConflictError } from '../../src/app/ports/errors';
import type { Store } from '../../src/app/ports/store';
import type { ContractDocument } from './contract-document';

export async function increment(store: Store, pk: string, id: string, times: number): Promise<void> {
  for (let done = 0; done < times; ) {
    const found = await store.read<ContractDocument>('programmes', pk, id);
    if (!found) throw new Error('the counter is gone');
    const { document, version } = found;
    try {
      await store.replace('programmes', { ...document, count: (document.count ?? 0) + 1 }, version);
      done += 1;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}
