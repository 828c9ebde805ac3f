/** Which cells of a table are hidden, and the paths between sums that lead through them alone. */

import type { TableCell } from './suppression-table';

/** By the cell's place in the table. `banded` cells show n and a band; of `withheld` ones nothing is shown. */
export interface HiddenCells {
  readonly withheld: ReadonlySet<number>;
  readonly banded: ReadonlySet<number>;
}

/** What their own answers demand, before anything is hidden for another's sake. */
export function hiddenByNeed(cells: readonly TableCell[]): HiddenCells {
  const withNeed = (need: TableCell['need']) =>
    new Set(cells.flatMap((cell, index) => (cell.need === need ? [index] : [])));
  return { withheld: withNeed('withheld'), banded: withNeed('band') };
}

/** The cells at each sum. */
export function cellsBySum(cells: readonly TableCell[]): ReadonlyMap<string, readonly number[]> {
  const bySum = new Map<string, number[]>();
  cells.forEach(({ ends }, index) => {
    for (const { sum } of ends) bySum.set(sum, [...(bySum.get(sum) ?? []), index]);
  });
  return bySum;
}

/** The sums that can be reached from `start` through cells that `mayPass`. */
export function reachOf(
  start: string,
  cells: readonly TableCell[],
  bySum: ReadonlyMap<string, readonly number[]>,
  mayPass: (index: number) => boolean,
): ReadonlySet<string> {
  const reached = new Set([start]);
  const waiting = [start];
  for (let sum = waiting.pop(); sum !== undefined; sum = waiting.pop()) {
    for (const index of bySum.get(sum) ?? []) {
      if (!mayPass(index)) continue;
      for (const end of cells[index]?.ends ?? []) {
        if (reached.has(end.sum)) continue;
        reached.add(end.sum);
        waiting.push(end.sum);
      }
    }
  }
  return reached;
}
