/** The least confident group that may be shown: it stands beside every mean. */

import { bandShares } from '../disclosure/band';
import type { Figures, GroupRow, ReleaseTable } from '../disclosure/release';

/** Of the site groups, staff families and atoms whose share or band is shown; absent when there are none. */
export function leastConfident({ rows }: Pick<ReleaseTable, 'rows'>): GroupRow | undefined {
  let least: GroupRow | undefined;
  for (const row of rows) {
    if (row.kind === 'total' || !('n' in row.figures)) continue;
    if (!least || leastConfidentFirst(row, least) < 0) least = row;
  }
  return least;
}

type Ranked = Pick<GroupRow, 'figures' | 'atomIds' | 'headcount'>;

/** Orders by share, a band by its middle; groups that are not shown come last. Of equals the smaller group is first. */
export function leastConfidentFirst(a: Ranked, b: Ranked): number {
  return (
    rankOf(a.figures) - rankOf(b.figures) || a.atomIds.length - b.atomIds.length || a.headcount - b.headcount
  );
}

function rankOf(figures: Figures): number {
  if (figures.label === 'shown') return figures.favourableShare;
  if (figures.label !== 'band') return 2;
  const { lowest, highest } = bandShares[figures.band];
  return (lowest + highest) / 2;
}
