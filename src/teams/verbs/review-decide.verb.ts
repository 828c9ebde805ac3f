/** The decider decides a design review, in the card; what goes against the vote is said first, and tapped again. */

import { z } from 'zod';
import { UnavailableError } from '../../app/ports/errors';
import { type DecideReviewResult, decideReview } from '../../app/review/decide-review.use-case';
import { findReview } from '../../app/review/save-review-draft.use-case';
import type { ReviewSaid } from '../../cards/messages/review-message';
import { verbNames } from '../../cards/verb-names';
import type { ReviewId } from '../../domain/ids';
import { roles } from '../../domain/programme/programme';
import { isAgainstTheVote } from '../../domain/review/decide-review';
import { defineVerb, type EdgeContext } from '../verb';
import { reviewReply } from './review-reply';
import { idField, subject } from './subject';

const schema = z.object({
  ...subject,
  reviewId: idField<ReviewId>(),
  revision: z.int().min(0),
  kind: z.enum(['approve', 'reject', 'defer']),
  against: z.enum(['ask', 'confirmed']).default('ask'),
  optionId: z.string().max(100).default(''),
  rationale: z.string().trim().max(4_000).default(''),
});
type DecideData = z.infer<typeof schema>;

export const reviewDecideVerb = defineVerb({
  name: verbNames.reviewDecide,
  schema,
  // Any role may be the one that decides; the rule knows which.
  role: roles,
  async handle(edge, { actor, data }) {
    const { programmeId, reviewId } = data;
    const typed = { rationale: data.rationale, ...(data.optionId ? { optionId: data.optionId } : {}) };
    let said: ReviewSaid;
    try {
      said = (await toBeConfirmed(edge, data))
        ? { notice: 'againstTheVote', confirming: data.kind, typed }
        : saidOf(await decide(edge, actor.personId, data), data, typed);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { notice: 'notConfirmed', typed };
    }
    return reviewReply(edge, actor, { programmeId, reviewId }, said);
  },
});

/** What is incomplete is told first, as is that the card is an old one. */
async function toBeConfirmed(edge: EdgeContext, data: DecideData): Promise<boolean> {
  const { kind, against, optionId, rationale, revision } = data;
  if (against === 'confirmed' || !rationale || (kind === 'approve' && !optionId)) return false;
  const review = await findReview(edge.app, data);
  const outcome = review?.rounds.at(-1)?.outcome;
  if (!outcome || review.status !== 'closed' || review.revision !== revision) return false;
  return isAgainstTheVote({ kind, optionId }, outcome);
}

function decide(edge: EdgeContext, personId: DecidedBy, data: DecideData): Promise<DecideReviewResult> {
  const { programmeId, reviewId, revision, kind, optionId, rationale } = data;
  const option = optionId ? { optionId } : {};
  return decideReview(edge.app, { programmeId, reviewId, revision, kind, rationale, personId, ...option });
}
type DecidedBy = Parameters<typeof decideReview>[1]['personId'];

function saidOf(result: DecideReviewResult, { kind }: DecideData, typed: ReviewSaid['typed']): ReviewSaid {
  switch (result.outcome) {
    case 'decided':
      return { notice: kind === 'defer' ? 'deferred' : 'decided' };
    case 'incomplete':
      return { notice: result.missing, ...(typed ? { typed } : {}) };
    case 'noSuchReview':
      return {};
    default:
      return { notice: result.outcome, ...(typed ? { typed } : {}) };
  }
}
