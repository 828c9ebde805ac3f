/** Node's test environment, and in it what `loaded-once.cjs` asks for. */

const hooks = require('node:async_hooks');
const { located } = require('./register-swc.cjs');
const { RunsNow } = require('./runs-now.cjs');

const { AsyncLocalStorage } = hooks;
// Where it cannot be replaced, from Node 24 on, it costs nothing.
const isReplaceable = Object.getOwnPropertyDescriptor(hooks, 'AsyncLocalStorage').writable === true;

// It comes with jest.
const { TestEnvironment } = require(
  require.resolve('jest-environment-node', { paths: [require.resolve('jest')] }),
);

module.exports = class LoadedOnceEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.requireOnce = require;
    // A test that expects an error of a class means the class that the product throws.
    Object.assign(this.global, { Error, RangeError, SyntaxError, TypeError });
  }

  async setup() {
    await super.setup();
    // Jest has just put its own here, which knows the lines of what it loads itself.
    const format = Error.prepareStackTrace;
    Error.prepareStackTrace = (error, frames) => format(error, frames.map(located));
    // Jest's runner is loaded next.
    if (isReplaceable) hooks.AsyncLocalStorage = RunsNow;
  }

  handleTestEvent({ name }) {
    if (isReplaceable && name === 'setup') hooks.AsyncLocalStorage = AsyncLocalStorage;
  }
};
