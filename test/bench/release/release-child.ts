/** One step of the benchmark in a process of its own, so that its memory is its own. */

import { measureRelease, type ReleaseFigures } from './measure-release';
import type { ReleaseShape } from './release-shape';
import { seedRelease } from './seed-release';

export interface ReleaseCommand {
  readonly step: 'idle' | 'seed' | 'measure';
  readonly shape: ReleaseShape;
  readonly file: string;
}

export interface ReleaseReport {
  readonly figures?: ReleaseFigures;
  /** The most memory that the process ever held. */
  readonly peakRssMb: number;
}

async function carryOut({ step, shape, file }: ReleaseCommand): Promise<ReleaseReport> {
  if (step === 'seed') await seedRelease(shape, file);
  const figures = step === 'measure' ? await measureRelease(shape, file) : undefined;
  return { ...(figures ? { figures } : {}), peakRssMb: process.resourceUsage().maxRSS / 1_024 };
}

process.on('message', (command: ReleaseCommand) => {
  carryOut(command).then(
    (report) => process.send?.(report, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
