/** Reads a programme file: the programme, or everything that is wrong with it and where. */

import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { checkProgramme } from '../../domain/programme/check-programme';
import type { Programme } from '../../domain/programme/programme';
import type { ProgrammeDraft, ProgrammeProblem } from '../../domain/programme/programme-problem';
import { describeIssue, type FileKind, type ShapeProblem } from './describe-issue';
import { locatePath } from './locate-path';
import { programmeFile, programmeSections } from './programme-file.schema';
import { resolveBank } from './resolve-bank';

export interface FileProblem {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Such as `sites[3].siteGroup`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

export type ProgrammeFileOutcome =
  | { readonly outcome: 'read'; readonly programme: Programme }
  | { readonly outcome: 'refused'; readonly problems: readonly FileProblem[] };

/** Problems come in the order of the file. References are checked wherever both ends could be read. */
export function readProgrammeFile(text: string): ProgrammeFileOutcome {
  const parsed = parseYaml(text);
  if (parsed.outcome === 'refused') return parsed;
  const { written, located } = parsed;
  const { file, problems: unresolved } = resolveBank(written);
  const shape = programmeFile.safeParse(file);
  const draft: ProgrammeDraft = shape.success ? shape.data : readableSections(file);
  const found: ShapeProblem[] = [
    ...unresolved,
    ...(shape.success ? [] : shape.error.issues.flatMap((issue) => describeIssue(issue, file))),
    ...checkProgramme(draft),
  ];
  if (shape.success && found.length === 0) return { outcome: 'read', programme: shape.data };
  return { outcome: 'refused', problems: located(found) };
}

/** Where in the text of a file that could be read its problems stand. */
export function placeProblems(text: string, problems: readonly ProgrammeProblem[]): readonly FileProblem[] {
  const parsed = parseYaml(text);
  return parsed.outcome === 'refused' ? parsed.problems : parsed.located(problems);
}

/** Another kind of file, read in the same way. `check` is asked of one whose shape is right. */
export function readYaml<T>(
  text: string,
  kind: FileKind & { readonly schema: z.ZodType<T>; check(file: T): readonly ShapeProblem[] },
): { outcome: 'read'; file: T } | { outcome: 'refused'; problems: readonly FileProblem[] } {
  const parsed = parseYaml(text);
  if (parsed.outcome === 'refused') return parsed;
  const { written, located } = parsed;
  const shape = kind.schema.safeParse(written);
  const found = shape.success
    ? kind.check(shape.data)
    : shape.error.issues.flatMap((issue) => describeIssue(issue, written, kind));
  if (shape.success && found.length === 0) return { outcome: 'read', file: shape.data };
  return { outcome: 'refused', problems: located(found) };
}

type ParsedYaml =
  | { readonly outcome: 'refused'; readonly problems: readonly FileProblem[] }
  | {
      readonly outcome: 'parsed';
      readonly written: unknown;
      /** Each with its place, in the order of the file. */
      located(found: readonly ShapeProblem[]): readonly FileProblem[];
    };

function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const syntax = [...document.errors, ...document.warnings].map(({ message, pos }) =>
    notYaml(message, lines.linePos(pos[0])),
  );
  if (syntax.length > 0) return { outcome: 'refused', problems: syntax };
  const located = (found: readonly ShapeProblem[]): readonly FileProblem[] =>
    found
      .map(({ path, isAtKey, message, remedy }) => ({
        ...locatePath(document, lines, path, isAtKey),
        path: pathText(path),
        message,
        remedy,
      }))
      .sort((a, b) => a.line - b.line || a.column - b.column);
  try {
    return { outcome: 'parsed', written: document.toJS(), located };
  } catch (error) {
    // The only thing left to go wrong: aliases that are unresolved or that multiply without end.
    return { outcome: 'refused', problems: [notYaml((error as Error).message, { line: 1, col: 1 })] };
  }
}

function notYaml(message: string, at: { line: number; col: number }): FileProblem {
  const remedy = 'Check the indentation, the colons and the quotes here.';
  return { line: at.line, column: at.col, path: '', message: `this is not YAML: ${message}`, remedy };
}

/** The sections that can be read although others cannot. */
function readableSections(file: unknown): ProgrammeDraft {
  if (!file || typeof file !== 'object') return {};
  const entries = Object.entries(programmeSections).flatMap(([name, section]) => {
    const result = section.safeParse((file as Record<string, unknown>)[name]);
    return result.success ? [[name, result.data] as const] : [];
  });
  return Object.fromEntries(entries);
}

function pathText(path: ProgrammeProblem['path']): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}
