/** Loading these, and the product itself, takes seconds of computing time; a new copy for each test file is of no use. */
const loadedOnce = [
  '@azure/cosmos',
  '@azure/identity',
  '@microsoft/teams-ai',
  '@vercel/cosmosdb-server',
  'adaptivecards-templating',
  'botbuilder',
  'fast-check',
  'jose',
  'libsql',
  'restify',
  'undici',
];
const written = ['strip-bom', '@microsoft/app-manifest'];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/support/loaded-once-environment.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/test/e2e/'],
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/support/seeded-fast-check.cjs' },
  transform: {
    [`/node_modules/(${loadedOnce.join('|')})/.+\\.c?js$`]: '<rootDir>/test/support/loaded-once.cjs',
    [`^${__dirname}/src/.+\\.ts$`]: '<rootDir>/test/support/loaded-once.cjs',
    '^.+\\.(t|j)s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${[...loadedOnce, ...written].join('|')})/)`],
  reporters: ['default', '<rootDir>/test/support/summary-reporter.cjs'],
  filter: '<rootDir>/test/support/together.cjs',
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  // One more than the cores of a small machine: journeys also wait.
  maxWorkers: 3,
  // Room for a machine that is busy with other things: the longest test takes a tenth.
  testTimeout: 120000,
};
