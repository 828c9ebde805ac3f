/** The sets of people whose counts nobody may be able to tell. */

import type { TableCell } from './suppression-table';

/** More silent atoms than this in one piece of the table are not tried in every combination. */
const mostTogether = 12;

/** Every set of the given cells with 1 ≤ n < k; absent where they are too many to try. */
export function smallSetsOf(
  cells: readonly TableCell[],
  silent: readonly number[],
  minimumGroupSize: number,
): readonly (readonly number[])[] | undefined {
  if (silent.length > mostTogether) return undefined;
  const nOf = (index: number) => cells[index]?.answers.n ?? 0;
  let sets: readonly (readonly number[])[] = [[]];
  for (const index of silent) {
    const wider = sets.map((set) => [...set, index]);
    sets = [...sets, ...wider.filter((set) => totalOf(set, nOf) < minimumGroupSize)];
  }
  return sets.filter((set) => totalOf(set, nOf) >= 1);
}

const totalOf = (set: readonly number[], nOf: (index: number) => number) =>
  set.reduce((total, index) => total + nOf(index), 0);
