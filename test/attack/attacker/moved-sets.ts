/** Who came or went: the people by whom a group of one wave differs from the same group of another. */

import type { Knowledge } from './knowledge';
import type { NamedSet } from './named-sets';

/** In each released atom and each group of a one-way margin, those whom `moved` names; `knowledge` must tell them apart. */
export function movedSets(
  { rows, cells }: Knowledge,
  moved: ReadonlyMap<string, string>,
): readonly NamedSet[] {
  const isMoved = cells.map(({ people: [first] }) => first !== undefined && moved.has(first));
  const sets = new Map<string, NamedSet>();
  for (const { row, cells: members } of rows) {
    const those = members.filter((cell) => isMoved[cell]);
    const isWider = ['total', 'siteGroup', 'staffFamily'].includes(row.kind);
    if (isWider || row.figures.n == null || those.length === 0) continue;
    sets.set(those.join(), { kind: 'difference', cells: those, how: `${row.groupId}: who moved` });
  }
  return [...sets.values()];
}
