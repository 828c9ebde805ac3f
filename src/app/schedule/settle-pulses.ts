/** Brings what is planned of a programme's pulses in line with its file: its schedules, its stages and its blackouts. */

import type { PulseId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { PlannedRun } from '../../domain/schedule/schedule';
import type { AppContext } from '../context';
import { listRecords } from '../records';
import { planPulse } from './plan-pulse';

export interface PulseSettled {
  readonly pulse: PulseId;
  /** Absent where no run is to come. */
  readonly nextRun?: PlannedRun;
}

/** Of every pulse, also one that was set up in chat or that the file no longer has. Done again it changes nothing.
 * @returns those whose next run is another one than before. */
export async function settlePulses(
  context: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
): Promise<readonly PulseSettled[]> {
  const before = new Map<PulseId, PlannedRun | undefined>();
  for (const { id } of programme.pulses) before.set(id, undefined);
  for await (const { document } of listRecords(context.store, 'pulse', programme.id)) {
    before.set(document.pulseId, document.nextRun);
  }
  const settled: PulseSettled[] = [];
  for (const [pulse, earlier] of before) {
    const nextRun = (await planPulse(context, { programme, pulseId: pulse })).pulse?.nextRun;
    if (nextRun?.at !== earlier?.at) settled.push({ pulse, ...(nextRun ? { nextRun } : {}) });
  }
  return settled;
}
