/** Counts people as the rule on who can be heard needs them. */

import { oneWayKinds } from '../../domain/disclosure/release';
import { reportingGroups } from '../../domain/disclosure/reporting-groups';
import type { HeadcountInput } from '../../domain/gate/can-be-heard';
import type { Frame } from '../../domain/pulse/wave';
import { type CellHeadcount, headcountsOf } from './headcounts-of';
import type { CandidateInCell } from './read-candidates';

export function headcountInput(
  people: readonly CandidateInCell[],
  frameOf: (cells: readonly CellHeadcount[]) => Frame,
  minimumGroupSize: number,
): HeadcountInput {
  const cells = headcountsOf(people);
  const frame = frameOf(cells);
  const oneWay: Record<string, number> = {};
  for (const { person } of people) {
    for (const kind of oneWayKinds) {
      const value = person[kind];
      if (value) oneWay[`${kind}:${value}`] = (oneWay[`${kind}:${value}`] ?? 0) + 1;
    }
  }
  return { frame, groups: reportingGroups(frame), oneWay, cells, minimumGroupSize };
}
