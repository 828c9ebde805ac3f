/** The Teams package as an administrator would upload it: its files with the values of one environment file. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';

const root = resolve(__dirname, '../..');

export const exampleEnvironment: Readonly<Record<string, string | undefined>> = parseEnv(
  readFileSync(join(root, 'env/.env.example'), 'utf8'),
);

export function readFile(path: string): Buffer {
  return readFileSync(join(root, path));
}

export function readText(path: string): string {
  return readFile(path).toString('utf8');
}

/** Every text file of the package and its deployment, by its path from the root. */
export function deploymentFiles(): string[] {
  const inFolder = readdirSync(join(root, 'teamsapp'), { recursive: true, encoding: 'utf8' });
  return [
    'teamsapp.yml',
    ...inFolder.filter((path) => /\.(json|bicep)$/.test(path)).map((path) => `teamsapp/${path}`),
  ];
}

/** The names in `${{NAME}}`, in order, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\$\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))];
}

/** @throws Error naming a placeholder that the environment leaves empty. */
export function substitute(text: string, environment: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\$\{\{\s*(\w+)\s*\}\}/g, (_placeholder, name: string) => {
    const value = environment[name];
    if (!value) throw new Error(`${name} has no value`);
    return value;
  });
}
