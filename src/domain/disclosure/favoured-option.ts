/** Which option a table speaks of, and whether it may be said to lead. */

import type { OptionQuestion } from '../pulse/question';
import { bandShares } from './band';
import type { GroupRow } from './release';

export interface Lead {
  /** The option with the most votes of all, the first of them where several have as many. */
  readonly choice: string;
  /** It has more votes than any other. */
  readonly isAhead: boolean;
}

/** `counts` as a tally's, of all atoms together; undefined where nobody voted. */
export function leadOf(
  { choices }: OptionQuestion,
  counts: Readonly<Record<string, number>>,
): Lead | undefined {
  const votes = choices.map(({ id }) => ({ id, count: counts[`choice:${id}`] ?? 0 }));
  const most = Math.max(...votes.map(({ count }) => count));
  const [first, second] = votes.filter(({ count }) => count === most);
  return first && most > 0 ? { choice: first.id, isAhead: second === undefined } : undefined;
}

/** Whether the rows say by themselves that the favoured option leads (of two), or has more than an average share (of more),
 * however the groups that are withheld voted: then to say so tells nothing more of anybody. Where the total is shown that
 * is told by itself. */
export function isLeadTold(rows: readonly GroupRow[], options: number, minimumGroupSize: number): boolean {
  const total = rows.find(({ kind }) => kind === 'total')?.figures;
  if (total?.label === 'band' && total.band === 'atLeast80') return true;
  let [favourable, others] = [0, 0];
  for (const { figures, headcount } of rows.filter(({ kind }) => kind === 'atom')) {
    if (figures.label === 'shown') {
      favourable += figures.favourable;
      others += figures.n - figures.favourable;
    } else if (figures.label === 'band') {
      const least = Math.ceil(bandShares[figures.band].lowest * figures.n);
      favourable += least;
      others += figures.n - least;
    } else others += headcount < 2 * minimumGroupSize ? headcount : minimumGroupSize - 1;
  }
  return (options - 1) * favourable > others;
}
