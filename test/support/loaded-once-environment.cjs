/** Node's test environment, and in it what `loaded-once.cjs` asks for. */

// It comes with jest.
const { TestEnvironment } = require(
  require.resolve('jest-environment-node', { paths: [require.resolve('jest')] }),
);

module.exports = class LoadedOnceEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.requireOnce = require;
  }
};
