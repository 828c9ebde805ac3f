/** The hazards of a programme that are open, and how many of them and of the lead's blockers a go-live waits for. */

import type { OpenBlockers } from '../../domain/gate/verdict';
import type { ProgrammeId } from '../../domain/ids';
import { isOpenBlocker } from '../../domain/issue/blocker';
import { isOpenHazard } from '../../domain/issue/hazard';
import type { Issue } from '../../domain/issue/issue';
import type { AppContext } from '../context';
import { listRecords } from '../records';

/** The oldest first; of one day, those that nobody has acknowledged first. */
export async function listOpenHazards(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<readonly Issue[]> {
  const open: Issue[] = [];
  for await (const { document } of listRecords(store, 'issue', programmeId)) {
    if (isOpenHazard(document)) open.push(document);
  }
  const rank = ({ raisedOn, hazard, issueId }: Issue) =>
    `${raisedOn} ${hazard?.acknowledged ? 1 : 0} ${issueId}`;
  return open.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** As they are now. An issue that is both counts as a hazard. */
export async function countOpenBlockers(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<OpenBlockers> {
  let hazards = 0;
  let blockers = 0;
  for await (const { document } of listRecords(store, 'issue', programmeId)) {
    if (isOpenHazard(document)) hazards += 1;
    else if (isOpenBlocker(document)) blockers += 1;
  }
  return { hazards, blockers };
}
