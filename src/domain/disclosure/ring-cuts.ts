/** The constraints that make every figure hidden by need lie on a ring of hidden figures. */

import { type HiddenCells, reachOf } from './hidden-cells';
import type { LinearConstraint } from './integer-programme';
import type { TableCell } from './suppression-table';

export interface RingTable {
  readonly cells: readonly TableCell[];
  readonly bySum: ReadonlyMap<string, readonly number[]>;
  readonly hidden: HiddenCells;
}

/** What the ring of a figure may be made of. */
export interface RingWay {
  /** It hides a share, so bands will do; else n as well. */
  readonly isValue: boolean;
  readonly isStrongOnly: boolean;
}

/** Variables are the cells withheld, then the cells banded. */
export function variableCosts(cells: readonly TableCell[]): readonly number[] {
  return [...cells.map(({ costs }) => costs.withheld), ...cells.map(({ costs }) => costs.banded)];
}

export function hasRing(index: number, table: RingTable, strongOnly: ReadonlySet<number>): boolean {
  const cell = table.cells[index];
  if (!cell) return true;
  const [first, last] = cell.ends;
  const way = { isValue: cell.need === 'band', isStrongOnly: strongOnly.has(index) };
  return reachOf(first.sum, table.cells, table.bySum, mayPassFor(index, table, way)).has(last.sum);
}

/** Constraints that what is hidden breaks: for each missing ring one as seen from each of its ends, each of them once. */
export function brokenCuts(
  asked: readonly number[],
  table: RingTable,
  strongOnly: ReadonlySet<number>,
): readonly LinearConstraint[] {
  const cuts = new Map<string, LinearConstraint>();
  for (const index of asked) {
    const cell = table.cells[index];
    if (!cell || hasRing(index, table, strongOnly)) continue;
    const way = { isValue: cell.need === 'band', isStrongOnly: strongOnly.has(index) };
    const isHidden = mayPassFor(index, table, way);
    for (const { sum } of cell.ends) {
      const reached = reachOf(sum, table.cells, table.bySum, isHidden);
      const across = variablesAcross(index, table, reached, way);
      cuts.set(across.join(), { coefficients: across.map(onceOf), atLeast: 1 });
    }
  }
  return [...cuts.values()];
}

type Coefficient = LinearConstraint['coefficients'][number];
const known: Coefficient[] = [];

/** The same object for the same variable: a wide table has hundreds of thousands of them in its cuts. */
function onceOf(variable: number): Coefficient {
  known[variable] ??= [variable, 1];
  return known[variable];
}

/** Whether a ring of the cell can pass through another as it is. */
export function mayPassFor(
  index: number,
  { cells, hidden }: RingTable,
  { isValue, isStrongOnly }: RingWay,
): (other: number) => boolean {
  return (other) =>
    other !== index &&
    (hidden.withheld.has(other) || (isValue && hidden.banded.has(other))) &&
    (!isStrongOnly || isStrongFor(cells[other], isValue));
}

/** What may be chosen to lead out of a set of sums. */
function variablesAcross(
  index: number,
  { cells, bySum }: RingTable,
  side: ReadonlySet<string>,
  way: RingWay,
): readonly number[] {
  const across = new Set<number>();
  for (const sum of side) {
    for (const at of bySum.get(sum) ?? []) {
      if (at !== index && cells[at]?.ends.some((end) => !side.has(end.sum))) across.add(at);
    }
  }
  return [...across].sort((a, b) => a - b).flatMap((at) => variablesOf(at, cells, way));
}

/** What may be chosen so that a ring can pass through the cell. */
export function variablesOf(
  at: number,
  cells: readonly TableCell[],
  { isValue, isStrongOnly }: RingWay,
): readonly number[] {
  const cell = cells[at];
  if (!cell || cell.need === 'withheld') return [];
  return [
    ...(cell.mayBeWithheld && (!isStrongOnly || cell.isStrong) ? [at] : []),
    ...(isValue && cell.mayBeBanded ? [cells.length + at] : []),
  ];
}

function isStrongFor(cell: TableCell | undefined, isValue: boolean): boolean {
  return cell?.isStrong === true || (isValue && cell?.mayBeBanded === true);
}
