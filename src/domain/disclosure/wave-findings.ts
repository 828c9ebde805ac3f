/** What a release says that somebody must act on: which groups are below the floor, and who has not been heard. */

import { leastConfidentFirst } from '../score/least-confident';
import type { GroupKind, GroupRow, Release } from './release';

/** The groups of the first question below the floor, in as few lines as say where the trouble is, least confident first:
 * the total alone when it and more than half of the atoms are below; else each margin that is below and of whose atoms
 * more than half are, in place of these atoms (site groups before staff families); every other atom below; and a margin
 * (or the total) that is below though no group within it is, because only together are the answers enough to be sure. */
export function groupsBelowFloor(release: Release): readonly GroupRow[] {
  const rows = release.tables[0]?.rows ?? [];
  const below = rows.filter((row) => row.isBelowFloor);
  const ofKind = (kind: GroupKind) => below.filter((row) => row.kind === kind);
  const atoms = ofKind('atom');
  const belowIn = (group: GroupRow) => atoms.filter((atom) => isWithin(atom, group));

  const listed: GroupRow[] = [];
  for (const group of (['total', 'siteGroup', 'staffFamily'] as const).flatMap(ofKind)) {
    const unlisted = belowIn(group).filter((atom) => !listed.some((wider) => isWithin(atom, wider)));
    const isMostly = belowIn(group).length * 2 > group.atomIds.length;
    if (group.atomIds.length > 1 && isMostly && unlisted.length > 1) listed.push(group);
  }
  const single = atoms.filter((atom) => !listed.some((wider) => isWithin(atom, wider)));
  listed.push(...single);
  for (const group of (['siteGroup', 'staffFamily', 'total'] as const).flatMap(ofKind)) {
    if (!listed.some((other) => isWithin(other, group) || isWithin(group, other))) listed.push(group);
  }
  return listed.sort(leastConfidentFirst);
}

/** The atoms of the first question with fewer than k answers, most people first. Silence is evidence: shown as loudly as
 * the scores. */
export function notHeard(release: Release): readonly GroupRow[] {
  const rows = release.tables[0]?.rows ?? [];
  return rows
    .filter(({ kind, figures }) => kind === 'atom' && figures.label === 'notHeardYet')
    .sort((a, b) => b.headcount - a.headcount);
}

function isWithin(group: GroupRow, wider: GroupRow): boolean {
  return group.atomIds.every((atomId) => wider.atomIds.includes(atomId));
}
