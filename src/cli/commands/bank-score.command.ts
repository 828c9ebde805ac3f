/** `soundings bank score`: the scores that take two questions, or two waves, from released figures only. */

import type { Command } from 'commander';
import { type ScoreBankOutcome, scoreBank } from '../../app/wave/score-bank.use-case';
import { asId, type ProgrammeId, type WaveId } from '../../domain/ids';
import { scoreLines } from '../bank/score-lines';
import type { Act } from '../cli';
import { done, type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly wave?: string;
}

export function addBankScore(bank: Command, act: Act): void {
  bank
    .command('score')
    .requiredOption('--programme <id>', 'the programme')
    .option('--wave <id>', 'one of its released waves; the latest unless given')
    .description('UMUX-Lite by group, and what has changed since the baseline')
    .action((options: Options) =>
      act(async (cli) => {
        const query = {
          programmeId: asId<ProgrammeId>(options.programme),
          ...(options.wave ? { waveId: asId<WaveId>(options.wave) } : {}),
        };
        return reportScored(options, await withContext(cli, (context) => scoreBank(context, query)));
      }),
    );
}

function reportScored({ programme: programmeId, wave }: Options, scored: ScoreBankOutcome): Report {
  switch (scored.outcome) {
    case 'noSuchProgramme':
      return refused({ ...scored, programmeId }, `${programmeId}: there is no such programme.`);
    case 'noRelease':
      return refused(
        { ...scored, programmeId, ...(wave ? { waveId: wave } : {}) },
        wave
          ? `${wave}: the programme has no such released wave.`
          : `${programmeId}: no wave is released yet.`,
      );
    case 'scored': {
      const { release, groups, changes } = scored;
      const { waveId, title } = release;
      const told = changes.map(({ baseline, ...change }) => ({ ...change, baselineWaveId: baseline.waveId }));
      const json = { outcome: 'scored', programmeId, waveId, title, umuxLite: groups, changes: told };
      return done(json, ...scoreLines(scored));
    }
  }
}
