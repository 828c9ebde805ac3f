/** Deletes what an interrupted or overtaken attempt at a release left behind: only what the header names may stay. */

import type { Release } from '../../domain/disclosure/release';
import type { AppContext } from '../context';
import { releaseDocumentId, releasePartIdOf } from '../documents';
import { listRecords, readRecord } from '../records';

/** Two tables of one wave that differ by one late answer could be subtracted. Without a header nothing is deleted:
 * the attempt may still be under way. */
export async function deleteStrays(
  { store }: AppContext,
  { programmeId, waveId }: Pick<Release, 'programmeId' | 'waveId'>,
): Promise<void> {
  const header = (await readRecord(store, 'release', programmeId, releaseDocumentId(waveId)))?.document;
  if (!header) return;
  const { attempt, partIds } = header;
  const mayStay = new Set(partIds);
  const strays: string[] = [];
  for await (const { document } of listRecords(store, 'releasePart', programmeId)) {
    const { partId } = document;
    if (partId.startsWith(releasePartIdOf(waveId)) && !mayStay.has(partId)) strays.push(partId);
  }
  for (const partId of strays) await store.delete('programmes', programmeId, partId);
  const strayTallies: string[] = [];
  for await (const { document } of listRecords(store, 'tally', waveId)) {
    if (document.attempt !== attempt) strayTallies.push(document.tallyId);
  }
  for (const tallyId of strayTallies) await store.delete('responses', waveId, tallyId);
}
