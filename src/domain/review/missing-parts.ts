/** What a review still lacks before anybody may be asked: all of it at once, so that it is completed in one go. */

import type { Day } from '../instant';
import type { Programme } from '../programme/programme';
import { optionAuthors, type Proposal, type Review, type ReviewOption } from './review';

export const optionLimits = { least: 2, most: 5 } as const;
export const mostImages = 3;
export const mostTableRows = 6;

export type MissingPart =
  | {
      readonly part:
        | 'title'
        | 'question'
        | 'workflow'
        | 'artefact'
        | 'version'
        | 'decider'
        | 'closesOn'
        | 'reviewAgainOn'
        | 'frontlineContributor'
        | 'digitalOrSupplierContributor'
        | 'panel'
        /** More than three images, or images and a table, or a table that is not short. */
        | 'lessToLookAt'
        /** Of an image. */
        | 'alternativeText';
    }
  /** Two to five options; exactly two to confirm. */
  | { readonly part: 'optionCount'; readonly count: number }
  | {
      readonly part: 'optionTitle' | 'consequence' | 'author' | 'affectedGroups' | 'unknownStaffGroup';
      /** 1 is the first. */
      readonly option: number;
      readonly title: string;
    };

/** Empty when it may open. `today` is the programme's local day: it closes later than that, and is looked at again later
 * than it closes. */
export function missingParts(
  review: Review,
  programme: Pick<Programme, 'workflows' | 'roles' | 'staffGroups'>,
  today: Day,
): readonly MissingPart[] {
  const { kind, voting, options, contributors, workflow, decider, closesOn, reviewAgainOn } = review;
  const worked = new Set(contributors.filter(({ name }) => isGiven(name)).map((one) => one.kind));
  const isWanting: readonly (readonly [isMissing: boolean, part: MissingPart])[] = [
    [!isGiven(review.title), { part: 'title' }],
    [!isGiven(review.question), { part: 'question' }],
    [!programme.workflows?.some(({ id }) => id === workflow), { part: 'workflow' }],
    [!isGiven(review.proposal.artefact), { part: 'artefact' }],
    [!isGiven(review.proposal.version), { part: 'version' }],
    [!programme.roles[decider]?.length, { part: 'decider' }],
    [!isDay(closesOn) || closesOn <= today, { part: 'closesOn' }],
    [!isDay(reviewAgainOn) || reviewAgainOn <= today || reviewAgainOn <= closesOn, { part: 'reviewAgainOn' }],
    [!worked.has('frontline'), { part: 'frontlineContributor' }],
    [!worked.has('digitalTeam') && !worked.has('supplier'), { part: 'digitalOrSupplierContributor' }],
    [voting === 'attributed' && review.panel.length === 0, { part: 'panel' }],
    [isTooMuch(review.proposal), { part: 'lessToLookAt' }],
    [
      review.proposal.images.some(({ alternativeText }) => !isGiven(alternativeText)),
      { part: 'alternativeText' },
    ],
    [
      options.length < optionLimits.least ||
        options.length > optionLimits.most ||
        (kind === 'confirm' && options.length !== 2),
      { part: 'optionCount', count: options.length },
    ],
  ];
  return [
    ...isWanting.filter(([isMissing]) => isMissing).map(([, part]) => part),
    ...options.flatMap((option, index) => missingOfOption(option, index + 1, programme)),
  ];
}

function missingOfOption(
  { title, consequence, author, authorName, affects }: ReviewOption,
  option: number,
  { staffGroups }: Pick<Programme, 'staffGroups'>,
): readonly MissingPart[] {
  const isUnknown = affects.some((id) => !staffGroups.some((group) => group.id === id));
  return [
    ...(isGiven(title) ? [] : [{ part: 'optionTitle' as const, option, title }]),
    ...(isGiven(consequence) ? [] : [{ part: 'consequence' as const, option, title }]),
    ...(isGiven(authorName) && optionAuthors.includes(author)
      ? []
      : [{ part: 'author' as const, option, title }]),
    ...(affects.length > 0 ? [] : [{ part: 'affectedGroups' as const, option, title }]),
    ...(isUnknown ? [{ part: 'unknownStaffGroup' as const, option, title }] : []),
  ];
}

function isTooMuch({ images, beforeAfter }: Proposal): boolean {
  const isBoth = images.length > 0 && beforeAfter.length > 0;
  return images.length > mostImages || beforeAfter.length > mostTableRows || isBoth;
}

const isGiven = (text: string) => text.trim() !== '';
const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day);
