/** Gives every figure that has no ring yet the cheapest one there is, one figure after another. */

import type { HiddenCells } from './hidden-cells';
import { hasRing, mayPassFor, type RingTable, variableCosts, variablesOf } from './ring-cuts';
import type { TableCell } from './suppression-table';

/** Hidden cells in which all of `asked` have their rings; undefined where one can have none. Each ring uses what is hidden
 * already for nothing; then what turned out to be needless is shown again, the dearest first. */
export function completeRings(
  asked: readonly number[],
  table: RingTable,
  strongOnly: ReadonlySet<number>,
): HiddenCells | undefined {
  const costs = variableCosts(table.cells);
  const added: number[] = [];
  let hidden = table.hidden;
  for (const index of asked) {
    const way = cheapestWay(index, { ...table, hidden }, strongOnly.has(index), costs);
    if (!way) return undefined;
    added.push(...way);
    hidden = withVariables(hidden, way, table.cells.length);
  }
  if (asked.length * added.length > mostChecks) return hidden;
  for (const variable of [...added].sort((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0))) {
    const without = withoutVariable(hidden, variable, table.cells.length);
    const isNeedless = asked.every((index) => hasRing(index, { ...table, hidden: without }, strongOnly));
    if (isNeedless) hidden = without;
  }
  return hidden;
}

const mostChecks = 10_000;

/** The variables to choose for a ring of the cell, by Dijkstra's way from one of its ends to the other. */
function cheapestWay(
  index: number,
  table: RingTable,
  isStrongOnly: boolean,
  costs: readonly number[],
): readonly number[] | undefined {
  const { cells, bySum } = table;
  const cell = cells[index];
  if (!cell) return undefined;
  const way = { isValue: cell.need === 'band', isStrongOnly };
  const isHidden = mayPassFor(index, table, way);
  const [first, last] = cell.ends;
  const known = new Map<string, { readonly cost: number; readonly chosen: readonly number[] }>();
  known.set(first.sum, { cost: 0, chosen: [] });
  const done = new Set<string>();
  for (;;) {
    const next = nearest(known, done);
    if (!next) return undefined;
    const [sum, reached] = next;
    if (sum === last.sum) return reached.chosen;
    done.add(sum);
    for (const other of bySum.get(sum) ?? []) {
      if (other === index) continue;
      const step = isHidden(other) ? { cost: 0 } : cheapest(other, cells, way, costs);
      if (!step) continue;
      const cost = reached.cost + step.cost;
      const chosen = 'variable' in step ? [...reached.chosen, step.variable] : reached.chosen;
      for (const end of cells[other]?.ends ?? []) {
        if (cost < (known.get(end.sum)?.cost ?? Number.POSITIVE_INFINITY))
          known.set(end.sum, { cost, chosen });
      }
    }
  }
}

function nearest<T extends { readonly cost: number }>(
  known: ReadonlyMap<string, T>,
  done: ReadonlySet<string>,
) {
  let best: readonly [string, T] | undefined;
  for (const entry of known) {
    if (!done.has(entry[0]) && (!best || entry[1].cost < best[1].cost)) best = entry;
  }
  return best;
}

function cheapest(
  at: number,
  cells: readonly TableCell[],
  way: Parameters<typeof variablesOf>[2],
  costs: readonly number[],
): { readonly cost: number; readonly variable: number } | undefined {
  return variablesOf(at, cells, way)
    .map((variable) => ({ variable, cost: costs[variable] ?? 0 }))
    .sort((a, b) => a.cost - b.cost)[0];
}

export function withVariables(hidden: HiddenCells, chosen: Iterable<number>, count: number): HiddenCells {
  const withheld = new Set(hidden.withheld);
  const banded = new Set(hidden.banded);
  for (const variable of chosen) {
    if (variable < count) withheld.add(variable);
    else banded.add(variable - count);
  }
  for (const index of withheld) banded.delete(index);
  return { withheld, banded };
}

function withoutVariable({ withheld, banded }: HiddenCells, variable: number, count: number): HiddenCells {
  const drop = (set: ReadonlySet<number>, index: number) => new Set([...set].filter((one) => one !== index));
  return variable < count
    ? { withheld: drop(withheld, variable), banded }
    : { withheld, banded: drop(banded, variable - count) };
}
