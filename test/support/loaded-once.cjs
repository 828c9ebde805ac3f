/** A transform for large packages: each test file is handed the copy that its process loaded first, not one of its own.
 * They stay the real packages. What they keep in globals is then shared by the test files of one process. */

module.exports = {
  // `require` in a test file is jest's; this one the environment has from Node.
  process: (_source, file) => ({ code: `module.exports = requireOnce(${JSON.stringify(file)});` }),
  getCacheKey: (_source, file) => `requireOnce ${file}`,
};
