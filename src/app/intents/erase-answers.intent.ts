/** Destroys what could link an answer to a person: the answers, then the wave key, then every trace in the file. */

import { unlinkWords } from '../comment/unlink-words';
import type { AppContext } from '../context';
import type { DocumentOf } from '../documents';
import { deleteStrays } from '../wave/delete-strays';
import { defineIntent } from './define-intent';

/** Runs after the release exists, and again once anything still on its way at the close must have landed. */
export const eraseAnswersIntent = defineIntent('erase-answers', 'wave', async (context, wave) => {
  const { store } = context;
  await unlinkWords(context, wave.waveId);
  for (const type of ['answerSheet', 'usedCode'] as const) {
    while (await deletePage(context, wave, type)) {}
  }
  await deleteStrays(context, wave);
  await store.delete('system', 'waveKey', wave.waveId);
  await store.scrub();
});

async function deletePage(
  { store }: AppContext,
  { waveId }: DocumentOf<'wave'>,
  type: 'answerSheet' | 'usedCode',
): Promise<boolean> {
  const { items } = await store.list('responses', { pk: waveId, type, limit: 200 });
  await Promise.all(items.map(({ document }) => store.delete('responses', waveId, document.id)));
  return items.length > 0;
}
