/** The waves of a programme that have a release, the latest first, whichever pulse they are of. */

import type { Release } from '../../domain/disclosure/release';
import type { ProgrammeId } from '../../domain/ids';
import type { Store } from '../ports/store';
import { listRecords } from '../records';

export type ReleasedWave = Pick<Release, 'waveId' | 'pulseId' | 'title' | 'releasedAt' | 'minimumGroupSize'>;

export async function releasedWaves(
  store: Store,
  programmeId: ProgrammeId,
): Promise<readonly ReleasedWave[]> {
  const waves: ReleasedWave[] = [];
  for await (const { document } of listRecords(store, 'release', programmeId)) {
    const { waveId, pulseId, title, releasedAt, minimumGroupSize } = document;
    waves.push({ waveId, pulseId, title, releasedAt, minimumGroupSize });
  }
  return waves.sort((a, b) => (a.releasedAt < b.releasedAt ? 1 : a.releasedAt > b.releasedAt ? -1 : 0));
}
