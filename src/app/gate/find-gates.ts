/** The gates of a programme, the next to be decided first. */

import type { Gate } from '../../domain/gate/gate';
import { termsInForce } from '../../domain/gate/gate-terms';
import { isOver } from '../../domain/gate/settle-gate';
import type { ProgrammeId } from '../../domain/ids';
import type { AppContext } from '../context';
import { listRecords } from '../records';

/** Without those that were taken out of the file before they froze; decided ones come last. */
export async function findGates(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<readonly Gate[]> {
  const gates: Gate[] = [];
  for await (const { document } of listRecords(store, 'gate', programmeId)) {
    if (document.status !== 'withdrawn') gates.push(document);
  }
  return gates.sort(
    (a, b) =>
      Number(isOver(a)) - Number(isOver(b)) ||
      (termsInForce(a).decidesOn < termsInForce(b).decidesOn ? -1 : 1),
  );
}
