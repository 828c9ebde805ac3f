/** What may be told of those whom no message would reach: nobody shall find out of one person by looking at two previews. */

import type { NotWrittenTo } from './pulse-preview';
import type { Audience } from './question';

export interface ToldReach {
  readonly writtenTo: number;
  readonly notWrittenTo?: NotWrittenTo;
}

/** Each count to the nearest 5, and of whole groups of N ≥ 3k alone, as the response of an open wave is. Of fewer people, and
 * of a list that somebody could make longer by one name, nothing: then everybody counts as written to.
 * @param withTeams those of the invited whom Teams may reach. @param minimumGroupSize k. */
export function tellReach(
  withTeams: number,
  exact: NotWrittenTo,
  audience: Audience,
  minimumGroupSize: number,
): ToldReach {
  if (audience.kind === 'list' || withTeams < 3 * minimumGroupSize) return { writtenTo: withTeams };
  const rounded = (count: number) => Math.round(count / 5) * 5;
  const notWrittenTo: NotWrittenTo = {
    choseNotToBeAsked: rounded(exact.choseNotToBeAsked),
    overBudget: rounded(exact.overBudget),
    atAllowance: rounded(exact.atAllowance),
    noSuitableTime: rounded(exact.noSuitableTime),
  };
  const silent = Object.values(notWrittenTo).reduce<number>((sum, count) => sum + count, 0);
  return { writtenTo: Math.max(0, withTeams - silent), notWrittenTo };
}
