/** The real solver, loaded before the tests of the file that imports this. */

import type { SolveProgramme } from '../../src/domain/disclosure/integer-programme';
import { HighsSolver } from '../../src/highs-solver';

let loaded: SolveProgramme | undefined;
beforeAll(async () => {
  loaded = await new HighsSolver().load();
});

/** Only inside a test. */
export const solve: SolveProgramme = (programme) => {
  if (!loaded) throw new Error('the solver is loaded before the first test, not before the file');
  return loaded(programme);
};
