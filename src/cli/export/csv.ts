/** A table as CSV: a byte order mark so that Excel reads UTF-8, CRLF, an empty cell for what is not there. */

import { stringify } from 'csv-stringify/sync';
import { neutraliseFormula } from './neutralise-formula';

/** What a cell holds; null is empty. */
export type Cell = string | number | boolean | null;

export interface Table<Column extends string = string> {
  /** What the rows are, such as `scores`: their name in JSON. */
  readonly name: string;
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<Column, Cell>>[];
}

export function csvOf<C extends string>({ columns, rows }: Pick<Table<C>, 'columns' | 'rows'>): string {
  const cells = rows.map((row) => columns.map((column) => neutraliseFormula(row[column])));
  return stringify([[...columns], ...cells], {
    bom: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => String(value) },
  });
}

/** One record by itself, for a file that is written as its rows become known: no byte order mark. */
export function csvLine(cells: readonly string[]): string {
  return stringify([cells.map(neutraliseFormula)], { record_delimiter: 'windows' });
}
