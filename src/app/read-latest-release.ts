/** The latest release of a programme, whichever pulse it is of, with the questions its wave asked. */

import type { Release } from '../domain/disclosure/release';
import type { ProgrammeId } from '../domain/ids';
import type { Question } from '../domain/pulse/question';
import type { Store } from './ports/store';
import { readRelease } from './read-release';
import { listRecords, readRecord } from './records';

export interface LatestRelease {
  readonly release: Release;
  readonly questions: readonly Question[];
}

export async function readLatestRelease(
  store: Store,
  programmeId: ProgrammeId,
): Promise<LatestRelease | undefined> {
  let latest: Pick<Release, 'waveId' | 'releasedAt'> | undefined;
  for await (const { document } of listRecords(store, 'release', programmeId)) {
    if (!latest || document.releasedAt > latest.releasedAt) latest = document;
  }
  if (!latest) return undefined;
  const [release, wave] = await Promise.all([
    readRelease(store, programmeId, latest.waveId),
    readRecord(store, 'wave', programmeId, latest.waveId),
  ]);
  return release && wave && { release, questions: wave.document.questions };
}
