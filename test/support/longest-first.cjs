/** The order of test files where nobody knows yet how long they take: a long one that begins last is waited for alone, so
 * the longest come first and the shortest last. */

// It comes with jest.
const { default: Sequencer } = require(
  require.resolve('@jest/test-sequencer', { paths: [require.resolve('jest')] }),
);

const rank = ({ path }) => (path.includes('/journeys/') ? 0 : path.includes('/domain/') ? 2 : 1);

module.exports = class LongestFirst extends Sequencer {
  /** Within a rank as jest has it: by what it remembers of earlier runs, or by size. */
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
