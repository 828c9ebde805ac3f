/** Puts a test's child process beside the built product, so that its memory holds the product and no compiler. */

import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transformSync } from '@swc/core';

const root = resolve(__dirname, '../..');
const options = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
  swcrc: false,
} as const;

/** @param files of the project, the script to fork first, then what it imports beside the product.
 * @returns the script, in `folder`; `src` beside it is what `npm run build` has made. */
export function buildChild(folder: string, files: readonly string[]): string {
  const built = files.map((path) => {
    const target = join(folder, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, transformSync(readFileSync(join(root, path), 'utf8'), options).code);
    return target;
  });
  symlinkSync(join(root, 'dist'), join(folder, 'src'));
  const [script] = built;
  if (!script) throw new Error('no script');
  return script;
}
