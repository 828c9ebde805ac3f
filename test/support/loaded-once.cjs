/** A transform for what is large: the product's own code, and packages. Each test file is handed the copy that its process
 * loaded first, not one of its own. It stays the real one. What it keeps in globals or in its modules is then shared by
 * the test files of one process. */

module.exports = {
  // `require` in a test file is jest's; this one the environment has from Node.
  process: (_source, file) => ({ code: `module.exports = requireOnce(${JSON.stringify(file)});` }),
  getCacheKey: (_source, file) => `requireOnce ${file}`,
};
