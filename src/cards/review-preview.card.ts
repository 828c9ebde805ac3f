/** A design review before it opens: all of it, what was decided before about the same workflow, and what is missing. */

import { z } from 'zod';
import type { Day } from '../domain/instant';
import type { MissingPart } from '../domain/review/missing-parts';
import type { Review, ReviewDecision } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import type { ReviewSetupNotice } from '../text/en/review-setup';
import { plainText } from './plain-text';
import { optionLines, part, parts, proposalLines, titleOfReview, workflowName } from './review-parts';
import type { SetupProgramme } from './review-setup-fields';
import { optionNumberOf, type SetupStep, stepOfMissing, stepsOf } from './review-steps';
import { sampleEmptyReview, sampleReview, sampleReviewProgramme } from './sample-review';
import { asBox, asLines, box, line, lines } from './subject';
import { defineCard } from './template';

/** What was decided about the same workflow. */
export interface DecidedBeforeView {
  /** Of another programme. */
  readonly programmeName?: string;
  readonly title: string;
  readonly kind: ReviewDecision['kind'];
  readonly option?: string;
  readonly on: Day;
  readonly standing: 'stands' | 'toBeConfirmed' | 'replaced';
}

export interface ReviewPreviewView {
  readonly programme: SetupProgramme;
  readonly review: Review;
  readonly missing: readonly MissingPart[];
  readonly before: readonly DecidedBeforeView[];
  /** Of those who vote by name. */
  readonly names?: readonly string[];
  readonly notice?: ReviewSetupNotice;
}

const shownBefore = 5;
const mostTogether = 6;
const action = z.strictObject({ title: line, go: line });

const schema = z.strictObject({
  programmeId: line,
  reviewId: line,
  revision: z.number(),
  notices: box,
  heading: line,
  title: line,
  parts,
  ready: lines,
  missing: lines,
  gaps: z.array(z.strictObject({ text: line, title: line, go: line })),
  opens: z.array(z.strictObject({ title: line })),
  discards: z.array(z.strictObject({ title: line, meaning: line, confirm: line })),
  changeTitle: line,
  changes: z.array(z.strictObject({ actions: z.array(action) })),
});

export const reviewPreviewCard = defineCard<ReviewPreviewView, typeof schema>({
  name: 'review-preview',
  schema,
  summarise: (_view, text) => text.reviewSetup.summary,
  bind: (view, text) => {
    const { programme, review, missing, notice } = view;
    const { reviewSetup } = text;
    const isReady = missing.length === 0;
    return {
      programmeId: programme.id,
      reviewId: review.reviewId,
      revision: review.revision,
      notices: asBox([notice && reviewSetup.notices[notice]]),
      heading: plainText(programme.name),
      title: reviewSetup.previewTitle(titleOfReview(review, text)),
      parts: partsOf(view, text),
      ready: asLines([isReady ? reviewSetup.nothingMissing : undefined]),
      missing: asLines([isReady ? undefined : reviewSetup.missingTitle]),
      gaps: missing.map((one) => ({
        text: plainText(reviewSetup.missing(one)),
        title: reviewSetup.addIt,
        go: stepOfMissing(one),
      })),
      opens: [{ title: reviewSetup.open }],
      discards:
        review.status === 'draft'
          ? [
              {
                title: reviewSetup.discard,
                meaning: reviewSetup.discardMeans,
                confirm: reviewSetup.confirmDiscard,
              },
            ]
          : [],
      changeTitle: reviewSetup.changeTitle,
      changes: sixTogether(stepsOf(review)).map((steps) => ({
        actions: steps.map((go) => ({ go, title: reviewSetup.change(stepName(go, text)) })),
      })),
    };
  },
  samples: {
    'nothing filled in yet': {
      programme: sampleReviewProgramme,
      review: { ...sampleEmptyReview, title: 'A new one' },
      missing: [
        { part: 'question' },
        { part: 'frontlineContributor' },
        { part: 'optionCount', count: 0 },
        { part: 'closesOn' },
      ],
      before: [],
      notice: 'incomplete',
    },
    'ready to open': {
      programme: sampleReviewProgramme,
      review: sampleReview,
      missing: [],
      before: [
        {
          title: 'The drug round on paper',
          kind: 'approve',
          option: 'Paper until go-live',
          on: '2026-03-02' as Day,
          standing: 'stands',
        },
        {
          programmeName: 'Northshire EPR',
          title: 'Second checks',
          kind: 'reject',
          on: '2026-05-12' as Day,
          standing: 'toBeConfirmed',
        },
      ],
      names: ['Dr Ben Osei'],
    },
    'as long as it may be': {
      programme: sampleReviewProgramme,
      review: {
        ...sampleReview,
        options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
          ...{ id, title: 'x'.repeat(100), consequence: 'It takes “longer” than on paper. '.repeat(18) },
          ...{ author: 'subjectExpert' as const, authorName: 'Ada '.repeat(30), affects: ['nursing'] },
        })),
      },
      missing: ['a', 'b', 'c', 'd', 'e'].flatMap((_, index) =>
        (['consequence', 'author', 'affectedGroups'] as const).map((one) => ({
          ...{ part: one, option: index + 1, title: 'x'.repeat(100) },
        })),
      ),
      before: [],
    },
  },
});

function partsOf({ programme, review, before, names = [] }: ReviewPreviewView, text: Catalogue) {
  const { reviewSetup } = text;
  const { closesOn, reviewAgainOn, decider } = review;
  return [
    ...part(plainText(workflowName(review, programme)) || reviewSetup.preview, [
      plainText(review.question) || undefined,
      review.kind === 'confirm' ? reviewSetup.kinds.confirm : undefined,
      reviewSetup.voting[review.voting],
      ...proposalLines(review, text),
      ...optionLines(review, programme, text),
      names.length > 0 ? reviewSetup.namedVotes(names.map(plainText)) : undefined,
      closesOn ? reviewSetup.willClose(closesOn) : undefined,
      reviewAgainOn ? reviewSetup.willBeLookedAt(reviewAgainOn) : undefined,
      reviewSetup.decides(text.roles[decider]),
    ]),
    ...part(
      reviewSetup.before,
      before.length === 0
        ? [reviewSetup.nothingBefore]
        : before.slice(0, shownBefore).map((one) => beforeInWords(one, text)),
    ),
  ];
}

function beforeInWords(one: DecidedBeforeView, { reviewSetup }: Catalogue): string {
  const { programmeName, title, kind, option, on, standing } = one;
  return reviewSetup.decidedBefore(
    {
      ...(programmeName ? { programmeName: plainText(programmeName) } : {}),
      title: plainText(title),
      on,
      standing: reviewSetup.standings[standing],
    },
    reviewSetup.decided(kind, option && plainText(option)),
  );
}

export function stepName(step: SetupStep, { reviewSetup }: Catalogue): string {
  const number = optionNumberOf(step);
  if (number !== undefined) return reviewSetup.optionName(number);
  return reviewSetup.stepNames[step as keyof typeof reviewSetup.stepNames];
}

function sixTogether(steps: readonly SetupStep[]): readonly (readonly SetupStep[])[] {
  const sets = Math.ceil(steps.length / mostTogether);
  return Array.from({ length: sets }, (_, index) =>
    steps.slice(index * mostTogether, (index + 1) * mostTogether),
  );
}
