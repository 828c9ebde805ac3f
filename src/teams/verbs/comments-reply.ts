/** The card of comments as the reader may see it: to decide on them, or to read what was released. */

import { commentAccess } from '../../app/comment/comment-access';
import { listComments } from '../../app/comment/list-comments.use-case';
import type { Message } from '../../app/ports/messenger';
import { afterIdOf, pageNameOf } from '../../cards/comment-parts';
import { commentsReadCard } from '../../cards/comments-read.card';
import { type CommentsReviewView, commentsReviewCard } from '../../cards/comments-review.card';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { ProgrammeId, WaveId } from '../../domain/ids';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export interface CommentsPlace {
  readonly programmeId: ProgrammeId;
  /** Absent: the latest wave. */
  readonly waveId?: WaveId;
  /** As buttons name it; absent: where reading goes on. */
  readonly page?: string | undefined;
}

export async function commentsReply(
  edge: EdgeContext,
  actor: Actor,
  { programmeId, waveId, page }: CommentsPlace,
  notice?: CommentsReviewView['notice'],
): Promise<Message> {
  const answer = await commentAccess(edge.app, { ...actor, programmeId });
  if (answer.outcome !== 'allowed') return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
  const { programme, access } = answer;
  const found = await listComments(edge.app, {
    programme,
    access,
    ...(waveId ? { waveId } : {}),
    ...(page ? { afterId: afterIdOf(page) } : {}),
  });
  if (!found) return messageOf(noticeCard, { kind: 'noResult' }, frameOf(edge, actor, programme));
  const frame = frameOf(edge, actor, programme, {
    card: 'comments',
    subjectId: found.wave.waveId,
    page: pageNameOf(found.afterId),
  });
  const view = { programme, ...found };
  return access === 'review'
    ? messageOf(commentsReviewCard, { ...view, ...(notice ? { notice } : {}) }, frame)
    : messageOf(commentsReadCard, view, frame);
}
