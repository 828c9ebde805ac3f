/** What was counted, as the rule on who can be heard needs it. */

import { oneWayKinds } from '../../domain/disclosure/release';
import { reportingGroups } from '../../domain/disclosure/reporting-groups';
import type { HeadcountInput } from '../../domain/gate/can-be-heard';
import type { Frame } from '../../domain/pulse/wave';
import type { HeadcountTally } from './headcount-tally';

/** @param frame made of the people counted. */
export function headcountInput(
  counted: HeadcountTally,
  frame: Frame,
  minimumGroupSize: number,
): HeadcountInput {
  const oneWay = Object.fromEntries(
    oneWayKinds.flatMap((kind) =>
      [...counted.of(kind)].map(([value, people]) => [`${kind}:${value}`, people]),
    ),
  );
  return { frame, groups: reportingGroups(frame), oneWay, cells: counted.cells, minimumGroupSize };
}
