/** A design review as it stands: open with what may be shown of it, waiting, decided, or to be confirmed. */

import { z } from 'zod';
import { epochMsOf, type Instant } from '../domain/instant';
import type { Review } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import type { ReviewNotice } from '../text/en/reviews';
import { plainText } from './plain-text';
import {
  optionLines,
  type Part,
  part,
  parts,
  proposalLines,
  titleOfReview,
  workflowName,
} from './review-parts';
import type { SetupProgramme } from './review-setup-fields';
import { decisionPart, type NamedVoter, type VoteView, voteParts } from './review-vote-parts';
import {
  sampleContestedReview,
  sampleDecidedReview,
  sampleOpenReview,
  sampleReviewGroups,
  sampleWorkflows,
} from './sample-review';
import { asBox, asLines, box, line, lines, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface ReviewStandingView {
  readonly programme: SetupProgramme;
  readonly review: Review;
  readonly now: Instant;
  /** Whether its reader runs reviews: may close one, or ask again. */
  readonly mayManage: boolean;
  readonly responsePercent?: number;
  readonly openUnsafe: number;
  readonly vote?: VoteView;
  readonly names: readonly NamedVoter[];
  readonly notice?: ReviewNotice;
}

const action = z.strictObject({ title: line, act: line });

const schema = z.strictObject({
  programmeId: line,
  reviewId: line,
  revision: z.number(),
  notices: box,
  heading: line,
  title: line,
  standing: lines,
  parts,
  actionSets: z.array(z.strictObject({ actions: z.array(action) })),
});

export const reviewStandingCard = defineCard<ReviewStandingView, typeof schema>({
  name: 'review-standing',
  schema,
  summarise: (_view, text) => text.reviews.oneSummary,
  bind: (view, text) => {
    const { programme, review, mayManage, notice } = view;
    const actions = mayManage ? actionsOf(review, text) : [];
    return {
      programmeId: programme.id,
      reviewId: review.reviewId,
      revision: review.revision,
      notices: asBox([notice && text.reviews.notices[notice]]),
      heading: [programme.name, workflowName(review, programme)].map(plainText).filter(Boolean).join(' · '),
      title: titleOfReview(review, text),
      standing: asLines(standingLines(view, text)),
      parts: partsOf(view, text),
      actionSets: actions.length > 0 ? [{ actions }] : [],
    };
  },
  shorten: ({ parts: shown, ...rest }) =>
    shown.length > 1 ? { ...rest, parts: shown.slice(0, -1) } : undefined,
  samples: {
    'open to votes': {
      programme: { ...sampleProgramme, workflows: sampleWorkflows, staffGroups: sampleReviewGroups },
      review: sampleOpenReview,
      now: '2026-12-01T09:00:00.000Z' as Instant,
      mayManage: true,
      responsePercent: 35,
      openUnsafe: 1,
      names: [],
      notice: 'opened',
    },
    'waiting for its decision': {
      programme: { ...sampleProgramme, workflows: sampleWorkflows, staffGroups: sampleReviewGroups },
      review: sampleContestedReview,
      now: '2026-12-09T09:00:00.000Z' as Instant,
      mayManage: false,
      openUnsafe: 1,
      vote: sampleVote(),
      names: [],
    },
    'to be confirmed': {
      programme: { ...sampleProgramme, workflows: sampleWorkflows, staffGroups: sampleReviewGroups },
      review: sampleDecidedReview,
      now: '2027-01-12T09:00:00.000Z' as Instant,
      mayManage: true,
      openUnsafe: 0,
      vote: sampleVote(),
      names: [],
    },
  },
});

function standingLines({ review, now, responsePercent, openUnsafe }: ReviewStandingView, text: Catalogue) {
  const { reviews, reviewSetup, roles } = text;
  const { status, stale, decideBy, decider } = review;
  const closesAt = review.rounds.at(-1)?.closesAt;
  const days = closesAt ? Math.floor((epochMsOf(closesAt) - epochMsOf(now)) / 86_400_000) : 0;
  return [
    `${reviews.statuses[status]}.`,
    stale ? plainText(reviewSetup.stale(stale.because, stale.since, stale.detail)) : undefined,
    ...(status === 'open' && closesAt
      ? [
          `${reviews.openUntil(closesAt)} ${reviews.daysLeft(days)}`,
          responsePercent === undefined ? reviews.noResponse : reviews.response(responsePercent),
          reviews.unsafeNow(openUnsafe),
        ]
      : []),
    status === 'closed' ? reviews.waitsFor(roles[decider]) : undefined,
    status === 'closed' && decideBy ? reviews.decideBy(decideBy) : undefined,
    status === 'decided' ? reviews.reviewAgain(review.reviewAgainOn) : undefined,
  ];
}

/** What matters least comes last: it is what is left out where a card grows too large. */
function partsOf(view: ReviewStandingView, text: Catalogue): Part[] {
  const { programme, review } = view;
  const { reviews } = text;
  const vote = review.status === 'open' ? [] : voteParts(review, view, text);
  return [
    ...(review.decision ? decisionPart(review, review.decision, text) : []),
    ...part(reviews.asked, [plainText(review.question)]),
    ...vote,
    ...part(
      reviews.actions,
      review.actions.map(({ what, authorName, dueOn, doneOn }) =>
        reviews.action(plainText(what), plainText(authorName), dueOn, doneOn),
      ),
    ),
    ...part(text.reviewSetup.preview, [
      ...proposalLines(review, text),
      ...optionLines(review, programme, text),
    ]),
  ];
}

function actionsOf({ status }: Review, { reviews }: Catalogue) {
  switch (status) {
    case 'open':
      return [{ title: reviews.closeNow, act: 'close' }];
    case 'toBeConfirmed':
      return [{ title: reviews.askAgain, act: 'again' }];
    default:
      return [];
  }
}

export function sampleVote(): VoteView {
  const outcome = sampleContestedReview.rounds[0]?.outcome;
  if (!outcome) throw new Error('the sample review has no outcome');
  const dissent = [{ groupName: 'Medical and dental, Larkfield', prefersAnother: true, doesNotWork: false }];
  return { outcome, evidence: [], ballots: [], dissent };
}
