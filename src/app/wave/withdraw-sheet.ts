/** The two halves of the close protocol that an answer sees: the seal, and taking back what came after it. */

import type { WaveId } from '../../domain/ids';
import type { AnswerSheet } from '../../domain/pulse/answer';
import type { AppContext } from '../context';
import type { ReadOptions, Version, WriteOptions } from '../ports/store';
import { readRecord, replaceRecord } from '../records';

/** Whether the wave is sealed; with the token of a write, as seen after that write. */
export async function isSealed(
  { store }: AppContext,
  waveId: WaveId,
  options: ReadOptions,
): Promise<boolean> {
  return (await readRecord(store, 'seal', waveId, 'seal', options)) !== undefined;
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
