/** Which groups are losing confidence from wave to wave, by more than chance moves them. */

import type { DeclaredChange } from '../programme/programme';
import type { ReleasedWave } from './question-history';
import { type Deterioration, type Trend, trendOf } from './trend';

export type DeterioratingTrend = Trend & { readonly deterioration: Deterioration };

/** The total and the one-way margins (site groups, staff families, shifts, areas, cohorts, employment) whose latest point
 * is part of a signal downwards, in the order of the latest table; the total alone where it falls and more than half of the
 * margins that have limits do. Not the atoms: thirty charts at once would cry wolf at most waves. `history`: the first
 * question's, oldest first, its last wave the one that has just closed. */
export function findDeteriorations(
  history: readonly ReleasedWave[],
  changes: readonly DeclaredChange[],
): readonly DeterioratingTrend[] {
  const rows = history.at(-1)?.table.rows.filter(({ kind }) => kind !== 'atom') ?? [];
  const trends = rows.flatMap(({ groupId }) => trendOf(history, groupId, changes) ?? []);
  const falling = trends.filter((trend): trend is DeterioratingTrend => trend.deterioration !== undefined);
  const isMargin = ({ groupKind }: Trend) => groupKind !== 'total';
  const judged = trends.filter((trend) => isMargin(trend) && trend.points.at(-1)?.limits !== undefined);
  const whole = falling.find((trend) => !isMargin(trend));
  return whole && falling.filter(isMargin).length * 2 > judged.length ? [whole] : falling;
}
