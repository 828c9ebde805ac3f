/** The verdict on design reviews: every one decided for an option, and nothing since that casts doubt on it. */

import type { ReviewId } from '../ids';
import type { Named } from '../programme/programme';
import type { Review } from '../review/review';
import type { ReviewsCriterion } from './gate-definition';
import type { Judged } from './judge-released';
import type { ReviewStanding } from './verdict';

export type GateReview = Pick<Review, 'reviewId' | 'title' | 'workflow' | 'status' | 'decision' | 'stale'> & {
  /** When it was asked first. */
  readonly askedAt: string;
};

/** The most that are named; the others are counted. */
export const mostReviewsNamed = 5;

/** Drafts count for nothing. A rejected or deferred one holds back until a later review of the same
 * workflow is decided for an option. A named workflow without any review is `notHeardYet`, and so is a programme. */
export function judgeReviews(
  { workflows }: ReviewsCriterion,
  reviews: readonly GateReview[],
  declared: readonly Named[] = [],
): Judged {
  const asked = reviews.filter(
    ({ status, workflow }) => status !== 'draft' && (!workflows || workflows.includes(workflow)),
  );
  const unheard = (workflows ?? [])
    .filter((id) => !asked.some(({ workflow }) => workflow === id))
    .map((id) => declared.find((one) => one.id === id)?.name ?? id);
  const all = asked.flatMap((review) => {
    const standing = standingOf(review);
    return standing && !isReplaced(review, asked) ? [{ title: review.title, standing }] : [];
  });
  const reason = {
    kind: 'reviews' as const,
    agreed: asked.length - all.length,
    unsettled: all.slice(0, mostReviewsNamed),
    more: Math.max(0, all.length - mostReviewsNamed),
    unheard,
  };
  const change = { kind: 'reviews' as const, needed: all.length + unheard.length };
  if (all.length > 0) return { verdict: 'notMet', reason, change };
  if (asked.length === 0 || unheard.length > 0) return { verdict: 'notHeardYet', reason, change };
  return { verdict: 'met', reason };
}

/** Undefined where it stands: decided for an option, and nothing has made it stale. */
function standingOf({ status, decision, stale }: GateReview): ReviewStanding | undefined {
  if (status === 'open') return 'open';
  if (status === 'toBeConfirmed' || stale) return 'toBeConfirmed';
  if (status === 'closed' || !decision) return 'waitsForDecision';
  if (decision.kind === 'approve') return undefined;
  return decision.kind === 'reject' ? 'rejected' : 'deferred';
}

function isReplaced(review: GateReview, all: readonly GateReview[]): boolean {
  const standing = standingOf(review);
  if (standing !== 'rejected' && standing !== 'deferred') return false;
  return all.some(
    (other) =>
      isOther(other.reviewId, review.reviewId) &&
      other.workflow === review.workflow &&
      other.askedAt > review.askedAt &&
      standingOf(other) === undefined,
  );
}

const isOther = (one: ReviewId, other: ReviewId): boolean => one !== other;
