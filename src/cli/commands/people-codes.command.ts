/** `soundings people codes FILE.csv --programme ID --out CODES.csv`: people without Teams, and their one-time codes. */

import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Command } from 'commander';
import { type IssueCodesOutcome, issueCodes } from '../../app/assist/issue-codes.use-case';
import type { RefusedRow } from '../../app/people/import-people.use-case';
import { spellAccessCode } from '../../domain/assist/access-code';
import { asId, type ProgrammeId } from '../../domain/ids';
import type { Act, Cli } from '../cli';
import { csvLine } from '../export/csv';
import { InputError, withFile } from '../input-error';
import { count, programmeMissing, RefusedRows, unusableFile } from '../people-file/people-report';
import { openAssistedFile } from '../people-file/read-people-file';
import { badInput, done, type Report } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly out: string;
  readonly renew?: boolean;
  readonly json?: boolean;
}

export function addPeopleCodes(people: Command, act: Act): void {
  people
    .command('codes')
    .argument('<file>', 'people without Teams as CSV, each with a reference in place of a directory id')
    .requiredOption('--programme <id>', 'the programme they belong to')
    .requiredOption('--out <file>', 'a new file for the codes; only you may read it')
    .option('--renew', 'also for those who have a code: theirs is good no longer')
    .description('add and update people without Teams, and give each a one-time code for a champion’s device')
    .action((file: string, options: Options) => act((cli) => run(cli, file, options)));
}

async function run(cli: Cli, file: string, options: Options): Promise<Report> {
  const opened = await withFile(file, () => openAssistedFile(file));
  if (opened.outcome === 'refused') return unusableFile(file, opened.problems);
  const refusedRows = new RefusedRows(file, options.json === true, cli.terminal);
  const codes = await openNewFile(options.out);
  let outcome: IssueCodesOutcome | undefined;
  let told = 0;
  try {
    writeSync(codes, csvLine(['reference', 'display_name', 'code']));
    outcome = await withContext(cli, (context) =>
      issueCodes(context, {
        programmeId: asId<ProgrammeId>(options.programme),
        rows: opened.rows,
        isRenewal: options.renew === true,
        // At once: a code that is kept and was not told is lost.
        onIssued: ({ reference, displayName, code }) => {
          told += 1;
          writeSync(codes, csvLine([reference, displayName, spellAccessCode(code)]));
        },
        onRefused: (row) => refusedRows.add(row),
      }),
    );
  } finally {
    closeSync(codes);
    // So that the same command can be given again.
    if (outcome?.outcome !== 'issued' && told === 0) rmSync(options.out);
  }
  return report(file, options, outcome, refusedRows.kept);
}

/** Never over another file: it may hold codes that are told nowhere else. */
function openNewFile(path: string): Promise<number> {
  return withFile(path, async () => {
    try {
      return openSync(path, 'wx', 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new InputError(`${path}: there is such a file already; name a new one`, { cause: error });
    }
  });
}

function report(
  file: string,
  { programme: programmeId, out }: Options,
  result: IssueCodesOutcome,
  refusedRows: readonly RefusedRow[],
): Report {
  if (result.outcome === 'noSuchProgramme') return programmeMissing(programmeId);
  const { added, changed, unchanged, issued, hadOne } = result;
  const json = { programmeId, file, out, ...result, refusedRows };
  const words = [
    `${programmeId}: ${count(added)} added, ${count(changed)} changed, ${count(unchanged)} unchanged, ${count(result.refused)} refused`,
    `${out}: ${issued === 1 ? '1 code' : `${count(issued)} codes`}, told nowhere else: hand each to its person alone, then delete the file.`,
    ...(hadOne > 0
      ? [
          `${hadOne === 1 ? '1 has' : `${count(hadOne)} have`} a code already and keep it (--renew gives another).`,
        ]
      : []),
  ];
  return result.refused > 0 ? badInput(json, ...words) : done(json, ...words);
}
