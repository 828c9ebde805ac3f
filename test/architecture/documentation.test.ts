/** The documents name only what is there, and leave out nothing that their readers rely on. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { placements } from '../../src/app/documents';
import { scoreColumns } from '../../src/cli/export/confidence-score.schema';
import { decisionColumns } from '../../src/cli/export/decision-row.schema';

const root = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
];
const allMatches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, match = '']) => match);

describe.each(pages)('%s', (page) => {
  it('links only to files that are there', () => {
    const links = allMatches(read(page), /\]\(([^)#\s]+)(?:#[^)]*)?\)/g).filter(
      (link) => !/^https?:/.test(link),
    );
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it('names only scripts that can be run', () => {
    const { scripts } = JSON.parse(read('package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    expect(allMatches(read(page), /npm run ([\w:-]+)/g).filter((name) => !scripts[name])).toEqual([]);
  });

  it('never promises anonymity', () => {
    expect(read(page)).not.toMatch(/anonym/i);
  });
});

describe('the index of decision records', () => {
  it('lists every record, numbered once', () => {
    const records = readdirSync(join(root, 'docs/adr')).filter((name) => name !== 'README.md');
    const listed = allMatches(read('docs/adr/README.md'), /^\| \[\d{4}\]\((\d{4}-[a-z0-9-]+\.md)\) \|/gm);
    expect(listed).toEqual(records.toSorted());
    expect(new Set(records.map((name) => name.slice(0, 4))).size).toBe(records.length);
  });
});

describe('the data page', () => {
  it('lists every type of document in its container', () => {
    const page = read('docs/data.md');
    const listed: Record<string, string> = {};
    let container = '';
    for (const [, first = '', type = ''] of page.matchAll(/^\| (?:`(\w+)`)? ?\| .*?\| `(\w+)` \|/gm)) {
      container = first || container;
      listed[type] = container;
    }
    const placed = Object.entries(placements).map(([type, { collection }]) => [type, collection]);
    expect(listed).toEqual(Object.fromEntries(placed));
  });

  it.each([
    ['Confidence scores', scoreColumns],
    ['The decision log', decisionColumns],
  ])('explains every field under “%s”', (heading, columns) => {
    const [, rest = ''] = read('docs/data.md').split(`## ${heading}`);
    const [section = ''] = rest.split('\n## ');
    const explained = allMatches(section, /^\| ([^|]+) \|/gm).flatMap((cell) => allMatches(cell, /`(\w+)`/g));
    expect(explained.toSorted()).toEqual([...columns].toSorted());
  });
});

describe('the administrator’s page', () => {
  it('explains every variable that the bot reads', () => {
    const [, section = ''] = read('docs/administrator.md').split('## Configuration');
    const names = allMatches(read('src/config.ts'), /^ {2}([A-Z_]{4,}): /gm);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
  });
});
