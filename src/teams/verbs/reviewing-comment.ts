/** Both verdicts on a comment: the card that comes back is the same page as it stands now. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { reviewComment } from '../../app/comment/review-comment.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { CommentsReviewView } from '../../cards/comments-review.card';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { CommentVerdict } from '../../domain/comment/comment-review';
import type { WaveId } from '../../domain/ids';
import { plainFrame } from '../frame-of';
import { defineVerb, type Verb } from '../verb';
import { commentsReply } from './comments-reply';
import { idField, subject } from './subject';

const schema = z.object({
  ...subject,
  waveId: idField<WaveId>(),
  page: z.string().min(1).max(200),
  commentId: z.string().min(1).max(200),
  revision: z.coerce.number().int().min(0),
});

export function reviewingCommentVerb(name: string, verdict: CommentVerdict): Verb<z.infer<typeof schema>> {
  return defineVerb({
    name,
    schema,
    role: leadRoles,
    async handle(edge, { actor, data }) {
      const { programmeId, waveId, commentId, revision } = data;
      let notice: CommentsReviewView['notice'];
      try {
        const outcome = await reviewComment(edge.app, {
          programmeId,
          waveId,
          commentId,
          verdict,
          revision,
          personId: actor.personId,
        });
        if (outcome === 'noSuchComment' || outcome === 'notReadable') {
          return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
        }
        if (outcome === 'outOfDate') notice = outcome;
      } catch (error) {
        if (!(error instanceof UnavailableError)) throw error;
        notice = 'notConfirmed';
      }
      return commentsReply(edge, actor, data, notice);
    },
  });
}
