/** Which groups are losing confidence from wave to wave, by more than chance moves them. */

import type { GroupId } from '../ids';
import type { DeclaredChange } from '../programme/programme';
import type { ReleasedWave } from './question-history';
import { type Deterioration, type Trend, trendOf } from './trend';

export type DeterioratingTrend = Trend & { readonly deterioration: Deterioration };

/** The total and the one-way margins (site groups, staff families, shifts, areas, cohorts, employment) whose latest point
 * is part of a signal downwards, in the order of the latest table. Not the atoms: thirty charts at once would cry wolf at
 * most waves. `history`: the first question's, oldest first, its last wave the one that has just closed. */
export function findDeteriorations(
  history: readonly ReleasedWave[],
  changes: readonly DeclaredChange[],
): readonly DeterioratingTrend[] {
  const margins = history.at(-1)?.table.rows.filter(({ kind }) => kind !== 'atom') ?? [];
  return margins.flatMap(({ groupId }: { readonly groupId: GroupId }) => {
    const trend = trendOf(history, groupId, changes);
    return trend?.deterioration ? [{ ...trend, deterioration: trend.deterioration }] : [];
  });
}
