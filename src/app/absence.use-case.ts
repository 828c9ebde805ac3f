/** A role holder goes away, or is back. */

import type { PersonId } from '../domain/ids';
import type { Day } from '../domain/instant';
import type { Programme } from '../domain/programme/programme';
import type { AppContext } from './context';
import type { WaitingItem } from './desk/waiting-item';
import { waitingItemsOf } from './desk/waiting-items';
import { addressPk } from './documents';
import { handOverWaiting, isAwayIn, organisationOf } from './hand-over-waiting';
import { upsertRecord } from './records';
import { settleEscalations } from './settle-escalations';

/** What became of one thing that waits for somebody who goes away. */
export interface HandedOver {
  readonly item: WaitingItem;
  /** Who else can decide it now; nobody where it waits for them alone. */
  readonly names: readonly string[];
}

/** Notes the last day away and hands over what waits for a decision. Doing it again with another day changes the day.
 * @param programmes those in which the person holds a role.
 * @throws UnavailableError, possibly after some of it was done: to be done again. */
export async function goAway(
  context: AppContext,
  programmes: readonly Programme[],
  { personId, until }: { readonly personId: PersonId; readonly until: Day },
): Promise<readonly HandedOver[]> {
  for (const programme of programmes) {
    const organisationId = await organisationOf(context, programme, personId);
    if (organisationId) await upsertRecord(context.store, 'absence', { personId, organisationId, until });
  }
  const handedOver: HandedOver[] = [];
  for (const programme of programmes) {
    for (const item of await waitingItemsOf(context, programme, personId)) {
      if (item.task !== 'decide' && item.task !== 'gate') continue;
      handedOver.push({ item, names: await handOverWaiting(context, programme, item, personId) });
    }
  }
  context.poke();
  return handedOver;
}

/** `notAway` where nothing was noted, or its last day has passed. What their role is asked waits for them again. */
export async function comeBack(
  context: AppContext,
  programmes: readonly Programme[],
  personId: PersonId,
): Promise<'back' | 'notAway'> {
  const away = await Promise.all(programmes.map((programme) => isAwayIn(context, programme, personId)));
  for (const programme of programmes) {
    const organisationId = await organisationOf(context, programme, personId);
    if (organisationId) {
      await context.store.delete('addresses', addressPk(organisationId, personId), 'absence');
    }
  }
  if (!away.includes(true)) return 'notAway';
  for (const programme of programmes) await settleEscalations(context, programme);
  context.poke();
  return 'back';
}
