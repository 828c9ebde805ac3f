/** The releases of a pulse by which a gate's groups are judged. */

import type { NamedGroup } from '../../domain/gate/gate-definition';
import { type FeedingRelease, feedsGates } from '../../domain/gate/judge-released';
import type { ProgrammeId, PulseId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { asksWhole } from '../../domain/pulse/asks-whole';
import type { Store } from '../ports/store';
import { listRecords, readRecord } from '../records';
import { readRelease } from './read-release';

/** When the wave opened: its frame is made of what the programme declared then. */
export interface OpenedBetween {
  readonly from?: Instant;
  readonly before?: Instant;
}

export interface FeedingQuery extends OpenedBetween {
  readonly programmeId: ProgrammeId;
  readonly pulseId: PulseId;
  readonly groups: readonly NamedGroup[];
}

/** Newest first, and no more than it takes: the newest that may feed a gate, and for each group the newest that is of the
 * whole of it. A list that somebody chose by name feeds none. */
export async function readFeedingReleases(
  store: Store,
  { programmeId, pulseId, groups, from, before }: FeedingQuery,
): Promise<readonly FeedingRelease[]> {
  const headers = [];
  for await (const { document } of listRecords(store, 'release', programmeId, { pulseId })) {
    headers.push({ waveId: document.waveId, releasedAt: document.releasedAt });
  }
  headers.sort((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1));
  const feeding: FeedingRelease[] = [];
  let waiting = groups;
  for (const { waveId } of headers) {
    if (feeding.length > 0 && waiting.length === 0) break;
    const wave = (await readRecord(store, 'wave', programmeId, waveId))?.document;
    if (!wave || !feedsGates(wave.audience)) continue;
    if ((from && wave.opensAt < from) || (before && wave.opensAt >= before)) continue;
    const stillWaiting = waiting.filter((group) => !asksWhole(wave, group));
    if (feeding.length > 0 && stillWaiting.length === waiting.length) continue;
    const release = await readRelease(store, programmeId, waveId);
    if (!release) continue;
    const { frame, audience, leftOut } = wave;
    feeding.push({ release, frame, audience, ...(leftOut ? { leftOut } : {}) });
    waiting = stillWaiting;
  }
  return feeding;
}
