/** One page of a wave's comments, for those who decide on them and for those who read what was released. */

import type { CommentVerdict } from '../../domain/comment/comment-review';
import type { WaveId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { type ReleasedWave, releasedWaves } from '../wave/released-waves';
import {
  type CommentAccess,
  type ReadableComment,
  readableComments,
  readReadableGroups,
} from './readable-comments';

/** A card shows no more, and fewer where they are long. */
export const commentsOnPage = 5;

export interface ListedComment extends Pick<ReadableComment, 'commentId' | 'groupName' | 'text'> {
  /** How often it was decided; 0 while it waits. */
  readonly revision: number;
  /** For those who decide. The name is absent when that person holds the role no longer. */
  readonly review?: { readonly verdict: CommentVerdict; readonly on: Day; readonly byName?: string };
}

export interface CommentsPage {
  readonly wave: ReleasedWave;
  readonly comments: readonly ListedComment[];
  /** The cursor of this page: what is shown comes after it. Empty on the first. */
  readonly afterId: string;
  readonly hasMore: boolean;
  /** The released wave before this one. */
  readonly earlier?: ReleasedWave;
}

export interface CommentsRequest {
  readonly programme: Programme;
  readonly access: CommentAccess;
  /** Absent: the latest wave. */
  readonly waveId?: WaveId;
  /** Absent: for those who decide the first comment that waits, otherwise the beginning. */
  readonly afterId?: string;
}

/** @returns undefined where the programme has no such released wave. */
export async function listComments(
  context: Pick<AppContext, 'store' | 'keys'>,
  { programme, access, waveId, afterId }: CommentsRequest,
): Promise<CommentsPage | undefined> {
  const { store } = context;
  const waves = await releasedWaves(store, programme.id);
  const index = waveId ? waves.findIndex((wave) => wave.waveId === waveId) : 0;
  const wave = waves[index];
  if (!wave) return undefined;
  const groups = await readReadableGroups(store, programme.id, wave.waveId);
  const from = { waveId: wave.waveId, groups };
  const found = await takePage(
    readableComments(store, { ...from, ...(afterId ? { afterId } : {}) }, access),
    access === 'review' && afterId === undefined,
  );
  const earlier = waves[index + 1];
  return {
    wave,
    comments: found.taken
      .slice(0, commentsOnPage)
      .map((comment) => listed(context, programme, access, comment)),
    afterId: found.afterId ?? afterId ?? '',
    hasMore: found.taken.length > commentsOnPage,
    ...(earlier ? { earlier } : {}),
  };
}

/** One more than a page; where `seeksWaiting`, from the first comment that waits, if there is one. */
async function takePage(
  comments: AsyncGenerator<ReadableComment>,
  seeksWaiting: boolean,
): Promise<{ readonly taken: readonly ReadableComment[]; readonly afterId?: string }> {
  const first: ReadableComment[] = [];
  const waiting: ReadableComment[] = [];
  let last: string | undefined;
  let afterId: string | undefined;
  for await (const comment of comments) {
    if (first.length <= commentsOnPage) first.push(comment);
    if (waiting.length > 0 || !comment.review) {
      if (waiting.length === 0) afterId = last;
      waiting.push(comment);
    }
    const page = seeksWaiting ? waiting : first;
    if (page.length > commentsOnPage) break;
    last = comment.commentId;
  }
  if (!seeksWaiting || waiting.length === 0) return { taken: first };
  return { taken: waiting, ...(afterId ? { afterId } : {}) };
}

function listed(
  { keys }: Pick<AppContext, 'keys'>,
  programme: Programme,
  access: CommentAccess,
  { commentId, groupName, text, review }: ReadableComment,
): ListedComment {
  const comment = { commentId, groupName, text, revision: review?.revision ?? 0 };
  if (access === 'read' || !review) return comment;
  const { verdict, reviewedOn, reviewedBy } = review;
  const reviewer = holdersOf(keys, programme, leadRoles).find(({ personId }) => personId === reviewedBy);
  const byName = reviewer ? { byName: reviewer.displayName } : {};
  return { ...comment, review: { verdict, on: reviewedOn, ...byName } };
}
