/** `soundings pulse list` and `pulse retire`: when each pulse runs, what its last run did, and the end of one. */

import type { Command } from 'commander';
import { findProgramme } from '../../app/programme/find-programme';
import { readPulses } from '../../app/schedule/read-pulses';
import { retirePulse } from '../../app/schedule/retire-pulse.use-case';
import { asId, type ProgrammeId, type PulseId } from '../../domain/ids';
import type { PulseStanding } from '../../domain/pulse/pulse-standing';
import { type Catalogue, catalogueFor } from '../../text/catalogue';
import type { Act } from '../cli';
import { done, type Report, refused } from '../report';
import { withContext } from '../with-context';

export function addPulseList(pulse: Command, act: Act): void {
  pulse
    .command('list')
    .requiredOption('--programme <id>', 'the programme')
    .description('the pulses with their schedules, next runs and last runs')
    .action(({ programme }: { readonly programme: string }) =>
      act(async (cli) => {
        const programmeId = asId<ProgrammeId>(programme);
        return withContext(cli, async (context) => {
          const found = await findProgramme(context.store, programmeId);
          const pulses = await readPulses(context, programmeId);
          if (!found || !pulses) return noSuchProgramme(programme);
          const json = { outcome: 'listed', programmeId, pulses };
          if (pulses.length === 0) return done(json, `${programme}: no pulse yet`);
          const text = catalogueFor(found.timeZone);
          return done(json, ...pulses.flatMap((standing) => describe(standing, text)));
        });
      }),
    );
}

export function addPulseRetire(pulse: Command, act: Act): void {
  pulse
    .command('retire')
    .requiredOption('--programme <id>', 'the programme')
    .requiredOption('--pulse <id>', 'a pulse that was set up in Teams')
    .description('end a pulse for good; a wave that is open goes on until it closes')
    .action((options: { readonly programme: string; readonly pulse: string }) =>
      act(async (cli) => {
        const programmeId = asId<ProgrammeId>(options.programme);
        const pulseId = asId<PulseId>(options.pulse);
        const outcome = await withContext(cli, (context) => retirePulse(context, { programmeId, pulseId }));
        const json = { outcome, programmeId, pulseId };
        switch (outcome) {
          case 'retired':
          case 'alreadyRetired':
            return done(json, `${options.pulse}: retired`);
          case 'inTheFile':
            return refused(
              json,
              `${options.pulse}: the programme file declares it; take it, or its schedule, out of the file and apply that.`,
            );
          case 'noSuchPulse':
            return refused(json, `${options.pulse}: the programme has no such pulse.`);
          case 'noSuchProgramme':
            return noSuchProgramme(options.programme);
        }
      }),
    );
}

function noSuchProgramme(programme: string): Report {
  return refused(
    { outcome: 'noSuchProgramme', programmeId: programme },
    `${programme}: there is no such programme.`,
  );
}

function describe(pulse: PulseStanding, { schedules }: Catalogue): string[] {
  const { pulseId, title, status, schedule, nextRun, lastRun, lastWave } = pulse;
  const words = schedule ? schedules.runs(schedules.describe(schedule)) : schedules.byHand;
  return [
    `${pulseId}: ${title ?? schedules.untitled}`,
    ...(status === 'confirmed' ? [words] : [schedules.statuses[status]]).map(indented),
    ...(nextRun ? [schedules.nextRun(nextRun)] : []).map(indented),
    ...(lastRun ? [schedules.lastRun(lastRun)] : []).map(indented),
    ...(lastWave ? [`${lastWave.waveId}: ${lastWave.status}, opened ${lastWave.opensAt}`] : []).map(indented),
  ];
}

const indented = (line: string) => `  ${line}`;
