/** What both stores promise, as one suite; a host says where it runs. */

import type { Store } from '../../src/app/ports/store';
import type { StoreHost } from '../support/stores';
import { contractOfConcurrency } from './concurrency.contract';
import { contractOfQueries } from './queries.contract';
import { contractOfSingleDocuments } from './single-document.contract';

export function describeStoreContract(host: StoreHost, instances = 3): void {
  describe(`the store contract on ${host.name}`, () => {
    const open: Store[] = [];
    const stores = () => {
      const [first, ...others] = open;
      if (!first) throw new Error('no store is open');
      return [first, ...others] as const;
    };
    beforeAll(async () => {
      await host.start();
      for (let instance = 0; instance < instances; instance += 1) open.push(await host.open());
    }, 120_000);
    afterAll(async () => {
      for (const store of open) await store.close();
      await host.stop();
    }, 120_000);
    describe('one document', () => contractOfSingleDocuments(stores));
    describe('queries', () => contractOfQueries(stores));
    describe('concurrency', () => contractOfConcurrency(stores));
  });
}
