/** What the whole audience chose, told in classes of at least 2 answers. */

import type { ChoiceQuestion } from '../pulse/question';
import type { ChoiceFigures, WithheldFigures } from './release';

/** Choices with fewer than 2 answers are merged into `other`, with the smallest other choice if that is still not
 * enough. Withheld below k answers or 2k people, and where fewer than two classes are left: (nearly) everybody would
 * have chosen the same. `counts` as a tally's, of all atoms together. */
export function showChoices(
  question: ChoiceQuestion,
  counts: Readonly<Record<string, number>>,
  { headcount, minimumGroupSize }: { readonly headcount: number; readonly minimumGroupSize: number },
): ChoiceFigures | WithheldFigures {
  const chosen = question.choices.map(({ id }) => ({ label: id, count: counts[`choice:${id}`] ?? 0 }));
  const n = sum(chosen);
  if (headcount < 2 * minimumGroupSize) return { label: 'tooSmallToShow' };
  if (n < minimumGroupSize) return { label: 'notHeardYet' };
  const rare = chosen.filter(({ count }) => count < 2);
  const common = chosen.filter(({ count }) => count >= 2);
  while (sum(rare) === 1) {
    const smallest = [...common].sort((a, b) => a.count - b.count)[0];
    if (!smallest) break;
    rare.push(smallest);
    common.splice(common.indexOf(smallest), 1);
  }
  const other = sum(rare);
  const distribution = other > 0 ? [...common, { label: 'other', count: other }] : common;
  if (distribution.length < 2) return { label: 'tooSmallToShow' };
  return { label: 'shown', n, distribution };
}

const sum = (classes: readonly { readonly count: number }[]) =>
  classes.reduce((total, { count }) => total + count, 0);
