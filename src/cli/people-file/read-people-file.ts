/** Reads a people file as rows; a header that cannot be used refuses the file, a bad line only itself. */

import type { SourceRow } from '../../app/people/import-people.use-case';
import type { AssistedRow, PersonRow } from '../../domain/programme/person-row';
import { type IdentityColumn, readHeader } from './columns';
import { type ParsedLine, parseLines } from './parse-lines';
import { readLineBatches } from './read-lines';

export type PeopleFileOutcome<R = PersonRow> =
  | { readonly outcome: 'read'; readonly rows: AsyncIterable<SourceRow<R>> }
  | { readonly outcome: 'refused'; readonly problems: readonly string[] };

/** Memory stays the same whatever the length of the file. @throws the file system's error when it cannot be read. */
export function openPeopleFile(path: string): Promise<PeopleFileOutcome> {
  return openFile(path, 'aad_object_id');
}

/** The same for people without Teams, whom the file knows by a reference of its own. */
export function openAssistedFile(path: string): Promise<PeopleFileOutcome<AssistedRow>> {
  return openFile(path, 'reference');
}

async function openFile<R>(path: string, identity: IdentityColumn): Promise<PeopleFileOutcome<R>> {
  const batches = readLineBatches(path);
  const first = await batches.next();
  const firstLines = first.done ? [] : first.value;
  if (firstLines.some(({ text }) => text.includes('\0'))) {
    await batches.return(undefined);
    const problem = 'the file is not UTF-8 text: in Excel save it as "CSV UTF-8 (Comma delimited)"';
    return { outcome: 'refused', problems: [problem] };
  }
  const [headerLine, ...rest] = parseLines(firstLines);
  const header = headerOf(headerLine, identity);
  if (header.outcome === 'refused') {
    await batches.return(undefined);
    return header;
  }
  return { outcome: 'read', rows: rowsOf(rest, batches, header.fields) };
}

function headerOf(line: ParsedLine | undefined, identity: IdentityColumn): ReturnType<typeof readHeader> {
  if (!line) return { outcome: 'refused', problems: ['the file is empty: its first line names the columns'] };
  if (line.cells) return readHeader(line.cells, identity);
  return { outcome: 'refused', problems: ['the quotes in the first line do not match: remove them'] };
}

async function* rowsOf<R>(
  first: readonly ParsedLine[],
  batches: AsyncIterable<Parameters<typeof parseLines>[0]>,
  fields: readonly string[],
): AsyncGenerator<SourceRow<R>> {
  for (const line of first) yield rowOf(line, fields);
  for await (const batch of batches) {
    for (const line of parseLines(batch)) yield rowOf(line, fields);
  }
}

function rowOf<R>({ number: line, text, cells }: ParsedLine, fields: readonly string[]): SourceRow<R> {
  if (!cells) return { line, unreadable: 'the quotes do not match, or a cell holds a line break' };
  if (/[\uFFFD\0]/.test(text)) {
    return { line, unreadable: 'it holds a character that is not UTF-8: save the file as CSV UTF-8' };
  }
  if (cells.length !== fields.length) {
    return { line, unreadable: `it has ${cells.length} cells where the header has ${fields.length}` };
  }
  const row: Record<string, string> = {};
  fields.forEach((field, index) => {
    row[field] = cells[index] ?? '';
  });
  return { line, row: row as R };
}
