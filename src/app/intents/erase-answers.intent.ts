/** Destroys what could link an answer to a person: the answers, then the wave key, then every trace in the file. */

import type { AppContext } from '../context';
import type { DocumentOf } from '../documents';
import { ensureRecord, listRecords, readRecord } from '../records';
import { defineIntent } from './define-intent';

/** Runs after the release exists, and again once anything still on its way at the close must have landed. */
export const eraseAnswersIntent = defineIntent('erase-answers', 'wave', async (context, wave) => {
  const { store } = context;
  await unlinkComments(context, wave);
  while (await deletePage(context, wave)) {}
  await store.delete('system', 'waveKey', wave.waveId);
  await store.scrub();
});

async function deletePage({ store }: AppContext, { waveId }: DocumentOf<'wave'>): Promise<boolean> {
  const { items } = await store.list('responses', { pk: waveId, type: 'answerSheet', limit: 200 });
  await Promise.all(items.map(({ document }) => store.delete('responses', waveId, document.id)));
  return items.length > 0;
}

/** Gives every comment an id that nobody can derive again. The wave key is deleted only after this is done. */
async function unlinkComments({ store, keys }: AppContext, { waveId }: DocumentOf<'wave'>): Promise<void> {
  const wrapped = await readRecord(store, 'waveKey', 'waveKey', waveId);
  if (!wrapped) return;
  const key = keys.unwrapWaveKey(waveId, wrapped.document);
  const comments: DocumentOf<'comment'>[] = [];
  for await (const { document } of listRecords(store, 'comment', waveId)) comments.push(document);
  for (const { commentId, atomId, text } of comments) {
    if (commentId.startsWith(unlinkedPrefix)) continue;
    const unlinked = { waveId, commentId: `${unlinkedPrefix}${key.unlinkedKeyOf(commentId)}`, atomId, text };
    await ensureRecord(store, 'comment', unlinked);
    await store.delete('responses', waveId, commentId);
  }
}

const unlinkedPrefix = 'unlinked:';
