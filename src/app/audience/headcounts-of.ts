/** Counts people by cell, as the reporting frame needs them. */

import type { Cell } from '../../domain/pulse/wave';

export interface CellHeadcount extends Cell {
  readonly headcount: number;
}

export function headcountsOf(
  people: readonly { readonly cellKey: string; readonly cell: Cell }[],
): readonly CellHeadcount[] {
  const counts = new Map<string, { cell: Cell; headcount: number }>();
  for (const { cellKey, cell } of people) {
    const counted = counts.get(cellKey);
    if (counted) counted.headcount += 1;
    else counts.set(cellKey, { cell, headcount: 1 });
  }
  return [...counts.values()].map(({ cell, headcount }) => ({ ...cell, headcount }));
}
