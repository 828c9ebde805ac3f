/** A design review as it stands: open with what may be shown of it, waiting, decided, or to be confirmed. */

import { z } from 'zod';
import { epochMsOf, type Instant } from '../domain/instant';
import type { Review } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import { firstPage } from './comment-parts';
import { plainText } from './plain-text';
import { actionsToSay, doneForms, doneFormsOf, type TypedReply } from './review-actions-form';
import { type ReviewHeadView, reviewHead, reviewHeadShape, withoutLastPart } from './review-head';
import { optionLines, type Part, part, proposalLines, titleOfReview } from './review-parts';
import { decisionPart, type NamedVoter, type VoteView, voteParts } from './review-vote-parts';
import {
  sampleContestedReview,
  sampleDecidedReview,
  sampleOpenReview,
  sampleReviewActions,
  sampleReviewProgramme,
  sampleVote,
} from './sample-review';
import { asLines, line } from './subject';
import { defineCard } from './template';

export interface ReviewStandingView extends ReviewHeadView {
  readonly now: Instant;
  /** Whether its reader runs reviews: may close one, or ask again. */
  readonly mayManage: boolean;
  readonly mayReadComments: boolean;
  readonly responsePercent?: number;
  readonly openUnsafe: number;
  readonly vote?: VoteView;
  readonly names: readonly NamedVoter[];
  /** What was typed of an action and not saved. */
  readonly reply?: TypedReply;
}

const action = z.strictObject({ title: line, act: line });
const commentsButton = z.strictObject({ title: line, waveId: line, page: line });

const schema = z.strictObject({
  ...reviewHeadShape,
  actionSets: z.array(
    z.strictObject({ doneForms, actions: z.array(action), comments: z.array(commentsButton) }),
  ),
});

export const reviewStandingCard = defineCard<ReviewStandingView, typeof schema>({
  name: 'review-standing',
  schema,
  summarise: (_view, text) => text.reviews.oneSummary,
  bind: (view, text) => {
    const { review, mayManage, reply } = view;
    const actions = mayManage ? actionsOf(review, text) : [];
    const forms = mayManage ? doneFormsOf(review, reply, text) : [];
    const comments = commentsOf(view, text);
    return {
      ...reviewHead(view, text),
      title: titleOfReview(review, text),
      standing: asLines(standingLines(view, text)),
      parts: partsOf(view, text),
      actionSets:
        actions.length + forms.length + comments.length > 0 ? [{ doneForms: forms, actions, comments }] : [],
    };
  },
  shorten: withoutLastPart,
  samples: {
    'open to votes': {
      programme: sampleReviewProgramme,
      review: sampleOpenReview,
      now: '2026-12-01T09:00:00.000Z' as Instant,
      mayManage: true,
      mayReadComments: true,
      responsePercent: 35,
      openUnsafe: 1,
      names: [],
      notice: 'opened',
    },
    'waiting for its decision': {
      programme: sampleReviewProgramme,
      review: sampleContestedReview,
      now: '2026-12-09T09:00:00.000Z' as Instant,
      mayManage: false,
      mayReadComments: false,
      openUnsafe: 1,
      vote: sampleVote(),
      names: [],
    },
    'to be confirmed': {
      programme: sampleReviewProgramme,
      review: sampleDecidedReview,
      now: '2027-01-12T09:00:00.000Z' as Instant,
      mayManage: true,
      mayReadComments: true,
      openUnsafe: 0,
      vote: sampleVote(),
      names: [],
    },
    'to be done, what was typed refused': {
      programme: sampleReviewProgramme,
      review: { ...sampleDecidedReview, status: 'decided', actions: sampleReviewActions },
      now: '2026-12-12T09:00:00.000Z' as Instant,
      mayManage: true,
      mayReadComments: true,
      openUnsafe: 0,
      vote: sampleVote(),
      names: [],
      notice: 'notConfirmed',
      reply: { number: 2, words: 'One field fewer from version 2.2 on.' },
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
  const { reply } = view;
  const hasForm = reply && actionsToSay(review).some(({ number }) => number === reply.number);
  return [
    ...(reply && !hasForm ? part(reviews.typedNow, [plainText(reply.words)]) : []),
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

/** Those of the last round whose votes are released; those with a name stand on the card itself. */
function commentsOf({ review, vote, mayReadComments }: ReviewStandingView, { reviews }: Catalogue) {
  const waveId = review.rounds.findLast(({ outcome }) => outcome !== undefined)?.waveId;
  return vote && waveId && mayReadComments ? [{ title: reviews.comments, waveId, page: firstPage }] : [];
}
