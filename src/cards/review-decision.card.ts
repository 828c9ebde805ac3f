/** A design review before its decider: what came of the vote, who saw it differently, and the decision with its reason. */

import { z } from 'zod';
import type { Instant } from '../domain/instant';
import type { ReviewDecision } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { type ReviewHeadView, reviewHead, reviewHeadShape, withoutLastPart } from './review-head';
import { optionLines, type Part, part, proposalLines, titleOfReview } from './review-parts';
import { decisionPart, type NamedVoter, type VoteView, voteParts } from './review-vote-parts';
import { sampleContestedReview, sampleReviewProgramme, sampleVote } from './sample-review';
import { asLines, line } from './subject';
import { defineCard } from './template';

export interface ReviewDecisionView extends ReviewHeadView {
  readonly vote: VoteView;
  readonly openUnsafe: number;
  readonly names: readonly NamedVoter[];
  readonly typed?: { readonly rationale: string; readonly optionId?: string };
  /** What was tapped and goes against the vote: it is to be confirmed. */
  readonly confirming?: ReviewDecision['kind'];
}

const longestRationale = 2_000;

const schema = z.strictObject({
  ...reviewHeadShape,
  optionLabel: line,
  optionId: z.string(),
  options: z.array(z.strictObject({ title: line, value: line })),
  rationaleLabel: line,
  rationale: z.string(),
  maxLength: z.number(),
  actions: z.array(z.strictObject({ title: line, kind: line, against: line, style: line })),
});

export const reviewDecisionCard = defineCard<ReviewDecisionView, typeof schema>({
  name: 'review-decision',
  schema,
  summarise: (_view, text) => text.reviews.decisionSummary,
  bind: (view, text) => {
    const { review, vote, typed } = view;
    const { reviews } = text;
    const { rationale = '' } = typed ?? {};
    return {
      ...reviewHead(view, text),
      title: reviews.decisionTitle(titleOfReview(review, text)),
      standing: asLines([
        plainText(review.question),
        review.decideBy ? reviews.decideBy(review.decideBy) : undefined,
      ]),
      parts: partsOf(view, text),
      optionLabel: reviews.chooseOption,
      optionId: typed?.optionId ?? vote.outcome.leadingOptionId ?? '',
      options: review.options.map(({ id, title }) => ({ value: id, title })),
      rationaleLabel: reviews.rationale,
      rationale,
      maxLength: Math.max(longestRationale, rationale.length),
      actions: actionsOf(view, text),
    };
  },
  shorten: withoutLastPart,
  samples: {
    contested: {
      programme: sampleReviewProgramme,
      review: sampleContestedReview,
      vote: sampleVote(),
      openUnsafe: 1,
      names: [],
    },
    'against the vote, to be confirmed': {
      programme: sampleReviewProgramme,
      review: {
        ...sampleContestedReview,
        decideBy: '2026-12-15T17:00:00.000Z' as Instant,
      },
      vote: sampleVote(),
      openUnsafe: 0,
      names: [],
      notice: 'againstTheVote',
      typed: { rationale: 'The scanners cannot be had before spring.', optionId: 'password' },
      confirming: 'approve',
    },
  },
});

/** What matters least comes last: it is what is left out where a card grows too large. */
function partsOf(view: ReviewDecisionView, text: Catalogue): Part[] {
  const { programme, review } = view;
  return [
    ...voteParts(review, view, text),
    ...part(text.reviews.asked, [...optionLines(review, programme, text), ...proposalLines(review, text)]),
    ...(review.decision ? decisionPart(review, review.decision, text) : []),
  ];
}

function actionsOf({ confirming }: ReviewDecisionView, { reviews }: Catalogue) {
  return (['approve', 'reject', 'defer'] as const).map((kind) => {
    const isConfirming = kind === confirming;
    return {
      title: isConfirming ? reviews.confirm(reviews[kind]) : reviews[kind],
      kind,
      against: isConfirming ? 'confirmed' : 'ask',
      style: isConfirming ? 'destructive' : 'default',
    };
  });
}
