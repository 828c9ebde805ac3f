/** What the schema found wrong, in the words of the person who wrote the file. */

import type { z } from 'zod';
import type { ProgrammeProblem } from '../../domain/programme/programme-problem';
import { expectedAt } from './expected-at';
import { type JsonSchema, programmeJsonSchema } from './json-schema';
import { nearestWord } from './nearest-word';

export type Path = readonly (string | number)[];

/** `isAtKey`: it is the key itself that is wrong, not the value behind it. */
export type ShapeProblem = ProgrammeProblem & { readonly isAtKey?: boolean };

/** Which kind of file is read: its published schema, and what it is called as a whole. */
export interface FileKind {
  readonly published: () => JsonSchema;
  readonly whole: { readonly what: string; readonly remedy: string };
}

export const programmeKind: FileKind = {
  published: programmeJsonSchema,
  whole: {
    what: 'a programme',
    remedy: 'Begin with "id:" and "name:"; docs/examples/programme.yaml shows every section.',
  },
};

/** One problem, or one for each key that is not known. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  file: unknown,
  kind: FileKind = programmeKind,
): ShapeProblem[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, kind));
  if (issue.code === 'custom') {
    return [{ path, message: issue.message, remedy: String(issue.params?.remedy) }];
  }
  const value = valueAt(file, path);
  const inBranch = problemsInBranch(issue);
  if (inBranch.length > 0) return inBranch.flatMap((one) => describeIssue(one, file, kind));
  if (path.length === 0) return [wholeFile(value, kind)];
  // Of one that is told apart by a field, the path leads to that field.
  const isUnion = issue.code === 'invalid_union' && issue.errors.length === 0;
  const { description } = expectedAt(isUnion ? path.slice(0, -1) : path, kind.published);
  const expected = description ?? 'a value of another kind';
  if (value === undefined) {
    const key = String(path.at(-1));
    const remedy = isUnion ? `Make this ${expected}.` : `Add "${key}:" with ${expected}.`;
    return [{ path, message: `${key} is missing`, remedy }];
  }
  if (isUnion) {
    return [{ path, message: `${show(value)} is not known here`, remedy: `Make this ${expected}.` }];
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string' && isPlain(value)) {
    return [
      {
        path,
        message: `${show(value)} is read as ${typeof value === 'number' ? 'a number' : String(value)}, not as text`,
        remedy: 'Put it in quotes.',
      },
    ];
  }
  return [{ path, message: `${show(value)} is not ${expected}`, remedy: `Write ${expected}.` }];
}

/** What was found deeper in the one form that the value was meant to have; nothing where that cannot be told. */
function problemsInBranch(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [];
  const meant = issue.errors.find((problems) => problems.every(({ path }) => path.length > 0)) ?? [];
  return meant.map((problem) => ({ ...problem, path: [...issue.path, ...problem.path] }));
}

function wholeFile(value: unknown, { whole }: FileKind): ShapeProblem {
  const holds = value === null || value === undefined ? 'is empty' : `holds ${show(value)}`;
  return {
    path: [],
    message: `the file ${holds}, where ${whole.what} is expected`,
    remedy: whole.remedy,
  };
}

function unknownKey(path: Path, key: string, { published }: FileKind): ShapeProblem {
  const { keys } = expectedAt(path, published);
  const meant = nearestWord(key, keys);
  return {
    path: [...path, key],
    isAtKey: true,
    message: `"${key}" is not known here`,
    remedy: meant ? `Did you mean "${meant}"?` : `Remove it; known here: ${keys.join(', ')}.`,
  };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (current, key) =>
      current && typeof current === 'object' ? (current as Record<string, unknown>)[key] : undefined,
    value,
  );
}

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || value === null;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (value && typeof value === 'object') return 'a mapping';
  if (value === null) return 'nothing';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
