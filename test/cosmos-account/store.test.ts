/** The store contract on a real account: `npm run test:cosmos`. */

import { describeStoreContract } from '../contract/store.contract';
import { CosmosAccount } from './cosmos-account';

describeStoreContract(CosmosAccount.fromEnvironment(process.env));
