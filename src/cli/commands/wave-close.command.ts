/** `soundings wave close`: closes a wave before its time. */

import type { Command } from 'commander';
import { type CloseWaveOutcome, closeWave } from '../../app/wave/close-wave.use-case';
import { asId, type ProgrammeId, type WaveId } from '../../domain/ids';
import type { Act } from '../cli';
import { done, type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly wave: string;
}

export function addWaveClose(wave: Command, act: Act): void {
  wave
    .command('close')
    .requiredOption('--programme <id>', 'the programme')
    .requiredOption('--wave <id>', 'one of its open waves')
    .description('close a wave; the running service computes the release')
    .action((options: Options) =>
      act(async (cli) => {
        const outcome = await withContext(cli, (context) =>
          closeWave(context, {
            programmeId: asId<ProgrammeId>(options.programme),
            waveId: asId<WaveId>(options.wave),
          }),
        );
        return reportClosed(options, outcome);
      }),
    );
}

/** Closing a wave again is no error: the wave is as it was asked to be. */
function reportClosed({ programme, wave }: Options, outcome: CloseWaveOutcome): Report {
  const json = { outcome, programmeId: programme, waveId: wave };
  switch (outcome) {
    case 'closing':
      return done(json, `${wave}: closing; the running service computes the release within seconds`);
    case 'alreadyClosing':
      return done(json, `${wave}: is closing already`);
    case 'alreadyClosed':
      return done(json, `${wave}: is closed already`);
    case 'noSuchWave':
      return refused(json, `${wave}: the programme has no such wave.`);
  }
}
