/** `soundings export confidence`: the released confidence scores as a table. */

import type { Command } from 'commander';
import { exportConfidence } from '../../app/wave/export-confidence.use-case';
import { asId, type ProgrammeId, type WaveId } from '../../domain/ids';
import type { Act, Cli } from '../cli';
import { scoreColumns } from '../export/confidence-score.schema';
import { addTableOptions, checkTableOptions, exportTable, type TableOptions } from '../export/export-table';
import { type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options extends TableOptions {
  readonly wave?: string;
}

export function addExportConfidence(parent: Command, act: Act): void {
  addTableOptions(parent.command('confidence'))
    .option('--wave <id>', 'one wave only')
    .description('the confidence scores of closed waves: released figures only')
    .action((options: Options) => act((cli) => run(cli, options)));
}

async function run(cli: Cli, options: Options): Promise<Report> {
  checkTableOptions(options);
  const programmeId = asId<ProgrammeId>(options.programme);
  const wave = options.wave ? { waveId: asId<WaveId>(options.wave) } : {};
  const result = await withContext(cli, (context) => exportConfidence(context, { programmeId, ...wave }));
  if (result.outcome === 'noSuchProgramme') {
    return refused({ ...result, programmeId }, `${programmeId}: there is no such programme.`);
  }
  return exportTable(
    { name: 'scores', sheet: 'Confidence', columns: scoreColumns, rows: result.scores },
    options,
  );
}
