/** The comments of a closed wave that somebody may read: those of groups that may be shown, each with its group. */

import { type ReadableGroups, readableGroups } from '../../domain/comment/readable-groups';
import type { ProgrammeId, WaveId } from '../../domain/ids';
import type { Comment } from '../document-contents';
import type { Store } from '../ports/store';
import { listRecords, readRecord } from '../records';
import { readRelease } from '../wave/read-release';
import { isUnlinked } from './unlink-words';

/** `review`: every comment of a readable group, to decide on it. `read`: the released ones alone. */
export type CommentAccess = 'review' | 'read';

export interface ReadableComment extends Comment {
  readonly groupName: string;
}

/** No group where the wave is unknown, or not yet closed and released. */
export async function readReadableGroups(
  store: Store,
  programmeId: ProgrammeId,
  waveId: WaveId,
): Promise<ReadableGroups> {
  const [wave, release] = await Promise.all([
    readRecord(store, 'wave', programmeId, waveId),
    readRelease(store, programmeId, waveId),
  ]);
  return wave ? readableGroups(wave.document, release) : new Map();
}

/** In order of id, which is random: it says nothing about who wrote or when. */
export async function* readableComments(
  store: Store,
  from: { readonly waveId: WaveId; readonly groups: ReadableGroups; readonly afterId?: string },
  access: CommentAccess,
): AsyncGenerator<ReadableComment> {
  const { waveId, groups, afterId } = from;
  if (groups.size === 0) return;
  const options = { pageSize: 100, ...(afterId ? { afterId } : {}) };
  for await (const { document } of listRecords(store, 'comment', waveId, undefined, options)) {
    const groupName = groups.get(document.atomId);
    if (groupName === undefined || !isUnlinked(document)) continue;
    if (access === 'read' && document.review?.verdict !== 'released') continue;
    yield { ...document, groupName };
  }
}
