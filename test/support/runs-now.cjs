/** In the place of Node's AsyncLocalStorage, in which jest's runner keeps which test is running: one for each test file, and
 * none of them ends. On Node 20 and 22 every promise then costs time for each. Tests here run one after the other. */

module.exports.RunsNow = class RunsNow {
  #store;

  getStore() {
    return this.#store;
  }

  /** @param callback returns a promise. */
  async run(store, callback) {
    const before = this.#store;
    this.#store = store;
    try {
      return await callback();
    } finally {
      this.#store = before;
    }
  }
};
