/** `soundings pulse open`: opens a wave of a pulse now. */

import type { Command } from 'commander';
import { type OpenWaveOutcome, openWave } from '../../app/wave/open-wave.use-case';
import { asId, type ProgrammeId, type PulseId } from '../../domain/ids';
import { checkDays } from '../../domain/pulse/may-open-check';
import type { Act } from '../cli';
import { done, type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly pulse: string;
}

export function addPulseOpen(pulse: Command, act: Act): void {
  pulse
    .command('open')
    .requiredOption('--programme <id>', 'the programme')
    .requiredOption('--pulse <id>', 'one of its pulses')
    .description('open a wave of a pulse; the running service sends the invitations')
    .action((options: Options) =>
      act(async (cli) => {
        const outcome = await withContext(cli, (context) =>
          openWave(context, {
            programmeId: asId<ProgrammeId>(options.programme),
            pulseId: asId<PulseId>(options.pulse),
            openedBy: 'command',
          }),
        );
        return reportOpened(options, outcome);
      }),
    );
}

function reportOpened({ programme, pulse }: Options, result: OpenWaveOutcome): Report {
  const ids = { programmeId: programme, pulseId: pulse };
  switch (result.outcome) {
    case 'opened': {
      const { waveId, title, opensAt, closesAt, frame, campaignId } = result.wave;
      const atoms = frame.atoms.length;
      return done(
        {
          outcome: 'opened',
          ...ids,
          waveId,
          campaignId,
          title,
          opensAt,
          closesAt,
          invited: result.invited,
          atoms,
        },
        `${waveId}: opened, ${result.invited.toLocaleString('en-GB')} people in ${atoms} reporting groups, until ${closesAt}`,
      );
    }
    case 'askedAlready':
      return refused(
        { ...ids, ...result },
        `${pulse}: not opened; "${result.title}" (${result.waveId}) asks one of its questions now. Close it first.`,
      );
    case 'noSuchProgramme':
      return refused({ ...ids, ...result }, `${programme}: there is no such programme.`);
    case 'noSuchPulse':
      return refused({ ...ids, ...result }, `${pulse}: the programme has no such pulse.`);
    case 'nobodyToAsk':
      return refused(
        { ...ids, ...result },
        result.listed === undefined
          ? `${pulse}: not opened, there is nobody to ask. Import people first.`
          : `${pulse}: not opened, none of the ${result.listed} people on its list has been imported. Import them, or correct audience.people of ${pulse}.`,
      );
    case 'notApproved':
      return refused(
        { ...ids, ...result },
        `${pulse}: not opened. A check has one question, opens from the day of go-live for ${checkDays} days, and needs the SRO's approval under sending.goLiveChecks in the programme file.`,
      );
    case 'openedAtTheSameTime':
      return refused({ ...ids, ...result }, `${pulse}: somebody else opened it at the same moment.`);
  }
}
