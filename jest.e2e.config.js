/** The browser journeys: slow, and in need of Debian's chromium, so they run by `npm run e2e` alone. */
const unitTests = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...unitTests,
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 240000,
};
