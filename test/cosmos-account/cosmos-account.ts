/** A real Azure Cosmos DB account, named in the environment, with a database that is there for one run only. */

import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import type { Store } from '../../src/app/ports/store';
import { CosmosStore } from '../../src/storage/cosmos/cosmos-store';
import type { StoreHost } from '../support/stores';

export class CosmosAccount implements StoreHost {
  readonly name = 'a Cosmos DB account';
  private readonly database = `soundings-contract-${randomUUID()}`;

  constructor(
    private readonly endpoint: string,
    private readonly key: string,
  ) {}

  /** @throws Error naming what is missing: a run without an account must not pass. */
  static fromEnvironment({ COSMOS_ENDPOINT, COSMOS_KEY }: NodeJS.ProcessEnv): CosmosAccount {
    if (!COSMOS_ENDPOINT || !COSMOS_KEY) {
      throw new Error('give COSMOS_ENDPOINT and COSMOS_KEY of an account in which a database may be created');
    }
    return new CosmosAccount(COSMOS_ENDPOINT, COSMOS_KEY);
  }

  async start(): Promise<void> {
    const store = await this.open();
    await store.close();
  }

  /** The contract writes to partitions of its own, so that one database is enough. */
  async renew(): Promise<void> {}

  async open(): Promise<Store> {
    const { endpoint, key, database } = this;
    return CosmosStore.connect({ endpoint, key, database, createIfMissing: true });
  }

  async stop(): Promise<void> {
    const { endpoint, key } = this;
    const connectionPolicy = { enableEndpointDiscovery: endpoint.startsWith('https:') };
    const client = new CosmosClient({ endpoint, key, connectionPolicy });
    await client.database(this.database).delete();
    client.dispose();
  }
}
