/** Builds the reporting frame: site group × staff family, merged until every atom is big enough to speak of. */

import type { Named } from '../programme/programme';
import type { Atom, Cell, Frame } from '../pulse/wave';
import { atomIdOf, inDeclaredOrder, joinNames, namesOf } from './name-group';
import { orderText } from './order-text';

export interface FrameInput {
  /** People by cell, in any order: the invited plus those who chose not to be asked. */
  readonly cells: readonly (Cell & { readonly headcount: number })[];
  readonly siteGroups: readonly Named[];
  readonly staffFamilies: readonly Named[];
  /** k: an atom has at least 2k people. */
  readonly minimumGroupSize: number;
  /** The frame that is frozen for the stage: what it merged stays merged, so that waves can be compared. */
  readonly within?: Frame;
}

/** Cells that will be spoken of together. */
interface Pile {
  readonly cells: readonly Cell[];
  readonly headcount: number;
}

/** Guarantees: every cell is in exactly one atom; every atom has N ≥ 2k, unless everyone together has fewer, which
 * gives one atom that is never shown; the same people give the same frame whatever their order.
 *
 * Site groups with fewer than 2k people join the smallest other one, family by family; then, within each, the smallest
 * family joins the next smallest until all are big enough, so that every site group of 2k people keeps a voice. */
export function buildFrame({
  cells,
  siteGroups,
  staffFamilies,
  minimumGroupSize,
  within,
}: FrameInput): Frame {
  const enough = 2 * minimumGroupSize;
  const placeOf = frozenPlaces(within);
  const familyOf = frozenFamilies(within);
  const places = mergeUntil(
    enough,
    pilesBy(cells, (cell) => placeOf.get(cell.siteGroup) ?? cell.siteGroup),
  );
  const atoms = places.flatMap((place) => {
    const here = new Set(place.cells.map(keyOf));
    const families = pilesBy(
      cells.filter((cell) => here.has(keyOf(cell))),
      (cell) => familyOf.get(keyOf(cell)) ?? cell.staffFamily,
    );
    return mergeUntil(enough, families).map((pile) =>
      atomOfPile(pile, {
        siteGroups,
        staffFamilies,
        familiesHere: new Set(place.cells.map((cell) => cell.staffFamily)).size,
      }),
    );
  });
  const sorted = atoms.sort(
    (a, b) =>
      firstRank(siteGroups, a, 'siteGroup') - firstRank(siteGroups, b, 'siteGroup') ||
      firstRank(staffFamilies, a, 'staffFamily') - firstRank(staffFamilies, b, 'staffFamily') ||
      orderText(a.id, b.id),
  );
  return { atoms: sorted, siteGroups, staffFamilies };
}

/** For each site group of the frozen frame, the first of those it shares atoms with. */
function frozenPlaces(within: Frame | undefined): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { cells } of within?.atoms ?? []) {
    const names = [...new Set(cells.map((cell) => cell.siteGroup))].map((name) => places.get(name) ?? name);
    const [first = ''] = names.sort(orderText);
    for (const { siteGroup } of cells) places.set(siteGroup, first);
  }
  return places;
}

/** For each cell of the frozen frame, the atom it belongs to there. */
function frozenFamilies(within: Frame | undefined): ReadonlyMap<string, string> {
  const atoms = within?.atoms ?? [];
  return new Map(atoms.flatMap(({ id, cells }) => cells.map((cell) => [keyOf(cell), id] as const)));
}

function pilesBy(cells: FrameInput['cells'], labelOf: (cell: Cell) => string): readonly Pile[] {
  const piles = new Map<string, { cells: Map<string, Cell>; headcount: number }>();
  for (const { siteGroup, staffFamily, headcount } of cells) {
    const cell = { siteGroup, staffFamily };
    const pile = piles.get(labelOf(cell)) ?? { cells: new Map<string, Cell>(), headcount: 0 };
    piles.set(labelOf(cell), pile);
    pile.cells.set(keyOf(cell), cell);
    pile.headcount += headcount;
  }
  return [...piles.values()].map((pile) => ({ ...pile, cells: inOrder([...pile.cells.values()]) }));
}

function mergeUntil(enough: number, piles: readonly Pile[]): readonly Pile[] {
  let [smallest, next, ...rest] = [...piles].sort(bySize);
  while (smallest && next && smallest.headcount < enough) {
    const merged = {
      cells: inOrder([...smallest.cells, ...next.cells]),
      headcount: smallest.headcount + next.headcount,
    };
    [smallest, next, ...rest] = [merged, ...rest].sort(bySize);
  }
  return [smallest, next, ...rest].filter((pile) => pile !== undefined);
}

function atomOfPile(
  { cells, headcount }: Pile,
  {
    siteGroups,
    staffFamilies,
    familiesHere,
  }: Pick<FrameInput, 'siteGroups' | 'staffFamilies'> & { readonly familiesHere: number },
): Atom {
  const places = inDeclaredOrder(
    cells.map((cell) => cell.siteGroup),
    siteGroups,
  );
  const families = inDeclaredOrder(
    cells.map((cell) => cell.staffFamily),
    staffFamilies,
  );
  const isEveryFamily = families.length > 1 && families.length === familiesHere;
  const staff = isEveryFamily ? 'all staff' : joinNames(namesOf(families, staffFamilies));
  return {
    id: atomIdOf(cells),
    name: `${joinNames(namesOf(places, siteGroups))} · ${staff}`,
    cells,
    headcount,
  };
}

const keyOf = (cell: Cell): string => `${cell.siteGroup}\n${cell.staffFamily}`;

const inOrder = (cells: readonly Cell[]): readonly Cell[] =>
  [...cells].sort((a, b) => orderText(keyOf(a), keyOf(b)));

function bySize(a: Pile, b: Pile): number {
  return a.headcount - b.headcount || orderText(firstKey(a), firstKey(b));
}

const firstKey = ({ cells: [first] }: Pile): string => (first ? keyOf(first) : '');

/** Where the atom stands in the declared order; undeclared ids come last. */
function firstRank(declared: readonly Named[], { cells }: Atom, part: keyof Cell): number {
  const index = declared.findIndex(({ id }) => cells.some((cell) => cell[part] === id));
  return index < 0 ? declared.length : index;
}
