/** `soundings export confidence`: the released confidence scores as a table. */

import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { exportConfidence } from '../../app/export-confidence.use-case';
import { asId, type ProgrammeId, type WaveId } from '../../domain/ids';
import type { ConfidenceScore } from '../../domain/score/confidence-score';
import type { Act, Cli } from '../cli';
import { csvOf } from '../export/csv';
import { xlsxOf } from '../export/xlsx';
import { InputError, withFile } from '../input-error';
import { done, type Report, refused } from '../report';
import { withContext } from '../with-context';

type Format = 'csv' | 'xlsx' | 'json';

interface Options {
  readonly programme: string;
  readonly wave?: string;
  readonly format: Format;
  readonly out?: string;
  readonly json?: boolean;
}

export function addExportConfidence(parent: Command, act: Act): void {
  parent
    .command('confidence')
    .requiredOption('--programme <id>', 'the programme')
    .option('--wave <id>', 'one wave only')
    .addOption(
      new Option('--format <format>', 'how to write it').choices(['csv', 'xlsx', 'json']).default('csv'),
    )
    .option('--out <file>', 'write to this file instead of the terminal')
    .description('the confidence scores of closed waves: released figures only')
    .action((options: Options) => act((cli) => run(cli, options)));
}

async function run(cli: Cli, options: Options): Promise<Report> {
  const { programme: programmeId, format, out } = options;
  if (!out && format === 'xlsx') throw new InputError('a spreadsheet needs a file: add --out FILE.xlsx');
  if (!out && options.json && format !== 'json') {
    throw new InputError('with --json the table needs a file of its own: add --out FILE, or --format json');
  }
  const result = await withContext(cli, (context) =>
    exportConfidence(context, {
      programmeId: asId<ProgrammeId>(programmeId),
      ...(options.wave ? { waveId: asId<WaveId>(options.wave) } : {}),
    }),
  );
  if (result.outcome === 'noSuchProgramme') {
    return refused({ ...result, programmeId }, `${programmeId}: there is no such programme.`);
  }
  const { scores } = result;
  const summary = { outcome: result.outcome, programmeId, format, rows: scores.length };
  if (!out && format === 'json') {
    return done({ ...summary, scores }, JSON.stringify(scores, null, 2));
  }
  const content = await contentOf(format, scores);
  if (!out) return done(summary, String(content).trimEnd());
  await withFile(out, () => writeFile(out, content));
  return done({ ...summary, file: out }, `${out}: ${scores.length} scores`);
}

async function contentOf(format: Format, scores: readonly ConfidenceScore[]): Promise<string | Uint8Array> {
  if (format === 'csv') return csvOf(scores);
  return format === 'xlsx' ? xlsxOf(scores) : `${JSON.stringify(scores, null, 2)}\n`;
}
