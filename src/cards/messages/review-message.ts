/** The card of a design review as one reader should see it now: being set up, to decide, or where it stands. */

import type { Instant } from '../../domain/instant';
import type { Programme, Role } from '../../domain/programme/programme';
import { readingRoles } from '../../domain/programme/reading-roles';
import type { MissingPart } from '../../domain/review/missing-parts';
import type { Review } from '../../domain/review/review';
import type { ReviewSetupNotice } from '../../text/en/review-setup';
import { type ReviewDecisionView, reviewDecisionCard } from '../review-decision.card';
import { type DecidedBeforeView, reviewPreviewCard } from '../review-preview.card';
import { type ReviewStandingView, reviewStandingCard } from '../review-standing.card';
import type { NamedVoter, VoteView } from '../review-vote-parts';
import type { CardFrame } from '../template';
import { type CardMessage, messageOf } from './message';

export interface ReviewPlaceView {
  readonly programme: Programme;
  readonly review: Review;
  readonly reader: { readonly roles: readonly Role[]; readonly mayDecide: boolean };
  readonly vote?: VoteView;
  readonly openUnsafe: number;
  readonly responsePercent?: number;
  readonly names: readonly NamedVoter[];
  readonly missing: readonly MissingPart[];
}

export interface ReviewSaid {
  readonly notice?: ReviewStandingView['notice'];
  readonly typed?: ReviewDecisionView['typed'];
  readonly confirming?: ReviewDecisionView['confirming'];
  readonly reply?: ReviewStandingView['reply'];
}

/** Who sets reviews up, and opens and closes them. */
const managing: readonly Role[] = ['lead', 'pmo'];

export function mayManageReviews(roles: readonly Role[]): boolean {
  return managing.some((role) => roles.includes(role));
}

export function reviewMessage(
  place: ReviewPlaceView,
  now: Instant,
  frame: CardFrame,
  said: ReviewSaid = {},
): CardMessage {
  const { programme, review, reader, vote, openUnsafe, responsePercent, names } = place;
  const common = { programme, review, openUnsafe, names };
  if (reader.mayDecide && vote) {
    return messageOf(reviewDecisionCard, { ...common, vote, ...said }, frame);
  }
  const { notice, reply } = said;
  const view: ReviewStandingView = {
    ...common,
    now,
    mayManage: mayManageReviews(reader.roles),
    mayReadComments: reader.roles.some((role) => readingRoles.includes(role)),
    ...(responsePercent === undefined ? {} : { responsePercent }),
    ...(vote ? { vote } : {}),
    ...(notice ? { notice } : {}),
    ...(reply ? { reply } : {}),
  };
  return messageOf(reviewStandingCard, view, frame);
}

/** All of it before it opens, with what is missing. */
export function reviewPreviewMessage(
  { programme, review, missing, names }: ReviewPlaceView,
  before: readonly DecidedBeforeView[],
  frame: CardFrame,
  notice?: ReviewSetupNotice,
): CardMessage {
  const view = {
    ...{ programme, review, missing, before },
    names: names.map(({ name }) => name),
    ...(notice ? { notice } : {}),
  };
  return messageOf(reviewPreviewCard, view, frame);
}
