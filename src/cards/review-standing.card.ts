/** A design review as it stands: open with what may be shown of it, waiting, decided, or to be confirmed. */

import { z } from 'zod';
import { epochMsOf, type Instant } from '../domain/instant';
import type { Review } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import type { ReviewNotice } from '../text/en/reviews';
import { firstPage } from './comment-parts';
import { plainText } from './plain-text';
import { actionsToSay, doneForms, doneFormsOf, type TypedReply } from './review-actions-form';
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
  sampleReviewActions,
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
  readonly mayReadComments: boolean;
  readonly responsePercent?: number;
  readonly openUnsafe: number;
  readonly vote?: VoteView;
  readonly names: readonly NamedVoter[];
  readonly notice?: ReviewNotice;
  /** What was typed of an action and not saved. */
  readonly reply?: TypedReply;
}

const action = z.strictObject({ title: line, act: line });
const commentsButton = z.strictObject({ title: line, waveId: line, page: line });

const schema = z.strictObject({
  programmeId: line,
  reviewId: line,
  revision: z.number(),
  notices: box,
  heading: line,
  title: line,
  standing: lines,
  parts,
  actionSets: z.array(
    z.strictObject({ doneForms, actions: z.array(action), comments: z.array(commentsButton) }),
  ),
});

export const reviewStandingCard = defineCard<ReviewStandingView, typeof schema>({
  name: 'review-standing',
  schema,
  summarise: (_view, text) => text.reviews.oneSummary,
  bind: (view, text) => {
    const { programme, review, mayManage, notice, reply } = view;
    const actions = mayManage ? actionsOf(review, text) : [];
    const forms = mayManage ? doneFormsOf(review, reply, text) : [];
    const comments = commentsOf(view, text);
    return {
      programmeId: programme.id,
      reviewId: review.reviewId,
      revision: review.revision,
      notices: asBox([notice && text.reviews.notices[notice]]),
      heading: [programme.name, workflowName(review, programme)].map(plainText).filter(Boolean).join(' · '),
      title: titleOfReview(review, text),
      standing: asLines(standingLines(view, text)),
      parts: partsOf(view, text),
      actionSets:
        actions.length + forms.length + comments.length > 0 ? [{ doneForms: forms, actions, comments }] : [],
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
      mayReadComments: true,
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
      mayReadComments: false,
      openUnsafe: 1,
      vote: sampleVote(),
      names: [],
    },
    'to be confirmed': {
      programme: { ...sampleProgramme, workflows: sampleWorkflows, staffGroups: sampleReviewGroups },
      review: sampleDecidedReview,
      now: '2027-01-12T09:00:00.000Z' as Instant,
      mayManage: true,
      mayReadComments: true,
      openUnsafe: 0,
      vote: sampleVote(),
      names: [],
    },
    'to be done, what was typed refused': {
      programme: { ...sampleProgramme, workflows: sampleWorkflows, staffGroups: sampleReviewGroups },
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

export function sampleVote(): VoteView {
  const outcome = sampleContestedReview.rounds[0]?.outcome;
  if (!outcome) throw new Error('the sample review has no outcome');
  const dissent = [{ groupName: 'Medical and dental, Larkfield', prefersAnother: true, doesNotWork: false }];
  return { outcome, evidence: [], ballots: [], dissent };
}
