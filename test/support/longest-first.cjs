/** The order of test files where nobody knows yet how long they take: a long one that begins last is waited for alone. */

// It comes with jest.
const { default: Sequencer } = require(
  require.resolve('@jest/test-sequencer', { paths: [require.resolve('jest')] }),
);

const long = ['/journeys/kill-9', '/journeys/', '/contract/'];
const rank = ({ path }) => {
  const at = long.findIndex((part) => path.includes(part));
  return at < 0 ? long.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  /** Within a rank as jest has it: by what it remembers of earlier runs, or by size. */
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
