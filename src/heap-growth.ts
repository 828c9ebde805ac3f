/** How much the heap may grow before what is no longer used in it is collected. */

import { setFlagsFromString } from 'node:v8';

/** By half, where V8 by itself would let it grow to four times what is in use: memory is what a small machine lacks first,
 * and the release of a wide programme leaves much behind. */
export function growHeapSlowly(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
