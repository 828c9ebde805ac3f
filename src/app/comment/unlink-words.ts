/** What people wrote outlives the close of a wave, but not as theirs: it is kept with its atom, under an id that
 * nobody can derive again once the wave key is destroyed. */

import type { WaveId } from '../../domain/ids';
import type { AppContext } from '../context';
import type { Comment } from '../document-contents';
import type { WaveKey } from '../ports/keys';
import { ensureRecord, listRecords, readRecord } from '../records';

const unlinkedPrefix = 'unlinked:';

/** Must have finished before the answers and the wave key are deleted; running it again adds nothing. */
export async function unlinkWords(context: AppContext, waveId: WaveId): Promise<void> {
  const wrapped = await readRecord(context.store, 'waveKey', 'waveKey', waveId);
  if (!wrapped) return;
  const key = context.keys.unwrapWaveKey(waveId, wrapped.document);
  await unlinkComments(context, waveId, key);
  await unlinkTextAnswers(context, waveId, key);
}

async function unlinkComments({ store }: AppContext, waveId: WaveId, key: WaveKey): Promise<void> {
  const linked: Comment[] = [];
  for await (const { document } of listRecords(store, 'comment', waveId)) {
    if (!isUnlinked(document)) linked.push(document);
  }
  for (const { commentId, atomId, text } of linked) {
    await ensureRecord(store, 'comment', { waveId, commentId: unlinkedIdOf(key, commentId), atomId, text });
    await store.delete('responses', waveId, commentId);
  }
}

async function unlinkTextAnswers({ store }: AppContext, waveId: WaveId, key: WaveKey): Promise<void> {
  for await (const { document: sheet } of listRecords(store, 'answerSheet', waveId)) {
    for (const [questionId, value] of Object.entries(sheet.values)) {
      if (value.kind !== 'text' || !value.text) continue;
      const commentId = unlinkedIdOf(key, `${sheet.answerKey}:${questionId}`);
      await ensureRecord(store, 'comment', { waveId, commentId, atomId: sheet.atomId, text: value.text });
    }
  }
}

/** Whether nobody can tell any more who wrote it; until then it is for its own writer alone. */
export function isUnlinked({ commentId }: Pick<Comment, 'commentId'>): boolean {
  return commentId.startsWith(unlinkedPrefix);
}

function unlinkedIdOf(key: WaveKey, linkedId: string): string {
  return `${unlinkedPrefix}${key.unlinkedKeyOf(linkedId)}`;
}
