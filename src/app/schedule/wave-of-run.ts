/** Finds the wave that one run of a schedule opened: a run has at most one, however often it is tried. */

import type { Instant } from '../../domain/instant';
import type { Pulse } from '../../domain/pulse/pulse';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { listRecords } from '../records';

export async function waveOfRun(
  { store }: Pick<AppContext, 'store'>,
  { programmeId, pulseId }: Pick<Pulse, 'programmeId' | 'pulseId'>,
  plannedFor: Instant,
): Promise<Wave | undefined> {
  for await (const { document } of listRecords(store, 'wave', programmeId, { pulseId })) {
    if (document.scheduledFor === plannedFor) return document;
  }
  return undefined;
}
