/** What every `soundings export` has in common: its options, where they do not go together, and the writing. */

import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { InputError, withFile } from '../input-error';
import { done, type Report } from '../report';
import { csvOf, type Table } from './csv';
import { xlsxOf } from './xlsx';

export interface TableOptions {
  readonly programme: string;
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly out?: string;
  readonly json?: boolean;
}

export function addTableOptions(command: Command): Command {
  return command
    .requiredOption('--programme <id>', 'the programme')
    .addOption(
      new Option('--format <format>', 'how to write it').choices(['csv', 'xlsx', 'json']).default('csv'),
    )
    .option('--out <file>', 'write to this file instead of the terminal');
}

/** @throws InputError before anything is read, where the options do not go together. */
export function checkTableOptions({ format, out, json }: TableOptions): void {
  if (!out && format === 'xlsx') throw new InputError('a spreadsheet needs a file: add --out FILE.xlsx');
  if (!out && json && format !== 'json') {
    throw new InputError('with --json the table needs a file of its own: add --out FILE, or --format json');
  }
}

/** @param documents what JSON holds, where it is more than the rows. @throws InputError when the file cannot be written. */
export async function exportTable<C extends string>(
  table: Table<C>,
  { programme: programmeId, format, out }: TableOptions,
  documents: readonly unknown[] = table.rows,
): Promise<Report> {
  const { name, rows } = table;
  const summary = { outcome: 'exported', programmeId, format, rows: rows.length };
  const json = JSON.stringify(documents, null, 2);
  if (!out && format === 'json') return done({ ...summary, [name]: documents }, json);
  const content = format === 'csv' ? csvOf(table) : format === 'xlsx' ? await xlsxOf(table) : `${json}\n`;
  if (!out) return done(summary, String(content).trimEnd());
  await withFile(out, () => writeFile(out, content));
  return done({ ...summary, file: out }, `${out}: ${rows.length} ${name}`);
}
