/** The directions in which the code may depend. A type-only import counts like any other. */

const composer = 'compose(-context|-directory)?\\.ts$';
const config = 'config\\.ts$';

/** What each layer may import inside `src`, apart from itself. A folder that is not here may not exist. */
const layers = [
  { name: 'domain', path: 'domain/', mayImport: [] },
  { name: 'text', path: 'text/', mayImport: ['domain/'] },
  { name: 'app', path: 'app/', mayImport: ['domain/'] },
  { name: 'cards', path: 'cards/', mayImport: ['domain/', 'text/'] },
  { name: 'storage', path: 'storage/', mayImport: ['app/ports/', 'app/documents\\.ts$', 'domain/'] },
  { name: 'graph', path: 'graph/', mayImport: ['app/ports/', 'domain/'] },
  { name: 'teams', path: 'teams/', mayImport: ['app/', 'cards/', 'domain/', 'text/'] },
  { name: 'web', path: 'web/', mayImport: ['app/', 'cards/', 'domain/', 'text/'] },
  { name: 'worker', path: 'worker/', mayImport: ['app/', 'cards/', 'domain/', 'text/'] },
  { name: 'cli', path: 'cli/', mayImport: ['app/', 'cards/', 'domain/', 'text/', composer, config] },
  { name: 'config', path: config, mayImport: [] },
  { name: 'main', path: 'main\\.ts$', mayImport: [composer, config] },
  // The small ports' implementations, one file each: a clock, a log, the keys.
  { name: 'machine', path: '(?!compose|config|main)[a-z-]+\\.ts$', mayImport: ['app/ports/', 'domain/'] },
];

// The compose files are flat construction of everything: the only files that import implementations.
const directions = layers.map(({ name, path, mayImport }) => ({
  name: `direction-of-${name}`,
  comment: `${name} imports nothing of src but itself and: ${mayImport.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/${path}` },
  to: { path: '^src/', pathNot: [path, ...mayImport].map((other) => `^src/${other}`) },
}));

/** A package that may be imported in one folder of `src` alone. */
const seam = (name, packages, folder) => ({
  name,
  comment: `${packages.join(', ')}: in src/${folder} alone`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${folder}/` },
  to: { path: `(^|/)node_modules/(${packages.join('|')})` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'known-layer',
      comment: 'a new folder or file directly under src needs its line in the table of layers',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [composer, ...layers.map(({ path }) => path)].map((path) => `^src/${path}`),
      },
      to: {},
    },
    {
      name: 'pure-rules',
      comment:
        'the domain and the use cases import no package and no part of Node: only the layers below them',
      severity: 'error',
      from: { path: '^src/(domain|app|text)/' },
      to: { pathNot: '^src/' },
    },
    {
      name: 'stores-apart',
      comment: 'the two stores know nothing of each other',
      severity: 'error',
      from: { path: '^src/storage/(cosmos|embedded)/' },
      to: { path: '^src/storage/(cosmos|embedded)/', pathNot: '^src/storage/$1/' },
    },
    seam('seam-of-teams', ['botbuilder', 'botframework', '@microsoft/teams-ai/', 'restify/'], 'teams'),
    seam('seam-of-cosmos', ['@azure/cosmos/'], 'storage/cosmos'),
    seam('seam-of-libsql', ['libsql/', '@libsql/'], 'storage/embedded'),
    seam('seam-of-charts', ['echarts/', '@resvg/'], 'web/charts'),
    {
      name: 'environment-in-config-only',
      comment: 'only src/config.ts reads the environment; the linter watches process.env itself',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/config\\.ts$' },
      to: { path: '^(node:)?process$' },
    },
    {
      name: 'no-circular',
      comment: 'files that import one another cannot be read one at a time',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-in-product',
      comment: 'the product imports nothing from test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'attacker-apart',
      comment: 'the attacker knows what the surfaces show and nothing of how they are made',
      severity: 'error',
      from: { path: '^test/attack/attacker/' },
      to: { path: '^(src/|test/(?!attack/attacker/))' },
    },
    {
      name: 'installed-with-the-product',
      comment: 'the product imports only packages listed under dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional'] },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere escapes every other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no compiler API to parse with; swc reads every import and export, type-only ones included.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'require', 'import', 'default', 'types'],
    },
  },
};
