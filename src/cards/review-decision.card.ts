/** A design review before its decider: what came of the vote, who saw it differently, and the decision with its reason. */

import { z } from 'zod';
import type { Instant } from '../domain/instant';
import type { Review, ReviewDecision } from '../domain/review/review';
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
import { sampleVote } from './review-standing.card';
import { decisionPart, type NamedVoter, type VoteView, voteParts } from './review-vote-parts';
import { sampleContestedReview, sampleReviewGroups, sampleWorkflows } from './sample-review';
import { asBox, asLines, box, line, lines, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface ReviewDecisionView {
  readonly programme: SetupProgramme;
  readonly review: Review;
  readonly vote: VoteView;
  readonly openUnsafe: number;
  readonly names: readonly NamedVoter[];
  readonly notice?: ReviewNotice;
  readonly typed?: { readonly rationale: string; readonly optionId?: string };
  /** What was tapped and goes against the vote: it is to be confirmed. */
  readonly confirming?: ReviewDecision['kind'];
}

const longestRationale = 2_000;

const schema = z.strictObject({
  programmeId: line,
  reviewId: line,
  revision: z.number(),
  notices: box,
  heading: line,
  title: line,
  standing: lines,
  parts,
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
    const { programme, review, vote, notice, typed } = view;
    const { reviews } = text;
    const { rationale = '' } = typed ?? {};
    return {
      programmeId: programme.id,
      reviewId: review.reviewId,
      revision: review.revision,
      notices: asBox([notice && reviews.notices[notice]]),
      heading: [programme.name, workflowName(review, programme)].map(plainText).filter(Boolean).join(' · '),
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
  shorten: ({ parts: shown, ...rest }) =>
    shown.length > 1 ? { ...rest, parts: shown.slice(0, -1) } : undefined,
  samples: {
    contested: {
      programme: { ...sampleProgramme, workflows: sampleWorkflows, staffGroups: sampleReviewGroups },
      review: sampleContestedReview,
      vote: sampleVote(),
      openUnsafe: 1,
      names: [],
    },
    'against the vote, to be confirmed': {
      programme: { ...sampleProgramme, workflows: sampleWorkflows, staffGroups: sampleReviewGroups },
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
