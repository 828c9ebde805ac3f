/** The store contract on the stand-in for Cosmos DB, by the real client over real HTTP. */

import { CosmosEmulatorHost } from '../support/stores';
import { describeStoreContract } from './store.contract';

describeStoreContract(new CosmosEmulatorHost());
