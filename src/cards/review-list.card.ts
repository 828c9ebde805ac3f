/** The design reviews of a programme, what waits first, or only the decisions that are to be confirmed. */

import { z } from 'zod';
import type { Review } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import type { ReviewListNotice } from '../text/en/reviews';
import { plainText } from './plain-text';
import { titleOfReview } from './review-parts';
import { sampleContestedReview, sampleDecidedReview, sampleOpenReview, sampleReview } from './sample-review';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface ReviewListView {
  readonly programme: ProgrammeSubject;
  readonly reviews: readonly Review[];
  readonly only: 'all' | 'stale';
  /** Whether its reader may set one up. */
  readonly mayManage: boolean;
  /** The page after this one; 0 leads back to the first. */
  readonly nextPage?: number;
  readonly notice?: ReviewListNotice;
}

const schema = z.strictObject({
  programmeId: line,
  notices: box,
  heading: line,
  title: line,
  paragraphs: lines,
  reviews: z.array(z.strictObject({ reviewId: line, name: line, standing: lines, open: line })),
  pages: z.array(z.strictObject({ title: line, page: z.number(), only: line })),
  news: z.array(z.strictObject({ title: line })),
});

export const reviewListCard = defineCard<ReviewListView, typeof schema>({
  name: 'review-list',
  schema,
  summarise: ({ programme }, text) => text.reviews.summary(programme.name),
  bind: ({ programme, reviews: listed, only, mayManage, nextPage, notice }, text) => {
    const { reviews } = text;
    const none = only === 'stale' ? [reviews.noStale] : [reviews.none, reviews.nonePrompt];
    return {
      programmeId: programme.id,
      notices: asBox([notice && reviews.listNotices[notice]]),
      heading: plainText(programme.name),
      title: only === 'stale' ? reviews.staleTitle : reviews.listTitle,
      paragraphs: asLines(listed.length === 0 ? none : []),
      reviews: listed.map((review) => ({
        reviewId: review.reviewId,
        name: titleOfReview(review, text),
        standing: asLines(standingOf(review, text)),
        open: review.status === 'draft' ? reviews.setUp : reviews.open,
      })),
      pages:
        nextPage === undefined
          ? []
          : [{ title: nextPage === 0 ? reviews.showFirst : reviews.showMore, page: nextPage, only }],
      news: mayManage ? [{ title: reviews.startNew }] : [],
    };
  },
  samples: {
    none: { programme: sampleProgramme, reviews: [], only: 'all', mayManage: true, notice: 'discarded' },
    'one of each': {
      programme: sampleProgramme,
      reviews: [sampleDecidedReview, sampleContestedReview, sampleOpenReview, sampleReview],
      only: 'all',
      mayManage: true,
      nextPage: 1,
    },
    'to be confirmed': {
      programme: sampleProgramme,
      reviews: [sampleDecidedReview],
      only: 'stale',
      mayManage: false,
    },
  },
});

function standingOf(review: Review, text: Catalogue): (string | undefined)[] {
  const { reviews, reviewSetup } = text;
  const { status, stale, decision, decideBy, rounds, options } = review;
  const closesAt = rounds.at(-1)?.closesAt;
  const option = options.find(({ id }) => id === decision?.optionId)?.title;
  return [
    `${reviews.statuses[status]}.`,
    stale ? plainText(reviewSetup.stale(stale.because, stale.since, stale.detail)) : undefined,
    status === 'open' && closesAt ? reviews.openUntil(closesAt) : undefined,
    status === 'closed' && decideBy ? reviews.decideBy(decideBy) : undefined,
    decision && status !== 'open' && status !== 'closed'
      ? reviews.decided(decision.kind, option && plainText(option))
      : undefined,
  ];
}
