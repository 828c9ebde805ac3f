/** `soundings export decisions`: the decision log as a table. */

import type { Command } from 'commander';
import { exportDecisions } from '../../app/decision/export-decisions.use-case';
import { asId, type ProgrammeId } from '../../domain/ids';
import type { Act, Cli } from '../cli';
import { decisionColumns } from '../export/decision-row.schema';
import { decisionRows } from '../export/decision-rows';
import { addTableOptions, checkTableOptions, exportTable, type TableOptions } from '../export/export-table';
import { type Report, refused } from '../report';
import { withContext } from '../with-context';

export function addExportDecisions(parent: Command, act: Act): void {
  addTableOptions(parent.command('decisions'))
    .description('the decision log: who decided what, when and on which evidence')
    .action((options: TableOptions) => act((cli) => run(cli, options)));
}

async function run(cli: Cli, options: TableOptions): Promise<Report> {
  checkTableOptions(options);
  const programmeId = asId<ProgrammeId>(options.programme);
  const result = await withContext(cli, (context) => exportDecisions(context, { programmeId }));
  if (result.outcome === 'noSuchProgramme') {
    return refused({ ...result, programmeId }, `${programmeId}: there is no such programme.`);
  }
  const rows = decisionRows(result);
  return exportTable({ name: 'decisions', sheet: 'Decisions', columns: decisionColumns, rows }, options);
}
