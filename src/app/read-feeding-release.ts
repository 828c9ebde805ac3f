/** The latest release of a pulse that may feed a gate. */

import { type FeedingRelease, feedsGates } from '../domain/gate/judge-released';
import type { ProgrammeId, PulseId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import type { Store } from './ports/store';
import { readRelease } from './read-release';
import { listRecords, readRecord } from './records';

/** When the wave opened: its frame is made of what the programme declared then. */
export interface OpenedBetween {
  readonly from?: Instant;
  readonly before?: Instant;
}

export async function readFeedingRelease(
  store: Store,
  programmeId: ProgrammeId,
  pulseId: PulseId,
  { from, before }: OpenedBetween = {},
): Promise<FeedingRelease | undefined> {
  const headers = [];
  for await (const { document } of listRecords(store, 'release', programmeId, { pulseId })) {
    headers.push({ waveId: document.waveId, releasedAt: document.releasedAt });
  }
  headers.sort((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1));
  for (const { waveId } of headers) {
    const wave = (await readRecord(store, 'wave', programmeId, waveId))?.document;
    if (!wave || !feedsGates(wave.audience)) continue;
    if ((from && wave.opensAt < from) || (before && wave.opensAt >= before)) continue;
    const release = await readRelease(store, programmeId, waveId);
    if (release) return { release, frame: wave.frame };
  }
  return undefined;
}
