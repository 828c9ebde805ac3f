/** Puts the benchmark's child beside the built product, so that its process holds the product and no compiler. */

import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transformSync } from '@swc/core';

const root = resolve(__dirname, '../../..');
const supports = ['silent-log', 'loopback-teams/seeded-random'].map((name) => `test/support/${name}.ts`);
const options = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
  swcrc: false,
} as const;

/** The script to fork, in `folder`; `src` beside it is what `npm run build` has made. */
export function buildChild(folder: string): string {
  const own = readdirSync(__dirname).map((name) => `test/bench/release/${name}`);
  for (const path of [...own, ...supports]) {
    const target = join(folder, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, transformSync(readFileSync(join(root, path), 'utf8'), options).code);
  }
  symlinkSync(join(root, 'dist'), join(folder, 'src'));
  return join(folder, 'test/bench/release/release-child.js');
}
