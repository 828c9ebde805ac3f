/** Brings one person's desk up to date: what waits for them now decides what they are sent. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { emptyDesk, withReview } from '../../domain/desk/desk';
import { settleDesk as decide } from '../../domain/desk/settle-desk';
import type { EscalationId, PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { deskDocumentId } from '../documents';
import { ConflictError } from '../ports/errors';
import { changeRecord, ensureRecord, readRecord, replaceRecord } from '../records';
import { waitingItemsOf } from './waiting-items';

const attempts = 8;

/** Doing it again at once changes nothing. What waits is listed after the desk was read, so that a desk which knows of an
 * item is never settled by a list from before it. @throws ConflictError when others kept changing it: to be done again. */
export async function settleDesk(
  context: Pick<AppContext, 'store' | 'keys' | 'clock'>,
  programme: Programme,
  personId: PersonId,
): Promise<void> {
  const { store, clock } = context;
  await ensureRecord(store, 'desk', emptyDesk(programme.id, personId));
  const calendar = calendarOf(programme);
  for (let attempt = 1; ; attempt += 1) {
    const stored = await readRecord(store, 'desk', programme.id, deskDocumentId(personId));
    if (!stored) throw new Error('a desk that was just made is not there');
    const waiting = await waitingItemsOf(context, programme, personId);
    const next = decide(stored.document, { waiting, calendar, now: clock.now() });
    try {
      await replaceRecord(store, 'desk', next, stored.version);
      return;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === attempts) throw error;
    }
  }
}

/** A decision has come back to be looked at again: it waits from now on. */
export async function noteReview(
  { store }: Pick<AppContext, 'store'>,
  { id: programmeId }: Programme,
  personId: PersonId,
  escalationId: EscalationId,
): Promise<void> {
  await ensureRecord(store, 'desk', emptyDesk(programmeId, personId));
  await changeRecord(store, 'desk', programmeId, deskDocumentId(personId), (desk) => ({
    outcome: 'noted',
    next: withReview(desk, escalationId),
  }));
}
