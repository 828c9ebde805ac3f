/** The steps in which a design review is set up: their order, and which one holds what is missing. */

import { type MissingPart, optionLimits } from '../domain/review/missing-parts';
import type { Review } from '../domain/review/review';

export const optionSteps = ['option-1', 'option-2', 'option-3', 'option-4', 'option-5'] as const;
export type OptionStep = (typeof optionSteps)[number];

export const setupSteps = [
  'about',
  'proposal',
  'pictures',
  ...optionSteps,
  'people',
  'byName',
  'decision',
] as const;
export type SetupStep = (typeof setupSteps)[number];
export const overview = 'overview';
export type SetupPlace = SetupStep | typeof overview;

/** Two options at the least; one to confirm never has more. */
export function stepsOf({ kind, options }: Pick<Review, 'kind' | 'options'>): readonly SetupStep[] {
  const shown = kind === 'confirm' ? 2 : Math.max(optionLimits.least, options.length);
  return setupSteps.filter((step) => {
    const number = optionNumberOf(step);
    return number === undefined || number <= Math.max(shown, options.length);
  });
}

/** 1 is the first. */
export function optionNumberOf(step: SetupPlace): number | undefined {
  const index = (optionSteps as readonly SetupPlace[]).indexOf(step);
  return index < 0 ? undefined : index + 1;
}

export function optionStep(number: number): OptionStep {
  return optionSteps[number - 1] ?? 'option-5';
}

export function stepAfter(review: Pick<Review, 'kind' | 'options'>, step: SetupStep): SetupPlace {
  const steps = stepsOf(review);
  return steps[steps.indexOf(step) + 1] ?? overview;
}

export function stepBefore(review: Pick<Review, 'kind' | 'options'>, step: SetupStep): SetupStep | undefined {
  const steps = stepsOf(review);
  return steps[steps.indexOf(step) - 1];
}

/** Where what is missing is filled in. */
export function stepOfMissing(missing: MissingPart): SetupStep {
  switch (missing.part) {
    case 'title':
    case 'question':
    case 'workflow':
      return 'about';
    case 'artefact':
    case 'version':
      return 'proposal';
    case 'lessToLookAt':
    case 'alternativeText':
      return 'pictures';
    case 'frontlineContributor':
    case 'digitalOrSupplierContributor':
      return 'people';
    case 'panel':
      return 'byName';
    case 'decider':
    case 'closesOn':
    case 'reviewAgainOn':
      return 'decision';
    case 'optionCount':
      return optionStep(Math.min(missing.count + 1, optionLimits.most));
    default:
      return optionStep(missing.option);
  }
}
