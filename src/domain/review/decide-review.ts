/** The decider decides a review: once for each round, with a reason, and visibly where it goes against the vote. */

import type { DecisionId, PersonId } from '../ids';
import type { Instant } from '../instant';
import type { Role } from '../programme/programme';
import type { Review, ReviewDecision, ReviewOutcome } from './review';

export interface DecideReviewRequest {
  readonly kind: ReviewDecision['kind'];
  /** Of an approval: which option. */
  readonly optionId?: string;
  readonly rationale: string;
  readonly by: { readonly personId: PersonId; readonly name: string; readonly role: Role };
  /** Everybody who may decide it now: the decider's role, and whoever it was handed to. */
  readonly askedRoles: readonly Role[];
  /** The review's revision that the card showed. */
  readonly revision: number;
  readonly decisionId: DecisionId;
  readonly now: Instant;
}

export type DecideReviewOutcome =
  | { readonly outcome: 'decided'; readonly next: Review }
  /** Not closed yet, or changed since so that it is to be asked again. */
  | { readonly outcome: 'notToBeDecided' }
  | { readonly outcome: 'alreadyDecided' | 'askedOfSomeoneElse' | 'outOfDate' }
  | { readonly outcome: 'incomplete'; readonly missing: 'rationale' | 'option' };

/** A decision of an earlier round becomes an earlier one, which this one takes the place of. A deferred review stays to be
 * decided: `closed`. Planning what follows (the log, telling the voters) is the caller's. */
export function decideReview(review: Review, request: DecideReviewRequest): DecideReviewOutcome {
  const outcome = review.rounds.at(-1)?.outcome;
  if (review.status === 'decided') return { outcome: 'alreadyDecided' };
  if (review.status !== 'closed' || !outcome) return { outcome: 'notToBeDecided' };
  if (!request.askedRoles.includes(request.by.role)) return { outcome: 'askedOfSomeoneElse' };
  if (request.revision !== review.revision) return { outcome: 'outOfDate' };
  if (request.rationale.trim() === '') return { outcome: 'incomplete', missing: 'rationale' };
  const isOption = review.options.some(({ id }) => id === request.optionId);
  if (request.kind === 'approve' && !isOption) return { outcome: 'incomplete', missing: 'option' };
  const { kind, optionId, rationale, by, decisionId, now } = request;
  const decision: ReviewDecision = {
    decisionId,
    kind,
    ...(kind === 'approve' && optionId ? { optionId } : {}),
    rationale,
    isAgainstTheVote: isAgainstTheVote(request, outcome),
    decidedBy: by.personId,
    decidedByName: by.name,
    role: by.role,
    decidedAt: now,
    ...(review.decision ? { supersedes: review.decision.decisionId } : {}),
  };
  return {
    outcome: 'decided',
    next: {
      ...review,
      status: kind === 'defer' ? 'closed' : 'decided',
      revision: review.revision + 1,
      decision,
      earlierDecisions: [...review.earlierDecisions, ...(review.decision ? [review.decision] : [])],
    },
  };
}

/** An approval of another option than the one that leads, or while any group that was heard differs or an "unsafe" is open;
 * or a rejection of what was agreed. Where too few were heard there is no vote to go against, but theirs. */
export function isAgainstTheVote(
  { kind, optionId }: Pick<DecideReviewRequest, 'kind' | 'optionId'>,
  outcome: ReviewOutcome,
): boolean {
  const isAgreed = outcome.kind === 'agreed' || outcome.kind === 'agreedWithChanges';
  if (kind === 'defer') return false;
  if (kind === 'reject') return isAgreed;
  const isAnother = outcome.leadingOptionId !== undefined && optionId !== outcome.leadingOptionId;
  return (
    isAnother || outcome.kind === 'contested' || outcome.groupsThatDiffer.length > 0 || outcome.openUnsafe > 0
  );
}
