/** Picks from a released table what the cards about it show first. */

import type { Figures, GroupRow, ReleaseTable, WithheldLabel } from '../domain/disclosure/release';

/** From 0 to 1, for putting groups in order: a band stands where most of its groups would. */
const orderOf = (figures: Figures): number | undefined => {
  switch (figures.label) {
    case 'shown':
      return figures.favourableShare;
    case 'band':
      return { atMost20: 0, from20To80: 0.5, atLeast80: 1 }[figures.band];
    default:
      return undefined;
  }
};

export function totalRow(table: ReleaseTable): GroupRow | undefined {
  return table.rows.find(({ kind }) => kind === 'total');
}

/** Rows of one kind: the least confident first, then those that are not shown, as the release orders them. */
export function leastConfidentFirst(rows: readonly GroupRow[]): readonly GroupRow[] {
  return [...rows].sort((a, b) => (orderOf(a.figures) ?? 2) - (orderOf(b.figures) ?? 2));
}

/** Among the smallest groups that are shown, or among the margins where none is. */
export function leastConfidentGroup(table: ReleaseTable): GroupRow | undefined {
  const shown = table.rows.filter(({ kind, figures }) => kind !== 'total' && orderOf(figures) !== undefined);
  const atoms = shown.filter(({ kind }) => kind === 'atom');
  return leastConfidentFirst(atoms.length > 0 ? atoms : shown)[0];
}

export function atomsLabelled(table: ReleaseTable, label: WithheldLabel): readonly GroupRow[] {
  return table.rows.filter(({ kind, figures }) => kind === 'atom' && figures.label === label);
}

/** The atoms heard from least, of those whose response may be shown and is under that of everyone. */
export function lowestResponse(table: ReleaseTable, count: number): readonly GroupRow[] {
  const overall = totalRow(table)?.responsePercent ?? 100;
  return table.rows
    .filter(({ kind, responsePercent }) => kind === 'atom' && (responsePercent ?? 100) < overall)
    .sort((a, b) => (a.responsePercent ?? 0) - (b.responsePercent ?? 0))
    .slice(0, count);
}
