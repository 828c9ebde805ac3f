/** The latest release of a programme, whichever pulse it is of, with the questions its wave asked. */

import type { Release } from '../domain/disclosure/release';
import type { ProgrammeId } from '../domain/ids';
import type { Question } from '../domain/pulse/question';
import type { Store } from './ports/store';
import { readRelease } from './read-release';
import { readRecord } from './records';
import { releasedWaves } from './released-waves';

export interface LatestRelease {
  readonly release: Release;
  readonly questions: readonly Question[];
}

export async function readLatestRelease(
  store: Store,
  programmeId: ProgrammeId,
): Promise<LatestRelease | undefined> {
  const [latest] = await releasedWaves(store, programmeId);
  if (!latest) return undefined;
  const [release, wave] = await Promise.all([
    readRelease(store, programmeId, latest.waveId),
    readRecord(store, 'wave', programmeId, latest.waveId),
  ]);
  return release && wave && { release, questions: wave.document.questions };
}
