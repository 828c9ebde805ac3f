/** Scans the sources for what no import shows: time and chance inside rules, and ways round the other checks. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

interface SourceRule {
  readonly says: string;
  readonly pattern: RegExp;
  readonly folders: readonly string[];
  /** Files that may, each for a reason one can name. */
  readonly except: readonly string[];
  readonly breaks: string;
}

const rules: readonly SourceRule[] = [
  {
    says: 'time comes from the Clock port, as an argument',
    pattern:
      /\bnew Date\(\s*\)|\bnew Date\b(?!\s*\()|(?<!new )\bDate\(|\bDate\.now\b|\bperformance\.now\b|\bhrtime\b/,
    folders: ['src/domain', 'src/text', 'src/app', 'src/cards', 'src/worker'],
    except: [],
    breaks: 'const at = new Date();',
  },
  {
    says: 'waiting is the Clock port’s',
    pattern: /\bset(Timeout|Interval|Immediate)\b/,
    folders: ['src/domain', 'src/text', 'src/app', 'src/cards', 'src/worker'],
    except: [],
    breaks: 'setTimeout(tick, 10);',
  },
  {
    says: 'ids and keys are made by the ports, chance by a seed',
    pattern: /\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bgetRandomValues\b/,
    folders: ['src/domain', 'src/text', 'src/app', 'src/cards', 'src/worker'],
    except: [],
    breaks: 'const id = randomUUID();',
  },
  {
    says: 'only config.ts reads the environment, by whatever name',
    pattern: /\bprocess\.env\b|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b|\bprocess\[/,
    folders: ['src'],
    except: ['src/config.ts'],
    breaks: 'const { env } = process;',
  },
  {
    says: 'a module is imported by a statement or awaited, so that the dependency rules see it',
    pattern: /(?<!await )\bimport\(/,
    folders: ['src'],
    except: [],
    breaks: "type Store = import('../storage/store').Store;",
  },
  {
    says: 'the type checker and the linter are not switched off',
    pattern: /@ts-(ignore|expect-error|nocheck)|biome-ignore/,
    folders: ['src'],
    except: [],
    breaks: 'const a = 1; // @ts-expect-error',
  },
];

/** Comments may name what code may not do; the last rule is about comments. */
const withoutComments = (source: string) =>
  source.replace(/(@ts-\w[\w-]*|biome-ignore)|\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, (comment) =>
    /@ts-|biome-ignore/.test(comment) ? comment : comment.replace(/[^\n]/g, ' '),
  );

const sourcesUnder = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const sources = new Map(
  sourcesUnder('src').map((path) => [path, withoutComments(readFileSync(join(root, path), 'utf8'))]),
);

function breachesOf({ pattern, folders, except }: SourceRule): string[] {
  return [...sources]
    .filter(([path]) => folders.some((folder) => path.startsWith(`${folder}/`)) && !except.includes(path))
    .flatMap(([path, source]) =>
      source
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    );
}

describe.each(rules)('$says', (rule) => {
  it('holds in every source file', () => {
    expect(breachesOf(rule)).toEqual([]);
  });

  it('would be noticed', () => {
    expect(withoutComments(rule.breaks)).toMatch(rule.pattern);
  });
});
