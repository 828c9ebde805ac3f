/** Stands for other test files: see `test/support/together.cjs`. */

import { runTogether } from '../support/run-together';

runTogether(__filename);
