/** Plants one violation of every dependency rule, and the imports beside them that are allowed. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const config = join(root, '.dependency-cruiser.cjs');

const packages = [
  'botbuilder',
  '@microsoft/teams-ai',
  'restify',
  '@azure/cosmos',
  'libsql',
  'echarts',
  '@resvg/resvg-js',
  'zod',
  'dev-only',
];
const targets: Record<string, string> = {
  'src/domain/rule.ts': 'export type Rule = 1;',
  'src/text/words.ts': "import type { Rule } from '../domain/rule'; export type Words = Rule;",
  'src/app/documents.ts': 'export const documents = 1;',
  'src/app/use.use-case.ts': "export type { Rule } from '../domain/rule';",
  'src/app/ports/store.ts': 'export type Store = 1;',
  'src/cards/one.card.ts': "import '../text/words'; import 'zod'; import 'node:fs';",
  'src/storage/cosmos/store.ts':
    "import '@azure/cosmos'; import '../../app/ports/store'; import '../../app/documents';",
  'src/storage/embedded/store.ts': "import 'libsql';",
  'src/teams/server.ts':
    "import 'restify'; import 'botbuilder'; import '@microsoft/teams-ai'; import '../cards/one.card';",
  'src/graph/client.ts': "import '../app/ports/store'; import '../domain/rule'; import 'zod';",
  'src/worker/loop.ts': "import '../app/use.use-case';",
  'src/web/page.ts': "import '../text/words';",
  'src/web/charts/draw.ts': "import 'echarts'; import '@resvg/resvg-js'; import '../../cards/one.card';",
  'src/system-clock.ts': "import './app/ports/store'; import 'node:crypto';",
  'src/compose.ts':
    "import './teams/server'; import './storage/cosmos/store'; import './worker/loop'; import './system-clock';",
  'src/cli/main.ts': "import '../compose'; import '../config'; import '../app/use.use-case';",
  'test/support/fake.ts':
    "import '../../src/teams/server'; import 'dev-only'; import 'restify'; import '@azure/cosmos';",
};

/** Each breaks the rules named, and nothing else. */
const planted: Record<string, { readonly source: string; readonly breaks: readonly string[] }> = {
  'src/domain/planted.ts': {
    source: "import type { S } from '../app/ports/store';",
    breaks: ['direction-of-domain'],
  },
  'src/text/planted.ts': { source: "import '../cards/one.card';", breaks: ['direction-of-text'] },
  'src/app/planted.ts': {
    source: "export type { X } from '../storage/cosmos/store';",
    breaks: ['direction-of-app'],
  },
  'src/cards/planted.ts': { source: "import '../app/documents';", breaks: ['direction-of-cards'] },
  'src/storage/planted.ts': { source: "import '../app/use.use-case';", breaks: ['direction-of-storage'] },
  'src/graph/planted.ts': { source: "import '../app/use.use-case';", breaks: ['direction-of-graph'] },
  'src/teams/planted.ts': { source: "import '../worker/loop';", breaks: ['direction-of-teams'] },
  'src/web/planted.ts': { source: "import '../config';", breaks: ['direction-of-web'] },
  'src/worker/planted.ts': {
    source: "import { type X } from '../teams/server';",
    breaks: ['direction-of-worker'],
  },
  'src/cli/planted.ts': { source: "export * from '../storage/cosmos/store';", breaks: ['direction-of-cli'] },
  'src/planted-clock.ts': { source: "import './compose';", breaks: ['direction-of-machine'] },
  'src/helpers/planted.ts': { source: "import '../domain/rule';", breaks: ['known-layer'] },
  'src/app/planted-node.ts': { source: "import { randomUUID } from 'node:crypto';", breaks: ['pure-rules'] },
  'src/domain/planted-zod.ts': { source: "import type { z } from 'zod';", breaks: ['pure-rules'] },
  'src/storage/cosmos/planted.ts': { source: "import '../embedded/store';", breaks: ['stores-apart'] },
  'src/web/planted-teams.ts': { source: "import type { T } from 'botbuilder';", breaks: ['seam-of-teams'] },
  'src/worker/planted-teams.ts': {
    source: "await import('@microsoft/teams-ai');",
    breaks: ['seam-of-teams'],
  },
  'src/cli/planted-teams.ts': { source: "const r = require('restify');", breaks: ['seam-of-teams'] },
  'src/storage/embedded/planted.ts': {
    source: "import type { C } from '@azure/cosmos';",
    breaks: ['seam-of-cosmos'],
  },
  'src/cli/planted-libsql.ts': { source: "import 'libsql';", breaks: ['seam-of-libsql'] },
  'src/web/planted-chart.ts': { source: "import type { E } from 'echarts';", breaks: ['seam-of-charts'] },
  'src/cards/planted-png.ts': { source: "import '@resvg/resvg-js';", breaks: ['seam-of-charts'] },
  'src/worker/planted-env.ts': {
    source: "import { env } from 'node:process';",
    breaks: ['environment-in-config-only'],
  },
  // A ring is reported once, at one of its files.
  'src/domain/planted-ring.ts': { source: "import type { B } from './planted-ring-2';", breaks: [] },
  'src/domain/planted-ring-2.ts': {
    source: "import type { A } from './planted-ring';",
    breaks: ['no-circular'],
  },
  'src/teams/planted-test.ts': {
    source: "import '../../test/support/fake';",
    breaks: ['no-test-in-product'],
  },
  'test/attack/attacker/planted-insight.ts': {
    source: "import type { Rule } from '../../../src/domain/rule';",
    breaks: ['attacker-apart'],
  },
  'src/teams/planted-dev.ts': { source: "import 'dev-only';", breaks: ['installed-with-the-product'] },
  'src/config.ts': { source: "import 'node:process'; import './compose';", breaks: ['direction-of-config'] },
  'src/main.ts': {
    source: "import './compose'; import './config'; import './storage/cosmos/store';",
    breaks: ['direction-of-main'],
  },
  'src/teams/planted-gone.ts': { source: "import './gone';", breaks: ['resolvable'] },
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

function violationsIn(files: Readonly<Record<string, string>>): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'soundings-rules-'));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
  };
  try {
    for (const name of packages) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    const dependencies = Object.fromEntries(
      packages.filter((name) => name !== 'dev-only').map((name) => [name, '1']),
    );
    write('package.json', JSON.stringify({ dependencies, devDependencies: { 'dev-only': '1' } }));
    for (const [path, source] of Object.entries(files)) write(path, source);
    const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [cruiser, 'src', 'test', '--config', config, '--output-type', 'json'];
    const { summary } = JSON.parse(cruise(args, tree)) as { summary: { violations: readonly Violation[] } };
    return [...new Set(summary.violations.map(({ from, rule }) => `${from} breaks ${rule.name}`))].sort();
  } finally {
    rmSync(tree, { recursive: true });
  }
}

/** With violations the cruiser ends with their number as its exit code; its report is on stdout either way. */
function cruise(args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (!stdout) throw error;
    return stdout;
  }
}

const sourcesOf = (files: typeof planted) =>
  Object.fromEntries(Object.entries(files).map(([path, { source }]) => [path, source]));
const expectedOf = (files: typeof planted) =>
  Object.entries(files)
    .flatMap(([path, { breaks }]) => breaks.map((rule) => `${path} breaks ${rule}`))
    .sort();

describe('dependency rules', () => {
  it('report exactly the planted violations, type-only imports included, and none of the allowed imports', () => {
    expect(violationsIn({ ...targets, ...sourcesOf(planted) })).toEqual(expectedOf(planted));
  });

  it('are each shown to fire here', () => {
    const { forbidden } = require(config) as { forbidden: readonly { readonly name: string }[] };
    const fired = Object.values(planted).flatMap(({ breaks }) => breaks);
    expect([...new Set(fired)].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
