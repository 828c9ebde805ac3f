/** The pulses of a programme that run or may run: those of its file, and those that were confirmed in chat. */

import type { PulseId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { isChatPulse } from '../../domain/pulse/chat-pulse';
import type { PulseDefinition } from '../../domain/pulse/question';
import type { OpenRun } from '../../domain/schedule/runs-at-once';
import type { AppContext } from '../context';
import { listRecords } from '../records';

export type RunningPulses = readonly (PulseDefinition & { readonly open?: OpenRun })[];

/** Those of the file first, each with the wave that its schedule opened and that is not closed. A wave that somebody opened by
 * hand binds nobody's schedule: it is for whoever opened it to close. */
export async function runningPulses(
  { store }: Pick<AppContext, 'store'>,
  { id: programmeId, pulses }: Pick<Programme, 'id' | 'pulses'>,
): Promise<RunningPulses> {
  const confirmed: PulseDefinition[] = [];
  for await (const { document } of listRecords(store, 'pulse', programmeId, { status: 'confirmed' })) {
    const isDeclared = pulses.some(({ id }) => id === document.pulseId);
    if (isChatPulse(document) && !isDeclared) confirmed.push(document.definition);
  }
  const open = new Map<PulseId, OpenRun>();
  for (const status of ['open', 'closing'] as const) {
    for await (const { document } of listRecords(store, 'wave', programmeId, { status })) {
      const { pulseId, opensAt: at, closesAt, scheduledFor } = document;
      if (scheduledFor) open.set(pulseId, { at, closesAt });
    }
  }
  return [...pulses, ...confirmed].map((pulse) => {
    const run = open.get(pulse.id);
    return run ? { ...pulse, open: run } : pulse;
  });
}
