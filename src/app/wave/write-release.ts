/** Computes a sealed wave's release from its answers and writes it once: parts and tallies first, the header last. */

import { computeRelease } from '../../domain/disclosure/compute-release';
import type { Release } from '../../domain/disclosure/release';
import { type AnswerTally, tallyAnswers } from '../../domain/disclosure/tally-answers';
import type { AnswerSheet } from '../../domain/pulse/answer';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { releasePartIdOf, tallyIdOf } from '../documents';
import type { SessionToken } from '../ports/store';
import { createRecord, ensureRecord, listRecords, upsertRecord } from '../records';
import { countProfiles } from './count-profiles';
import { deleteStrays } from './delete-strays';

/** Reads every answer that was acknowledged before the seal (its token is `session`). Everything but the header bears
 * the name of this attempt. When another has written the header meanwhile, its release stands and this one is deleted. */
export async function writeRelease(context: AppContext, wave: Wave, session: SessionToken): Promise<void> {
  const { store, clock, newId, solve, log } = context;
  const sheets: AnswerSheet[] = [];
  for await (const { document } of listRecords(store, 'answerSheet', wave.waveId, undefined, { session })) {
    sheets.push(document);
  }
  const counted = tallyAnswers(sheets, wave.questions);
  const { profiles, assistedLines } = await countProfiles(context, wave, sheets);
  // Ballots are not taken beside a champion.
  const assisted = wave.reviewId ? {} : { assistedLines };
  const release = await computeRelease(
    { wave, ...counted, profiles, ...assisted, releasedAt: clock.now() },
    solve,
  );
  const { fallbacks, tables } = release;
  if (fallbacks > 0) log.warn('margins withheld without a check', { fallbacks, tables: tables.length });
  const attempt = newId();
  await writeTallies(context, wave, attempt, counted.tallies);
  await writeParts(context, release, attempt);
}

async function writeTallies(
  { store }: AppContext,
  { waveId }: Wave,
  attempt: string,
  tallies: readonly AnswerTally[],
): Promise<void> {
  for (const { atomId, questionId, counts } of tallies) {
    const tallyId = tallyIdOf(attempt, questionId, atomId);
    await upsertRecord(store, 'tally', { waveId, tallyId, attempt, atomId, questionId, counts });
  }
}

async function writeParts(context: AppContext, release: Release, attempt: string): Promise<void> {
  const { store } = context;
  const { tables, ...header } = release;
  const parts = tables.map((table) => ({
    programmeId: release.programmeId,
    partId: releasePartIdOf(release.waveId, table.questionId, attempt),
    table,
  }));
  for (const part of parts) await createRecord(store, 'releasePart', part);
  const partIds = parts.map(({ partId }) => partId);
  const ensured = await ensureRecord(store, 'release', { ...header, attempt, partIds });
  // "Existed" may be our own header whose reply was lost: only what no header names is deleted.
  if (ensured === 'existed') await deleteStrays(context, release);
}
