/** The mark that a code has been used in a wave: it lies with the answers, is named under the wave key, and goes with both. */

import type { WaveId } from '../../domain/ids';
import type { AppContext } from '../context';
import type { UsedCode } from '../document-contents';
import type { WaveKey } from '../ports/keys';
import { ensureRecord, readRecord, upsertRecord } from '../records';

export async function readUsedCode(
  { store }: AppContext,
  waveId: WaveId,
  key: WaveKey,
  codeKey: string,
): Promise<UsedCode | undefined> {
  return (await readRecord(store, 'usedCode', waveId, `used:${key.usedCodeKeyOf(codeKey)}`))?.document;
}

/** It begins no other sitting in this wave; the one that it began goes on. @throws UnavailableError */
export async function markUsed(
  { store }: AppContext,
  waveId: WaveId,
  key: WaveKey,
  codeKey: string,
): Promise<void> {
  await ensureRecord(store, 'usedCode', { waveId, usedKey: key.usedCodeKeyOf(codeKey), isOver: false });
}

/** The sitting that it began is over as well. @throws UnavailableError */
export async function markOver(
  { store }: AppContext,
  waveId: WaveId,
  key: WaveKey,
  codeKey: string,
): Promise<void> {
  await upsertRecord(store, 'usedCode', { waveId, usedKey: key.usedCodeKeyOf(codeKey), isOver: true });
}
