/** The store contract on the embedded file. */

import { EmbeddedHost } from '../support/stores';
import { describeStoreContract } from './store.contract';

describeStoreContract(new EmbeddedHost());
