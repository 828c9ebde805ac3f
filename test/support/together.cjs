/** Which test files are run together, as one for jest, which loads itself and everything they import anew for each file.
 *
 * `together.test.ts` stands for all test files of its folder and the folders in it, `together-1.test.ts` to
 * `together-n.test.ts` for the n-th part of them each. A folder with one of its own is left to that. */

const { readdirSync, statSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

const together = /^together(?:-(\d+))?\.test\.ts$/;
const apart = new Set(['e2e']);

const isTogether = (file) => together.test(basename(file));
const deals = (folder) => readdirSync(folder).filter((name) => together.test(name));

function testFilesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return apart.has(entry.name) || deals(path).length > 0 ? [] : testFilesIn(path);
    return entry.name.endsWith('.test.ts') && !isTogether(path) ? [path] : [];
  });
}

/** The test files that `file`, a `together….test.ts`, stands for: dealt out by size, the large ones first. */
function filesOf(file) {
  const folder = dirname(file);
  const [, part = '1'] = together.exec(basename(file));
  const bySize = testFilesIn(folder)
    .map((path) => ({ path, size: statSync(path).size }))
    .sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
  const parts = deals(folder).length;
  return bySize.filter((_, index) => index % parts === Number(part) - 1).map(({ path }) => path);
}

/** Jest's filter. Where only some of the files are asked for, they run one by one. */
async function filter(paths) {
  const asked = new Set(paths);
  const isStoodFor = new Set();
  const isIdle = new Set();
  for (const file of paths.filter(isTogether)) {
    const files = filesOf(file);
    if (files.every((path) => asked.has(path))) for (const path of files) isStoodFor.add(path);
    else if (files.some((path) => asked.has(path))) isIdle.add(file);
  }
  return { filtered: paths.filter((path) => !isStoodFor.has(path) && !isIdle.has(path)) };
}

module.exports = filter;
module.exports.filesOf = filesOf;
