/** The issues of a programme, those that nobody has dealt with first. */

import type { ProgrammeId } from '../../domain/ids';
import type { Issue } from '../../domain/issue/issue';
import { byUrgency } from '../../domain/issue/order-issues';
import type { AppContext } from '../context';
import { listRecords } from '../records';

/** Every issue, whatever became of it, in the order in which a lead should look at them. */
export async function listIssues(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for await (const { document } of listRecords(store, 'issue', programmeId)) issues.push(document);
  return issues.sort(byUrgency);
}
