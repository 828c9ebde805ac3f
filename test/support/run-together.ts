/** Runs several test files as if they were one: see `together.cjs`. */

import { relative, resolve } from 'node:path';

const { filesOf } = require('./together.cjs') as { filesOf(file: string): readonly string[] };
const tests = resolve(__dirname, '..');

/** @param file the test file that calls it: its name says which files it stands for. */
export function runTogether(file: string): void {
  // A file's own set-up belongs to its own tests: a block is around each.
  describe.each(filesOf(file).map((path) => [relative(tests, path), path]))('%s', (_name, path) => {
    try {
      require(path as string);
    } catch (error) {
      // Only its own tests are lost.
      it('can be loaded', () => {
        throw error;
      });
    }
  });
}
