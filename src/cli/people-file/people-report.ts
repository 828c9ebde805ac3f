/** What the commands that take people in say alike: of a file that cannot be read, of rows that were refused, of how many there were. */

import type { RefusedRow } from '../../app/people/import-people.use-case';
import { badInput, type Report, refused } from '../report';
import type { Terminal } from '../terminal';

/** So that a report stays readable, and memory flat, when every row of a large file is wrong. */
export const mostRefusedInJson = 1_000;

export function unusableFile(file: string, problems: readonly string[]): Report {
  return badInput(
    { outcome: 'invalid', file, problems },
    ...problems.map((problem) => `${file}: ${problem}`),
  );
}

export function programmeMissing(programmeId: string, json: Readonly<Record<string, unknown>> = {}): Report {
  return refused(
    { ...json, outcome: 'noSuchProgramme', programmeId },
    `${programmeId}: there is no such programme; apply its file first.`,
  );
}

/** Each refused row is told at once with its line, or kept for the JSON report. */
export class RefusedRows {
  readonly kept: RefusedRow[] = [];

  constructor(
    private readonly file: string,
    private readonly isJson: boolean,
    private readonly terminal: Pick<Terminal, 'err'>,
  ) {}

  add(row: RefusedRow): void {
    if (this.kept.length < mostRefusedInJson) this.kept.push(row);
    if (!this.isJson) this.terminal.err(`${this.file}:${row.line} ${row.reasons.join('; ')}\n`);
  }
}

export function count(value: number): string {
  return value.toLocaleString('en-GB');
}
