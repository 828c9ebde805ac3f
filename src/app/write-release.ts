/** Computes a sealed wave's release from its answers and writes it once: parts first, the header last. */

import { computeRelease } from '../domain/disclosure/compute-release';
import type { Release } from '../domain/disclosure/release';
import { tallyAnswers } from '../domain/disclosure/tally-answers';
import type { AnswerSheet } from '../domain/pulse/answer';
import type { Wave } from '../domain/pulse/wave';
import type { AppContext } from './context';
import { releaseDocumentId } from './documents';
import type { SessionToken } from './ports/store';
import { createRecord, ensureRecord, listRecords, readRecord, upsertRecord } from './records';

/** Reads every answer that was acknowledged before the seal (its token is `session`). When another instance has
 * written the header meanwhile, its release stands and this one's parts are deleted. */
export async function writeRelease(context: AppContext, wave: Wave, session: SessionToken): Promise<void> {
  const { store, clock } = context;
  const sheets: AnswerSheet[] = [];
  for await (const { document } of listRecords(store, 'answerSheet', wave.waveId, undefined, { session })) {
    sheets.push(document);
  }
  const { tallies, respondedByAtom } = tallyAnswers(sheets, wave.questions);
  for (const { atomId, questionId, counts } of tallies) {
    const tallyId = `tally:${questionId}:${atomId}`;
    await upsertRecord(store, 'tally', { waveId: wave.waveId, tallyId, atomId, questionId, counts });
  }
  await writeParts(context, computeRelease({ wave, tallies, respondedByAtom, releasedAt: clock.now() }));
}

async function writeParts({ store, newId }: AppContext, release: Release): Promise<void> {
  const { tables, ...header } = release;
  const attempt = newId();
  const parts = tables.map((table) => ({
    programmeId: release.programmeId,
    partId: `releasePart:${release.waveId}:${table.questionId}:${attempt}`,
    table,
  }));
  for (const part of parts) await createRecord(store, 'releasePart', part);
  const partIds = parts.map(({ partId }) => partId);
  if ((await ensureRecord(store, 'release', { ...header, partIds })) === 'existed') {
    await deleteUnlessOurs(store, release, partIds);
  }
}

/** "Existed" may be our own header whose reply was lost; only parts that no header names are deleted. */
async function deleteUnlessOurs(
  store: AppContext['store'],
  { programmeId, waveId }: Release,
  partIds: readonly string[],
): Promise<void> {
  const stored = await readRecord(store, 'release', programmeId, releaseDocumentId(waveId));
  const named = new Set(stored?.document.partIds);
  for (const partId of partIds) {
    if (!named.has(partId)) await store.delete('programmes', programmeId, partId);
  }
}
