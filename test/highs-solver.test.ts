/** The solver's thread may die: what it worked on is out of time, the log says so, and the next programme starts another. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HighsSolver } from '../src/highs-solver';
import { temporaryFolder } from './support/embedded';
import { KeptLog } from './support/silent-log';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const programme = { costs: [1], constraints: [{ coefficients: [[0, 1] as const], atLeast: 1 }] };

it.each([
  [
    'throws',
    "() => { setImmediate(() => { throw new RangeError('no memory'); }); return new Promise(() => {}); }",
  ],
  ['ends', '() => { setImmediate(() => process.exit(3)); return new Promise(() => {}); }'],
])('a thread that %s leaves its programme out of time and a line in the log', async (name, source) => {
  const solver = join(folder.path, `${name}.cjs`);
  writeFileSync(solver, `module.exports = ${source};`);
  const log = new KeptLog();
  const { solve } = new HighsSolver(log, solver);
  for (let times = 1; times <= 2; times += 1) {
    expect(await solve(programme)).toEqual({ outcome: 'outOfTime' });
    const lines = log.lines.filter(({ event }) => event === 'solver thread died');
    expect(lines).toHaveLength(times);
    expect(lines[0]).toMatchObject({ level: 'error', fields: { waiting: 1 } });
  }
});
