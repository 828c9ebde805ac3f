/** Picks from a released table what the cards about it show first. */

import type { GroupRow, ReleaseTable } from '../domain/disclosure/release';

export function totalRow(table: ReleaseTable): GroupRow | undefined {
  return table.rows.find(({ kind }) => kind === 'total');
}

/** The atoms held back because they are small or because a smaller one could be worked out from them. */
export function heldBack(table: ReleaseTable): readonly GroupRow[] {
  return table.rows.filter(({ kind, figures }) => kind === 'atom' && figures.label === 'tooSmallToShow');
}

/** The atoms heard from least, of those whose response may be shown and is under that of everyone. */
export function lowestResponse(table: ReleaseTable, count: number): readonly GroupRow[] {
  const overall = totalRow(table)?.responsePercent ?? 100;
  return table.rows
    .filter(({ kind, responsePercent }) => kind === 'atom' && (responsePercent ?? 100) < overall)
    .sort((a, b) => (a.responsePercent ?? 0) - (b.responsePercent ?? 0))
    .slice(0, count);
}
