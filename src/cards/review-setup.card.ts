/** One step of setting up a design review: what is filled in there, and ways on, back and to the whole. */

import { z } from 'zod';
import { affectedStaffGroups } from '../domain/review/affected-groups';
import { optionLimits } from '../domain/review/missing-parts';
import type { Catalogue } from '../text/catalogue';
import type { ReviewSetupNotice } from '../text/en/review-setup';
import { formShape } from './form-shape';
import { plainText } from './plain-text';
import { asGroup } from './review-parts';
import { type FilledIn, fieldsOf, type SetupField } from './review-setup-fields';
import { optionNumberOf, overview, stepBefore } from './review-steps';
import { sampleEmptyReview, sampleReview, sampleReviewProgramme } from './sample-review';
import { asBox, asLines, box, line, lines } from './subject';
import { defineCard } from './template';

export interface ReviewSetupView extends FilledIn {
  readonly notice?: ReviewSetupNotice;
  /** Typed names that belong to nobody, or to several. */
  readonly notFound?: readonly string[];
}

const schema = z.strictObject({
  programmeId: line,
  reviewId: line,
  revision: z.number(),
  step: line,
  notices: box,
  heading: line,
  title: line,
  intro: lines,
  fields: z.array(z.strictObject(formShape)),
  actions: z.array(z.strictObject({ title: line, style: line, act: line })),
});

export const reviewSetupCard = defineCard<ReviewSetupView, typeof schema>({
  name: 'review-setup',
  schema,
  summarise: (_view, text) => text.reviewSetup.summary,
  bind: (view, text) => {
    const { programme, review, step, notice, notFound = [] } = view;
    const { reviewSetup } = text;
    return {
      programmeId: programme.id,
      reviewId: review.reviewId,
      revision: review.revision,
      step,
      notices: asBox([
        notice && reviewSetup.notices[notice],
        notFound.length > 0 ? reviewSetup.notFound(notFound.map(plainText)) : undefined,
      ]),
      heading: plainText([programme.name, review.title].filter(Boolean).join(' · ')),
      title: titleOf(view, text),
      intro: asLines(introOf(view, text)),
      fields: fieldsOf(view, text).map((field) => boundField(field, text)),
      actions: actionsOf(view, text),
    };
  },
  samples: {
    'the first step': {
      programme: sampleReviewProgramme,
      review: sampleEmptyReview,
      step: 'about',
    },
    'an option, changed meanwhile': {
      programme: sampleReviewProgramme,
      review: sampleReview,
      step: 'option-2',
      notice: 'outOfDate',
      typed: { consequence: 'No new equipment. '.repeat(40) },
    },
    'a name that nobody has': {
      programme: sampleReviewProgramme,
      review: { ...sampleReview, voting: 'attributed' },
      step: 'byName',
      notFound: ['Nobody At All'],
      typed: { panel: 'Nobody At All' },
    },
    'the last step': {
      programme: sampleReviewProgramme,
      review: sampleReview,
      step: 'decision',
    },
  },
});

function titleOf({ review, step }: ReviewSetupView, { reviewSetup }: Catalogue): string {
  const number = optionNumberOf(step);
  if (number === undefined) return reviewSetup.steps[step as keyof typeof reviewSetup.steps];
  if (review.kind === 'confirm' && number === 1) return reviewSetup.optionAsItIs;
  if (review.kind === 'confirm' && number === 2) return reviewSetup.optionChange;
  return reviewSetup.option(number);
}

function introOf({ programme, review, step }: ReviewSetupView, { reviewSetup }: Catalogue) {
  const { intros } = reviewSetup;
  const isNameless = step === 'about' && !programme.workflows?.length;
  const groups = affectedStaffGroups(review, { staffGroups: programme.staffGroups.map(asGroup) });
  return [
    step === 'about' ? reviewSetup.savedEachStep : undefined,
    isNameless ? intros.noWorkflows : undefined,
    step === 'pictures' ? intros.pictures : undefined,
    step === 'people' ? intros.people : undefined,
    step === 'byName' && review.voting === 'attributed' ? intros.byNameAttributed : undefined,
    step === 'byName' && review.voting === 'confidential' ? intros.byNameConfidential : undefined,
    step === 'byName' && review.voting === 'confidential' && groups.length > 0
      ? plainText(groups.map(({ name }) => name).join('; '))
      : undefined,
  ];
}

function actionsOf({ review, step }: ReviewSetupView, { reviewSetup }: Catalogue) {
  const number = optionNumberOf(step);
  const { length } = review.options;
  const isLastOption = number !== undefined && number >= Math.max(length, optionLimits.least);
  const mayAdd = review.kind === 'full' && isLastOption && number < optionLimits.most;
  const mayRemove = number !== undefined && number <= length && length > 1;
  return [
    { title: reviewSetup.next, style: 'positive', act: 'next' },
    ...(mayAdd ? [{ title: reviewSetup.addOption, style: 'default', act: 'add' }] : []),
    ...(mayRemove ? [{ title: reviewSetup.removeOption, style: 'default', act: 'remove' }] : []),
    ...(stepBefore(review, step) ? [{ title: reviewSetup.back, style: 'default', act: 'back' }] : []),
    { title: reviewSetup.overview, style: 'default', act: overview },
  ];
}

function boundField(
  { id, label, value, as, choices: offered = [], maxLength = 0 }: SetupField,
  text: Catalogue,
) {
  const common = { id, label, value };
  const options = offered.map((one) => ({ title: one.title || one.value, value: one.value }));
  const longest = Math.max(maxLength, value.length);
  return {
    short: as === 'short' ? [{ ...common, maxLength: longest }] : [],
    long: as === 'long' ? [{ ...common, maxLength: longest }] : [],
    one: as === 'one' ? [{ ...common, choices: options, choose: text.reviewSetup.choose }] : [],
    many: as === 'many' ? [{ ...common, choices: options }] : [],
    day: as === 'day' ? [common] : [],
  };
}
