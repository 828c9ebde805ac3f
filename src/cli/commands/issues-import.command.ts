/** `soundings issues import --status FILE.csv`: what became of issues in the programme's own log. */

import type { Command } from 'commander';
import { importIssueStatus } from '../../app/issue/import-issue-status.use-case';
import { asId, type ProgrammeId } from '../../domain/ids';
import type { Act, Cli } from '../cli';
import { withFile } from '../input-error';
import { readStatusFile } from '../issues-file/read-status-file';
import { badInput, done, type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly status: string;
  readonly programme: string;
  readonly by?: string;
  readonly dryRun?: boolean;
}

export function addIssuesImport(issues: Command, act: Act): void {
  issues
    .command('import')
    .requiredOption('--status <file>', 'CSV: ref,status,note and optionally issue_id,due')
    .requiredOption('--programme <id>', 'the programme')
    .option('--by <object id>', 'the lead whose answers they are; the first of the programme by default')
    .option('--dry-run', 'say what would change, change nothing')
    .description('take over “fix planned”, “fixed” and “not now” by reference; the people concerned are told')
    .action((options: Options) => act((cli) => run(cli, options)));
}

async function run(cli: Cli, { status: file, programme, by, dryRun }: Options): Promise<Report> {
  const read = await withFile(file, () => readStatusFile(file));
  if (read.outcome === 'refused') {
    const { problems } = read;
    const json = { outcome: 'invalid', file, problems };
    return badInput(json, ...problems.map((problem) => `${file}: ${problem}`));
  }
  const programmeId = asId<ProgrammeId>(programme);
  const result = await withContext(cli, (context) =>
    importIssueStatus(context, {
      programmeId,
      rows: read.rows,
      isDryRun: dryRun === true,
      ...(by ? { byObjectId: by } : {}),
    }),
  );
  const json = { programmeId, file, ...result };
  switch (result.outcome) {
    case 'noSuchProgramme':
      return refused(json, `${programme}: there is no such programme; apply its file first.`);
    case 'noLead':
      return refused(json, `${programme}: it names no such lead whose answers these could be.`);
    case 'imported':
    case 'wouldImport': {
      const { changed, unchanged, refused: bad } = result;
      const words = [
        ...bad.map(({ line, reasons }) => `${file}:${line} ${reasons.join('; ')}`),
        `${programme}: ${dryRun ? 'would be ' : ''}${changed} changed, ${unchanged} unchanged, ${bad.length} refused`,
      ];
      return bad.length > 0 ? badInput(json, ...words) : done(json, ...words);
    }
  }
}
