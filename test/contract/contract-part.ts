/** What a part of the store contract is. */

import type { Store } from '../../src/app/ports/store';

/** `stores` gives the instances that are open on the same data. */
export type ContractPart = (stores: () => readonly [Store, ...Store[]]) => void;
