/** The two halves of the close protocol that an answer sees: the seal, and taking back what came after it. */

import type { WaveId } from '../domain/ids';
import type { AnswerSheet } from '../domain/pulse/answer';
import type { AppContext } from './context';
import type { ReadOptions, SessionToken, Version, WriteOptions } from './ports/store';
import { readRecord, replaceRecord } from './records';

/** Whether the wave is sealed, as seen after the write whose token is given. */
export async function isSealed(
  { store }: AppContext,
  waveId: WaveId,
  session: SessionToken,
  options: ReadOptions,
): Promise<boolean> {
  return (await readRecord(store, 'seal', waveId, 'seal', { ...options, session })) !== undefined;
}

/** Puts back what was there before an answer that came after the seal. */
export async function withdrawSheet(
  { store }: AppContext,
  sheet: AnswerSheet,
  before: AnswerSheet | undefined,
  version: Version,
  options: WriteOptions,
): Promise<void> {
  if (before) await replaceRecord(store, 'answerSheet', before, version, options);
  else await store.delete('responses', sheet.waveId, sheet.answerKey, version, options);
}
