/** The latest release of a programme, whichever pulse it is of. */

import type { Release } from '../domain/disclosure/release';
import type { ProgrammeId } from '../domain/ids';
import type { Store } from './ports/store';
import { readRelease } from './read-release';
import { listRecords } from './records';

export async function readLatestRelease(
  store: Store,
  programmeId: ProgrammeId,
): Promise<Release | undefined> {
  let latest: Pick<Release, 'waveId' | 'releasedAt'> | undefined;
  for await (const { document } of listRecords(store, 'release', programmeId)) {
    if (!latest || document.releasedAt > latest.releasedAt) latest = document;
  }
  return latest && readRelease(store, programmeId, latest.waveId);
}
