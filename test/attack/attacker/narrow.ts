/** A set of people of whom something is nearly known. */

import type { Bounded } from './bounds';
import type { NamedSet } from './named-sets';

export const measures = ['n', 'favourable', 'unfavourable'] as const;
export type Measure = (typeof measures)[number];

export interface Narrow {
  readonly set: NamedSet;
  readonly measure: Measure;
  readonly range: Bounded;
}
