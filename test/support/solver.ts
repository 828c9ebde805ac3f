/** The real solver, one for each test file. */

import { HighsSolver } from '../../src/highs-solver';

export const { solve } = new HighsSolver();
