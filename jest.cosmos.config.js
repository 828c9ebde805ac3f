/** The store contract on the Azure Cosmos DB account that COSMOS_ENDPOINT and COSMOS_KEY name. */
const unitTests = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...unitTests,
  testMatch: ['<rootDir>/test/contract/cosmos-account.suite.ts'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 120000,
};
