/** Where integer programmes are solved. */

import type { SolveProgramme } from '../../domain/disclosure/integer-programme';

export interface Solver {
  /** Loads it when first asked. */
  load(): Promise<SolveProgramme>;
}
