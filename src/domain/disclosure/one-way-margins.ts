/** Which one-way margins may be shown at all, by who is in them: decided from the roster, before any answer is looked at. */

import type { AtomId } from '../ids';
import { asId } from '../ids';
import { joinNames } from './name-group';
import { orderText } from './order-text';
import { notStated, type Profile } from './profile';
import type { OneWayKind, ReportingGroup } from './release';

/** A group of a one-way margin, and its people atom by atom. */
export interface OneWayGroup extends ReportingGroup {
  readonly parts: readonly string[];
}

/** Groups that together are exactly a union of whole atoms: those of one margin that share people with the same atoms. */
export interface OneWayPiece {
  readonly groups: readonly OneWayGroup[];
  readonly atomIds: readonly AtomId[];
}

export interface OneWayMargin {
  readonly kind: OneWayKind;
  readonly pieces: readonly OneWayPiece[];
}

/** Groups of fewer than 2k people are merged with the next smallest. A margin is left out where
 * - it has one group only;
 * - some of its groups, cut against the atoms or against another margin, leave between 1 and 2k − 1 people over on either
 *   side, be it but for up to two people: their answers would be a difference; or
 * - some of its groups are exactly some of an earlier margin's, without being whole atoms.
 *
 * Margins are tried in the order shift, employment, cohort, area; one is only compared with those before it. */
export function oneWayMargins(
  profiles: readonly Profile[],
  minimumGroupSize: number,
): readonly OneWayMargin[] {
  const least = 2 * minimumGroupSize;
  const accepted: { readonly margin: OneWayMargin; readonly groupOf: GroupOf }[] = [];
  const atomOf: GroupOf = ({ atomId }) => atomId;
  for (const kind of inTurn) {
    const groups = mergedGroups(profiles, kind, least);
    if (groups.length < 2) continue;
    const names = new Map(
      groups.flatMap((group) => group.parts.map((part) => [part, String(group.groupId)])),
    );
    const groupOf: GroupOf = (profile) => names.get(profile.groups[kind]) ?? '';
    const againstAtoms = overlapsOf(profiles, groupOf, atomOf);
    if (!isClean(againstAtoms, least)) continue;
    const isCleanBeside = accepted.every((other) => {
      const overlaps = overlapsOf(profiles, groupOf, other.groupOf);
      return (
        isClean(overlaps, least) && (piecesIn(overlaps).length === 1 || piecesIn(againstAtoms).length > 1)
      );
    });
    if (!isCleanBeside) continue;
    const pieces = piecesIn(againstAtoms).map((piece) => ({
      groups: groups.filter(({ groupId }) => piece.groups.has(groupId)),
      atomIds: [...piece.others].map((id) => asId<AtomId>(id)),
    }));
    accepted.push({ margin: { kind, pieces }, groupOf });
  }
  return accepted.map(({ margin }) => margin);
}

/** The margins that most programmes can use come first. */
const inTurn: readonly OneWayKind[] = ['shift', 'employment', 'cohort', 'area'];

type GroupOf = (profile: Profile) => string;

/** People by group, then by the group they are in on the other side. */
type Overlaps = ReadonlyMap<string, ReadonlyMap<string, number>>;

function overlapsOf(profiles: readonly Profile[], groupOf: GroupOf, otherOf: GroupOf): Overlaps {
  const overlaps = new Map<string, Map<string, number>>();
  for (const profile of profiles) {
    const row = overlaps.get(groupOf(profile)) ?? new Map<string, number>();
    overlaps.set(groupOf(profile), row);
    const other = otherOf(profile);
    row.set(other, (row.get(other) ?? 0) + profile.headcount);
  }
  return overlaps;
}

/** Two people are as good as none: they may be known. */
const few = 2;

/** Tried for each group, and for groups that belong together but for few people, or but for less than a showable group. */
function isClean(overlaps: Overlaps, least: number): boolean {
  const otherTotals = new Map<string, number>();
  for (const row of overlaps.values()) {
    for (const [other, count] of row) otherTotals.set(other, (otherTotals.get(other) ?? 0) + count);
  }
  const unions = [
    ...[...overlaps.keys()].map((group) => new Set([group])),
    ...piecesIn(overlaps, few + 1).map(({ groups }) => groups),
    ...piecesIn(overlaps, least).map(({ groups }) => groups),
  ];
  return unions.every((union) => {
    const inside = new Map<string, number>();
    for (const group of union) {
      for (const [other, count] of overlaps.get(group) ?? [])
        inside.set(other, (inside.get(other) ?? 0) + count);
    }
    const cuts = [...inside].map(([other, count]) => ({
      count,
      beyond: (otherTotals.get(other) ?? 0) - count,
    }));
    const beyond = sum(cuts.filter(({ count }) => count > few).map((cut) => cut.beyond));
    const within = sum(cuts.filter((cut) => cut.beyond > few).map(({ count }) => count));
    const stray = sum(cuts.filter(({ count }) => count <= few).map(({ count }) => count));
    const isShowable = (people: number) => people === 0 || people >= least;
    return isShowable(beyond) && isShowable(within) && (beyond > 0 || stray === 0);
  });
}

interface Piece {
  readonly groups: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

/** The connected pieces of what overlaps by at least `atLeast` people. */
function piecesIn(overlaps: Overlaps, atLeast = 1): readonly Piece[] {
  let pieces: readonly Piece[] = [];
  for (const [group, row] of overlaps) {
    const others = new Set([...row].filter(([, count]) => count >= atLeast).map(([other]) => other));
    const touches = (piece: Piece) => [...piece.others].some((other) => others.has(other));
    const touched = pieces.filter(touches);
    pieces = [
      ...pieces.filter((piece) => !touched.includes(piece)),
      {
        groups: new Set([group, ...touched.flatMap((piece) => [...piece.groups])]),
        others: new Set([...others, ...touched.flatMap((piece) => [...piece.others])]),
      },
    ];
  }
  return pieces;
}

function mergedGroups(profiles: readonly Profile[], kind: OneWayKind, least: number): readonly OneWayGroup[] {
  const headcounts = new Map<string, number>();
  for (const { groups, headcount } of profiles) {
    headcounts.set(groups[kind], (headcounts.get(groups[kind]) ?? 0) + headcount);
  }
  const bySize = (a: Merging, b: Merging) => a.headcount - b.headcount || orderText(a.parts[0], b.parts[0]);
  let groups: readonly Merging[] = [...headcounts].map(([part, headcount]) => ({ parts: [part], headcount }));
  for (;;) {
    const [first, second, ...rest] = [...groups].sort(bySize);
    if (!first || !second || first.headcount >= least) break;
    groups = [
      {
        parts: [first.parts[0], ...first.parts.slice(1), ...second.parts],
        headcount: first.headcount + second.headcount,
      },
      ...rest,
    ];
  }
  return groups
    .map(({ parts, headcount }) => ({ parts: [...parts].sort(orderText), headcount }))
    .sort((a, b) => orderText(a.parts[0] ?? '', b.parts[0] ?? ''))
    .map(({ parts, headcount }) => ({
      groupId: asId(`${kind}:${parts.join('~')}`),
      kind,
      name: joinNames(parts.map((part) => (part === notStated ? 'not stated' : part))),
      atomIds: [],
      headcount,
      parts,
    }));
}

interface Merging {
  readonly parts: readonly [string, ...string[]];
  readonly headcount: number;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
