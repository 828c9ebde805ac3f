/** Reads a status file as rows; a header that cannot be used refuses the file, a bad line only itself. */

import type { SourceStatusRow } from '../../app/issue/import-issue-status.use-case';
import type { StatusRow } from '../../domain/issue/accept-status-row';
import { type ParsedLine, parseLines } from '../people-file/parse-lines';
import { type Line, readLineBatches } from '../people-file/read-lines';
import { nearestWord } from '../programme-file/nearest-word';

const fields = {
  ref: 'ref',
  status: 'status',
  note: 'note',
  issue_id: 'issueId',
  due: 'due',
} as const satisfies Record<string, keyof StatusRow>;
const required = ['ref', 'status', 'note'] as const;
const known = Object.keys(fields);

export type StatusFileOutcome =
  | { readonly outcome: 'read'; readonly rows: readonly SourceStatusRow[] }
  | { readonly outcome: 'refused'; readonly problems: readonly string[] };

/** @throws the file system's error when it cannot be read. */
export async function readStatusFile(path: string): Promise<StatusFileOutcome> {
  const lines: Line[] = [];
  for await (const batch of readLineBatches(path)) lines.push(...batch);
  if (lines.some(({ text }) => text.includes('\0'))) {
    const problem = 'the file is not UTF-8 text: in Excel save it as "CSV UTF-8 (Comma delimited)"';
    return { outcome: 'refused', problems: [problem] };
  }
  const [header, ...rest] = parseLines(lines);
  if (!header?.cells) {
    const problem = header ? 'the quotes in the first line do not match' : 'the file is empty';
    return { outcome: 'refused', problems: [`${problem}: its first line names the columns`] };
  }
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const problems = headerProblems(names);
  if (problems.length > 0) return { outcome: 'refused', problems };
  return { outcome: 'read', rows: rest.map((line) => rowOf(line, names)) };
}

function headerProblems(names: readonly string[]): readonly string[] {
  return [
    ...names.flatMap((name, index) => {
      if (names.indexOf(name) < index) return [`column ${index + 1} repeats "${name}"`];
      if (known.includes(name)) return [];
      const meant = nearestWord(name, known);
      const remedy = meant ? `did you mean "${meant}"?` : `remove it; known are: ${known.join(', ')}`;
      return [`column ${index + 1} "${name.slice(0, 40)}" is not known: ${remedy}`];
    }),
    ...required
      .filter((name) => !names.includes(name))
      .map((name) => `the column ${name} is missing: add it to the first line`),
  ];
}

function rowOf({ number: line, text, cells }: ParsedLine, names: readonly string[]): SourceStatusRow {
  if (!cells) return { line, unreadable: 'the quotes do not match, or a cell holds a line break' };
  if (text.includes('\uFFFD')) {
    return { line, unreadable: 'it holds a character that is not UTF-8: save the file as CSV UTF-8' };
  }
  if (cells.length !== names.length) {
    return { line, unreadable: `it has ${cells.length} cells where the header has ${names.length}` };
  }
  const row = Object.fromEntries(
    names.map((name, index) => [fields[name as keyof typeof fields], cells[index] ?? '']),
  );
  return { line, row: row as unknown as StatusRow };
}
