/** Splits lines of a CSV file into cells. A record is one line: none of our columns holds a line break, so a quote that
 * is not closed spoils its own line and nothing after it. */

import { type Options, parse } from 'csv-parse/sync';
import type { Line } from './read-lines';

export interface ParsedLine extends Line {
  /** Undefined where the quotes do not match. */
  readonly cells: readonly string[] | undefined;
}

const options: Options = { record_delimiter: '\n', relax_column_count: true };

/** Empty lines are left out. */
export function parseLines(lines: readonly Line[]): ParsedLine[] {
  const full = lines.filter(({ text }) => text.trim() !== '');
  const together = cellsOf(full.map(({ text }) => text));
  return full.map((line, index) => ({
    ...line,
    cells: together ? together[index] : cellsOf([line.text])?.[0],
  }));
}

/** One record a line, or undefined when that cannot be done. */
function cellsOf(texts: readonly string[]): readonly string[][] | undefined {
  try {
    const records = parse(texts.join('\n'), options) as string[][];
    return records.length === texts.length ? records : undefined;
  } catch {
    return undefined;
  }
}
