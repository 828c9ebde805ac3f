/** What waits for one person in one programme, from every source there is. */

import { byDeadline } from '../../domain/desk/what-is-said';
import type { PersonId } from '../../domain/ids';
import { type Programme, roles } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { waitingEscalations } from './waiting-escalations';
import { waitingGates } from './waiting-gates';
import { waitingIssues } from './waiting-issues';
import type { Waiter, WaitingItem } from './waiting-item';
import { waitingReviews } from './waiting-reviews';

/** Oldest deadline first. Empty for somebody without a role: nothing waits for them as a role holder. */
export async function waitingItemsOf(
  context: Pick<AppContext, 'store' | 'keys' | 'clock'>,
  programme: Programme,
  personId: PersonId,
): Promise<readonly WaitingItem[]> {
  const held = holdersOf(context.keys, programme, roles).filter((holder) => holder.personId === personId);
  const waiter: Waiter = { programme, personId, roles: held.map(({ role }) => role) };
  const found = await Promise.all(
    [waitingEscalations, waitingGates, waitingIssues, waitingReviews].map((source) =>
      source(context, waiter),
    ),
  );
  return found.flat().sort(byDeadline);
}
