/** A role holder goes away, or is back. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { addDays } from '../../domain/calendar/local-time';
import { openingOf } from '../../domain/calendar/working-days';
import { type DeskTask, emptyDesk } from '../../domain/desk/desk';
import type { PersonId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import type { Intent } from '../../domain/intent/intent';
import { planIntents } from '../../domain/intent/plan-intents';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import type { WaitingItem } from '../desk/waiting-item';
import { waitingItemsOf } from '../desk/waiting-items';
import { addressPk, deskDocumentId } from '../documents';
import { handOverWaiting } from '../escalation/hand-over-waiting';
import { settleEscalations } from '../escalation/settle-escalations';
import { changeRecord, ensureRecord, upsertRecord } from '../records';
import { isAwayIn, organisationOf } from './who-is-there';

/** What is handed over; the rest waits until they are back. */
const decisions: readonly DeskTask[] = ['decide', 'gate', 'decideReview', 'confirmReview'];

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
    if (!organisationId) continue;
    await upsertRecord(context.store, 'absence', { personId, organisationId, until });
    await planReturn(context, programme, { personId, until });
  }
  const handedOver: HandedOver[] = [];
  for (const programme of programmes) {
    for (const item of await waitingItemsOf(context, programme, personId)) {
      if (!decisions.includes(item.task)) continue;
      handedOver.push({ item, names: await handOverWaiting(context, programme, item, personId) });
    }
  }
  context.poke();
  return handedOver;
}

/** On the morning after the last day what their role is asked waits for them again, whether or not they say `back`. */
async function planReturn(
  { store }: AppContext,
  programme: Programme,
  { personId, until }: { readonly personId: PersonId; readonly until: Day },
): Promise<void> {
  const dueAt = openingOf(addDays(until, 1), calendarOf(programme));
  const intent: Intent = { id: 'absence-over', kind: 'absence-over', lane: 'urgent', dueAt };
  await ensureRecord(store, 'desk', emptyDesk(programme.id, personId));
  await changeRecord(store, 'desk', programme.id, deskDocumentId(personId), (desk) => ({
    outcome: 'planned',
    next: planIntents(desk, [intent], [intent.id]),
  }));
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
