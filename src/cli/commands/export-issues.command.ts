/** `soundings export issues`: what was raised and what came of it, for the programme's own RAID log. */

import type { Command } from 'commander';
import { exportIssues } from '../../app/issue/export-issues.use-case';
import { asId, type ProgrammeId } from '../../domain/ids';
import type { Act, Cli } from '../cli';
import { addTableOptions, checkTableOptions, exportTable, type TableOptions } from '../export/export-table';
import { issueColumns } from '../export/issue-row.schema';
import { issueRows } from '../export/issue-rows';
import { type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options extends TableOptions {
  readonly withWords?: boolean;
}

export function addExportIssues(parent: Command, act: Act): void {
  addTableOptions(parent.command('issues'))
    .option('--with-words', 'with what people wrote, masked: for the programme team alone')
    .description('the issues with their reference, status and answers; never who raised them')
    .action((options: Options) => act((cli) => run(cli, options)));
}

async function run(cli: Cli, options: Options): Promise<Report> {
  checkTableOptions(options);
  const programmeId = asId<ProgrammeId>(options.programme);
  const result = await withContext(cli, (context) => exportIssues(context, programmeId));
  if (result.outcome === 'noSuchProgramme') {
    return refused({ ...result, programmeId }, `${programmeId}: there is no such programme.`);
  }
  const rows = issueRows(result, options.withWords === true);
  return exportTable({ name: 'issues', sheet: 'Issues', columns: issueColumns, rows }, options);
}
