/** Whether a result has comments that its reader should know of; says that there are some, never how many. */

import type { ProgrammeId, WaveId } from '../../domain/ids';
import type { Store } from '../ports/store';
import { type CommentAccess, readableComments, readReadableGroups } from './readable-comments';

/** For those who review: whether one waits. For those who read: whether one is released. */
export async function hasCommentsToMention(
  store: Store,
  wave: { readonly programmeId: ProgrammeId; readonly waveId: WaveId },
  access: CommentAccess,
): Promise<boolean> {
  const { programmeId, waveId } = wave;
  const groups = await readReadableGroups(store, programmeId, waveId);
  for await (const { review } of readableComments(store, { waveId, groups }, access)) {
    if (access === 'read' || !review) return true;
  }
  return false;
}
