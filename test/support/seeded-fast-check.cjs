/** fast-check as tests import it, beginning with the seed of the run. */

const { join } = require('node:path');
const fastCheck = require(join(__dirname, '../../node_modules/fast-check/lib/cjs/fast-check.js'));
const { testSeed } = require('./test-seed');

fastCheck.configureGlobal({ ...fastCheck.readConfigureGlobal(), seed: testSeed });

module.exports = fastCheck;
