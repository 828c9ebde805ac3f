/** The directions in which the code may depend. A type-only import counts like any other. */

/** Flat construction of everything: the one file that imports implementations. */
const composer = 'compose\\.ts$';

/** What each layer may import inside `src`, apart from itself. A file or folder missing here may not exist. */
const mayImport = {
  'domain/': [],
  'text/': ['domain/'],
  'app/': ['domain/'],
  'cards/': ['domain/', 'text/'],
  'storage/': ['app/ports/', 'app/documents\\.ts$', 'domain/'],
  'teams/': ['app/', 'cards/', 'domain/', 'text/'],
  'web/': ['app/', 'cards/', 'domain/', 'text/'],
  'worker/': ['app/', 'cards/', 'domain/', 'text/'],
  'cli/': ['app/', 'cards/', 'domain/', 'text/', composer, 'config\\.ts$'],
  'config\\.ts$': [],
  'main\\.ts$': [composer, 'config\\.ts$'],
};

const nameOf = (layer) => layer.replace(/(\\\.ts)?\W*$/, '');

const directions = Object.entries(mayImport).map(([layer, others]) => ({
  name: `direction-of-${nameOf(layer)}`,
  comment: `src/${nameOf(layer)} may import only: ${[layer, ...others].map(nameOf).join(', ')}`,
  severity: 'error',
  from: { path: `^src/${layer}` },
  to: { path: '^src/', pathNot: [layer, ...others].map((other) => `^src/${other}`) },
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
      from: { path: '^src/', pathNot: [composer, ...Object.keys(mayImport)].map((layer) => `^src/${layer}`) },
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
