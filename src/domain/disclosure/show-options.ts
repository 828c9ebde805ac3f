/** How all votes are spread over the options, where the votes for the favoured one are shown. */

import type { OptionQuestion } from '../pulse/question';
import type { ChoiceFigures } from './release';

/** The favoured option and those with at least 2 votes each; where another has fewer, it is told together with the next
 * smallest as `other`, so that neither can be read. `counts` as a tally's. */
export function showOptions(
  { choices }: OptionQuestion,
  favoured: string,
  counts: Readonly<Record<string, number>>,
): ChoiceFigures {
  const votes = choices.map(({ id }) => ({ label: id, count: counts[`choice:${id}`] ?? 0 }));
  const others = votes.filter(({ label }) => label !== favoured).sort((a, b) => a.count - b.count);
  let merged = others.filter(({ count }) => count < 2).length;
  while (merged > 0 && merged < others.length && (merged < 2 || sum(others.slice(0, merged)) < 2))
    merged += 1;
  const apart = new Set(others.slice(merged).map(({ label }) => label));
  return {
    label: 'shown',
    n: sum(votes),
    distribution: [
      ...votes.filter(({ label }) => label === favoured || apart.has(label)),
      ...(merged > 0 ? [{ label: 'other', count: sum(others.slice(0, merged)) }] : []),
    ],
  };
}

const sum = (classes: readonly { readonly count: number }[]) =>
  classes.reduce((total, { count }) => total + count, 0);
