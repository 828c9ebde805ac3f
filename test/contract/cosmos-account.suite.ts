/**
 * The store contract on a real Cosmos DB account: `COSMOS_ENDPOINT=… COSMOS_KEY=… npm run test:cosmos`.
 * It creates a database of its own and deletes it at the end; a few minutes, a few pence.
 */

import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import type { Store } from '../../src/app/ports/store';
import { CosmosStore } from '../../src/storage/cosmos/cosmos-store';
import type { StoreHost } from '../support/stores';
import { describeStoreContract } from './store.contract';

class CosmosAccountHost implements StoreHost {
  readonly name = 'a Cosmos DB account';
  private readonly database = `soundings-contract-${randomUUID()}`;
  private readonly account: { readonly endpoint: string; readonly key: string };

  constructor({ COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key }: NodeJS.ProcessEnv) {
    if (!endpoint || !key) throw new Error('name the account in COSMOS_ENDPOINT and COSMOS_KEY');
    this.account = { endpoint, key };
  }

  async start(): Promise<void> {}

  async renew(): Promise<void> {}

  async open(): Promise<Store> {
    return CosmosStore.connect({ ...this.account, database: this.database, createIfMissing: true });
  }

  async stop(): Promise<void> {
    const client = new CosmosClient(this.account);
    await client.database(this.database).delete();
    client.dispose();
  }
}

describeStoreContract(new CosmosAccountHost(process.env));
