/** What every card of a review that people were asked about begins with, and what is left out of it where it grows too large. */

import { z } from 'zod';
import type { Review } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import type { ReviewNotice } from '../text/en/reviews';
import { plainText } from './plain-text';
import { parts, workflowName } from './review-parts';
import type { SetupProgramme } from './review-setup-fields';
import { asBox, box, line, lines } from './subject';

export interface ReviewHeadView {
  readonly programme: SetupProgramme;
  readonly review: Review;
  readonly notice?: ReviewNotice;
}

export const reviewHeadShape = {
  programmeId: line,
  reviewId: line,
  revision: z.number(),
  notices: box,
  heading: line,
  title: line,
  standing: lines,
  parts,
};

export function reviewHead({ programme, review, notice }: ReviewHeadView, { reviews }: Catalogue) {
  return {
    programmeId: programme.id,
    reviewId: review.reviewId,
    revision: review.revision,
    notices: asBox([notice && reviews.notices[notice]]),
    heading: [programme.name, workflowName(review, programme)].map(plainText).filter(Boolean).join(' · '),
  };
}

/** What matters least comes last. */
export function withoutLastPart<B extends { readonly parts: readonly unknown[] }>(
  bindings: B,
): B | undefined {
  const { parts: shown } = bindings;
  return shown.length > 1 ? { ...bindings, parts: shown.slice(0, -1) } : undefined;
}
