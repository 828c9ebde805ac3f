/** A person decides whether a comment is released or kept back, and may change their mind. */

import type { AtomId, PersonId } from '../ids';
import type { Day } from '../instant';
import type { CommentReview, CommentVerdict } from './comment-review';
import type { ReadableGroups } from './readable-groups';

export interface ReviewTap {
  readonly verdict: CommentVerdict;
  /** Of the review that the card showed; 0 where it showed none. */
  readonly revision: number;
  readonly by: PersonId;
  readonly on: Day;
}

/** `notReadable`: its group may not be shown, or not yet. `outOfDate`: somebody decided since the card was made. */
export type ReviewOutcome = 'reviewed' | 'alreadySo' | 'outOfDate' | 'notReadable';

/** Only a tap on the current revision changes anything, so that a repeated or late one never undoes a later decision. */
export function reviewComment(
  comment: { readonly atomId: AtomId; readonly review?: CommentReview },
  tap: ReviewTap,
  readable: ReadableGroups,
): { readonly outcome: ReviewOutcome; readonly review?: CommentReview } {
  if (!readable.has(comment.atomId)) return { outcome: 'notReadable' };
  const { verdict, by, on } = tap;
  if (comment.review?.verdict === verdict) return { outcome: 'alreadySo' };
  const revision = comment.review?.revision ?? 0;
  if (tap.revision !== revision) return { outcome: 'outOfDate' };
  return {
    outcome: 'reviewed',
    review: { verdict, revision: revision + 1, reviewedBy: by, reviewedOn: on },
  };
}
