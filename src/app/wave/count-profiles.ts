/** Joins the frozen invitations of a wave with its answers, in memory, while the wave key still exists. */

import type { AssistedLine } from '../../domain/disclosure/assisted-answers';
import { type Profile, ProfileCounter } from '../../domain/disclosure/profile';
import type { AnswerSheet } from '../../domain/pulse/answer';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { listRecords, readRecord } from '../records';

export interface CountedProfiles {
  readonly profiles: readonly Profile[];
  readonly assistedLines: readonly AssistedLine[];
}

/** Everybody who was invited or chose not to be asked, counted by what the invitation froze. Keeps nothing of a person:
 * invitations are read one after another, each answer is found by recomputing its key.
 * @throws Error when the wave key is gone: then there is a release already. */
export async function countProfiles(
  { store, keys }: AppContext,
  wave: Wave,
  sheets: readonly AnswerSheet[],
): Promise<CountedProfiles> {
  const wrapped = await readRecord(store, 'waveKey', 'waveKey', wave.waveId);
  if (!wrapped) throw new Error(`wave ${wave.waveId} has no key: its answers were destroyed`);
  const key = keys.unwrapWaveKey(wave.waveId, wrapped.document);
  const byKey = new Map(sheets.map((sheet) => [sheet.answerKey, sheet]));
  const counter = new ProfileCounter(wave.questions);
  for await (const { document } of listRecords(store, 'delivery', wave.campaignId)) {
    if (document.invitation) counter.add(document.invitation, byKey.get(key.answerKeyOf(document.personId)));
  }
  return { profiles: counter.all(), assistedLines: counter.assistedLines() };
}
