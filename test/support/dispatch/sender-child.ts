/** The product as it is built, in a process of its own that sends what is due: measured, killed or paused from outside. */

import { once } from 'node:events';
import type { Log } from '../../../src/app/ports/log';
import { findProgramme } from '../../../src/app/programme/find-programme';
import { previewPulse } from '../../../src/app/schedule/preview-pulse.use-case';
import { openWave } from '../../../src/app/wave/open-wave.use-case';
import { type Bot, openBot } from '../../../src/compose';
import { parseConfig } from '../../../src/config';
import type { Moment, SenderReport, SenderStart } from './sender-messages';
import { ShiftedClock } from './shifted-clock';

const tell = (report: SenderReport): void => {
  // Whoever started it may be gone already.
  if (process.connected) process.send?.(report);
};
const moment = (): Moment => {
  const { user, system } = process.cpuUsage();
  return { atMs: Number(process.hrtime.bigint()) / 1e6, cpuMs: (user + system) / 1_000 };
};

const log: Log = {
  info(event, fields = {}) {
    const stage = String(fields.stage);
    if (event === 'campaign stage begins') tell({ kind: 'stage', what: 'begins', stage, ...moment() });
    if (event === 'campaign stage ended') tell({ kind: 'stage', what: 'ended', stage, ...moment() });
    if (event === 'lease taken') tell({ kind: 'leaseTaken', epoch: Number(fields.epoch), ...moment() });
  },
  warn: () => {},
  error: (event, error) => console.error(event, error),
  with: () => log,
};

async function sendUntilStopped({ environment, shiftMs, opens }: SenderStart): Promise<void> {
  const bot = await openBot(parseConfig(environment), { clock: new ShiftedClock(shiftMs), log });
  const told = once(process, 'message');
  tell({ kind: 'started' });
  if (opens) await previewAndOpen(bot, opens);
  await told;
  await bot.close();
  tell({ kind: 'stopped', peakRssMb: process.resourceUsage().maxRSS / 1_024 });
}

async function previewAndOpen({ context }: Bot, opens: NonNullable<SenderStart['opens']>): Promise<void> {
  const programme = await findProgramme(context.store, opens.programmeId);
  const pulse = programme?.pulses.find(({ id }) => id === opens.pulseId);
  if (!programme || !pulse) throw new Error('there is no such pulse to open');
  await previewPulse(context, { programme, pulse, at: context.clock.now() });
  const opened = await openWave(context, { ...opens, openedBy: 'command' });
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
}

process.once('message', (start: SenderStart) => {
  sendUntilStopped(start).then(
    () => process.disconnect(),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
