/** Reads a release through its header; without the header there is nothing to show. */

import type { Release, ReleaseTable } from '../../domain/disclosure/release';
import type { ProgrammeId, WaveId } from '../../domain/ids';
import { releaseDocumentId } from '../documents';
import type { Store } from '../ports/store';
import { readRecord } from '../records';

export async function readRelease(
  store: Store,
  programmeId: ProgrammeId,
  waveId: WaveId,
): Promise<Release | undefined> {
  const header = (await readRecord(store, 'release', programmeId, releaseDocumentId(waveId)))?.document;
  if (!header) return undefined;
  const parts = await Promise.all(
    header.partIds.map((partId) => readRecord(store, 'releasePart', programmeId, partId)),
  );
  const tables: ReleaseTable[] = [];
  for (const part of parts) {
    if (!part) throw new Error(`a part of the release of wave ${waveId} is missing`);
    tables.push(part.document.table);
  }
  const { pulseId, title, minimumGroupSize, confidenceFloor, releasedAt, fallbacks, assisted } = header;
  const figures = { tables, fallbacks, ...(assisted ? { assisted } : {}) };
  return { waveId, programmeId, pulseId, title, minimumGroupSize, confidenceFloor, releasedAt, ...figures };
}
