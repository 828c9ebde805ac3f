/** The open hazards that wait for a safety officer, or for whoever was alerted in their place. */

import type { Instant } from '../../domain/instant';
import { safetyRoles } from '../../domain/issue/alert-hazard';
import { hazardNumberOf, isUnsettledHazard } from '../../domain/issue/hazard';
import type { AppContext } from '../context';
import { listOpenHazards } from '../hazard/open-hazards';
import type { Waiter, WaitingItem } from './waiting-item';

/** For who asks what waits. A desk sends none of them: they are alerted at once, by the wall clock. Due since they were
 * raised, and so before everything else of that day. */
export async function waitingHazards(
  context: Pick<AppContext, 'store'>,
  { programme, roles }: Waiter,
): Promise<readonly WaitingItem[]> {
  if (roles.length === 0) return [];
  const isOfficer = roles.some((role) => safetyRoles.includes(role));
  const open = await listOpenHazards(context, programme.id);
  return open
    .filter(
      (issue) =>
        isOfficer ||
        (isUnsettledHazard(issue) && roles.some((role) => issue.hazard?.alerts?.roles.includes(role))),
    )
    .map((issue) => ({
      kind: 'hazard',
      id: issue.issueId,
      asking: hazardNumberOf(issue),
      deadline: `${issue.raisedOn}T00:00:00.000Z` as Instant,
      programmeId: programme.id,
      task: 'hazard',
      about: issue.text,
    }));
}
