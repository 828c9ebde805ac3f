/** `soundings people import FILE.csv --programme ID`: takes people in; good rows are kept, bad ones reported. */

import type { Command } from 'commander';
import {
  type ImportPeopleOutcome,
  importPeople,
  type RefusedRow,
} from '../../app/people/import-people.use-case';
import { asId, type ProgrammeId } from '../../domain/ids';
import type { Act, Cli } from '../cli';
import { withFile } from '../input-error';
import { count, programmeMissing, RefusedRows, unusableFile } from '../people-file/people-report';
import { openPeopleFile } from '../people-file/read-people-file';
import { progressLine } from '../progress-line';
import { badInput, done, type Report } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addPeopleImport(people: Command, act: Act): void {
  people
    .command('import')
    .argument('<file>', 'the people as CSV with a header line')
    .requiredOption('--programme <id>', 'the programme they belong to')
    .option('--dry-run', 'say what would change, change nothing')
    .description('add and update people; nobody is deleted')
    .action((file: string, options: Options) => act((cli) => importFile(cli, file, options)));
}

async function importFile(cli: Cli, file: string, options: Options): Promise<Report> {
  const opened = await withFile(file, () => openPeopleFile(file));
  if (opened.outcome === 'refused') return unusableFile(file, opened.problems);
  const refusedRows = new RefusedRows(file, options.json === true, cli.terminal);
  const outcome = await withContext(cli, async (context) => {
    const progress = progressLine(cli.terminal, () => context.clock.monotonicMs());
    const imported = await importPeople(context, {
      programmeId: asId<ProgrammeId>(options.programme),
      rows: opened.rows,
      isDryRun: options.dryRun === true,
      onRefused: (row) => {
        if (!options.json) progress.end();
        refusedRows.add(row);
      },
      onProgress: (rows) => progress.update(() => `${count(rows)} rows`),
    });
    progress.end();
    return imported;
  });
  return reportImported(file, options.programme, outcome, refusedRows.kept);
}

function reportImported(
  file: string,
  programmeId: string,
  result: ImportPeopleOutcome,
  refusedRows: readonly RefusedRow[],
): Report {
  if (result.outcome === 'noSuchProgramme') return programmeMissing(programmeId);
  const { added, changed, unchanged, missing } = result;
  const isDryRun = result.outcome === 'wouldImport';
  const json = { programmeId, file, ...result, missing: missing.length, missingIds: missing, refusedRows };
  const words = [
    `${programmeId}: ${isDryRun ? 'would be ' : ''}${count(added)} added, ${count(changed)} changed, ${count(unchanged)} unchanged, ${count(result.refused)} refused`,
    ...(missing.length > 0
      ? [
          `${count(missing.length)} people of the programme are not in the file; they are kept (--json lists them).`,
        ]
      : []),
  ];
  return result.refused > 0 ? badInput(json, ...words) : done(json, ...words);
}
