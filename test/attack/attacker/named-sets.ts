/** The sets of people that a reader can name: suppressed groups, unions of them, differences of released groups. */

import type { Knowledge } from './knowledge';
import { attributes, type SurfaceRow } from './surfaces';

export interface NamedSet {
  readonly cells: readonly number[];
  readonly how: string;
  /** `suppressed`: a group that is not shown, or a union of such; `difference`: what is left of released groups. */
  readonly kind: 'suppressed' | 'difference' | 'band';
  /** People whom the roster alone sets apart: only what the tables do not tell of them by themselves is learnt. */
  readonly isSide?: true;
}

/** How many unions of the suppressed groups of one kind are looked at one by one. */
const unionsAtMost = 4096;

type Placed = Knowledge['rows'][number];

/** Each set once. Only sets that may have fewer than k answers: a suppressed group that is said to have k or more, and
 * an atom in a band, make every union they are part of too large to matter. */
export function namedSets(knowledge: Knowledge, minimumGroupSize: number): readonly NamedSet[] {
  const sets = [
    ...suppressed(knowledge, minimumGroupSize),
    ...banded(knowledge),
    ...differences(knowledge, minimumGroupSize),
    ...assistedParts(knowledge),
  ];
  const unique = new Map<string, NamedSet>();
  for (const set of sets) {
    const key = [...set.cells].sort((a, b) => a - b).join();
    if (set.cells.length > 0 && !unique.has(key)) unique.set(key, set);
  }
  return [...unique.values()];
}

/** Unions of the small groups of each kind that divides everybody: atoms, both margins, each attribute. */
function suppressed({ rows, cells }: Knowledge, k: number): readonly NamedSet[] {
  return ['atom', 'siteGroup', 'staffFamily', ...attributes].flatMap((kind) => {
    const ofKind = rows.filter(({ row }) => row.kind === kind);
    if (ofKind.length === 0) return [];
    const spokenOf = new Set(ofKind.flatMap((placed) => placed.cells));
    const unnamed = cells.flatMap((_, index) => (spokenOf.has(index) ? [] : [index]));
    const small = [
      ...ofKind
        .filter(({ row }) => isSmall(row, k))
        .map(({ row, cells: own }) => ({ kind: 'suppressed' as const, cells: own, how: row.groupId })),
      ...(unnamed.length > 0
        ? [{ kind: 'suppressed' as const, cells: unnamed, how: `${kind}: no row` }]
        : []),
    ];
    const margins = rows.filter(({ row }) => row.kind === 'siteGroup' || row.kind === 'staffFamily');
    return [...unionsOf(small), ...(kind === 'atom' ? insideMargins(small, margins) : [])];
  });
}

/** Groups whose value must not be told, because it is (nearly) everybody's. */
function banded({ rows }: Knowledge): readonly NamedSet[] {
  return rows
    .filter(({ row }) => row.figures.label === 'band')
    .map(({ row, cells }) => ({ kind: 'band', cells, how: row.groupId }));
}

function isSmall({ figures, headcount }: SurfaceRow, k: number): boolean {
  return figures.n == null && (figures.label === 'notHeardYet' || headcount < 2 * k);
}

/** Every union, or, where these are too many, those of up to three and the whole. */
function unionsOf(sets: readonly NamedSet[]): readonly NamedSet[] {
  const most = 2 ** sets.length <= unionsAtMost ? sets.length : 3;
  let unions: { readonly next: number; readonly set: NamedSet }[] = [{ next: 0, set: nobody }];
  const found: NamedSet[] = [];
  for (let size = 1; size <= most; size += 1) {
    unions = unions.flatMap(({ next, set }) =>
      sets.slice(next).map((other, offset) => ({ next: next + offset + 1, set: together(set, other) })),
    );
    found.push(...unions.map(({ set }) => set));
    if (found.length > unionsAtMost) break;
  }
  return [...found, sets.reduce(together, nobody)];
}

/** The small atoms of each margin, of two margins together, and of each but one atom. */
function insideMargins(small: readonly NamedSet[], margins: readonly Placed[]): readonly NamedSet[] {
  const inside = (wider: readonly number[]) =>
    small.filter(({ cells }) => cells.every((cell) => wider.includes(cell)));
  return margins.flatMap((margin, index) => {
    const here = inside(margin.cells);
    const but = here.map((left) => here.filter((set) => set !== left));
    const pairs = margins.slice(index + 1).map((other) => inside([...margin.cells, ...other.cells]));
    return [here, ...but, ...pairs].map((sets) => sets.reduce(together, nobody));
  });
}

const nobody: NamedSet = { kind: 'suppressed', cells: [], how: '' };

const together = (one: NamedSet, other: NamedSet): NamedSet => ({
  kind: 'suppressed',
  cells: [...one.cells, ...other.cells],
  how: one.how ? `${one.how} + ${other.how}` : other.how,
});

const ofSide = { kind: 'difference', isSide: true } as const;

/** People without Teams, and the others, of everybody and of each group; and each side but for one group. */
function assistedParts({ rows, cells }: Knowledge): readonly NamedSet[] {
  if (!cells.some(({ isAssisted }) => isAssisted)) return [];
  return [true, false].flatMap((isAssisted) => {
    const side = cells.flatMap((cell, index) => (cell.isAssisted === isAssisted ? [index] : []));
    return rows.flatMap(({ row, cells: own }) => {
      const isIn = maskOf(own, cells.length);
      const how = `${isAssisted ? 'assisted' : 'not assisted'} ${row.groupId}`;
      return [
        { ...ofSide, cells: side.filter((cell) => isIn[cell]), how: `${how}: within` },
        { ...ofSide, cells: side.filter((cell) => !isIn[cell]), how: `${how}: without` },
      ];
    });
  });
}

/** Differences of two released groups, and of unions of released groups and all that lies within them. */
function differences({ rows, cells }: Knowledge, k: number): readonly NamedSet[] {
  const released = rows.flatMap(({ row, cells: own }) => {
    const n = row.figures.n;
    return n == null
      ? []
      : [{ kind: row.kind, n, how: row.groupId, cells: own, isIn: maskOf(own, cells.length) }];
  });
  // Where every released group is a union of atoms, a difference is a union of atoms.
  if (!released.some(({ kind }) => isAttribute(kind))) return [];
  const sizeOf = (indices: readonly number[]) =>
    indices.reduce((sum, index) => sum + (cells[index]?.people.length ?? 0), 0);
  const pairs = released.flatMap((wider) =>
    released.flatMap((other): readonly NamedSet[] => {
      const common = sizeOf(wider.cells.filter((cell) => other.isIn[cell]));
      if (other === wider || common === 0 || wider.n - common >= k) return [];
      const left = wider.cells.filter((cell) => !other.isIn[cell]);
      return [{ kind: 'difference' as const, cells: left, how: `${wider.how} − ${other.how}` }];
    }),
  );
  return [...pairs, ...remainders(released, cells.length, k)];
}

interface ReleasedGroup extends Omit<NamedSet, 'kind'> {
  readonly kind: string;
  readonly n: number;
  readonly isIn: Uint8Array;
}

/** What is left of up to three groups of a kind, and of all of them, without the groups of another kind within them. */
function remainders(released: readonly ReleasedGroup[], count: number, k: number): readonly NamedSet[] {
  const kinds = [...new Set(released.map(({ kind }) => kind))].filter((kind) => kind !== 'total');
  const found: NamedSet[] = [];
  for (const kind of ['total', ...kinds]) {
    for (const union of unionsOfReleased(released.filter((group) => group.kind === kind))) {
      const isIn = maskOf(
        union.flatMap(({ cells }) => cells),
        count,
      );
      const n = union.reduce((sum, group) => sum + group.n, 0);
      for (const other of kinds) {
        if (other === kind) continue;
        const within = released.filter(
          (group) => group.kind === other && group.cells.every((cell) => isIn[cell]),
        );
        const left = n - within.reduce((sum, group) => sum + group.n, 0);
        if (within.length === 0 || left >= k || left < 1) continue;
        const away = maskOf(
          within.flatMap(({ cells }) => cells),
          count,
        );
        const cells = [...isIn.keys()].filter((cell) => isIn[cell] && !away[cell]);
        found.push({
          kind: 'difference',
          cells,
          how: `${union.map(({ how }) => how).join(' + ')} − ${other} within`,
        });
      }
    }
  }
  return found;
}

function unionsOfReleased(groups: readonly ReleasedGroup[]): readonly (readonly ReleasedGroup[])[] {
  const most = groups.length > 12 ? 2 : 3;
  const unions = groups.flatMap((one, first) => [
    [one],
    ...groups
      .slice(first + 1)
      .flatMap((two, second) => [
        [one, two],
        ...(most < 3 ? [] : groups.slice(first + second + 2).map((three) => [one, two, three])),
      ]),
  ]);
  return groups.length > most ? [...unions, groups] : unions;
}

function maskOf(cells: readonly number[], count: number): Uint8Array {
  const mask = new Uint8Array(count);
  for (const cell of cells) mask[cell] = 1;
  return mask;
}

const isAttribute = (kind: string): boolean => attributes.some((attribute) => attribute === kind);
