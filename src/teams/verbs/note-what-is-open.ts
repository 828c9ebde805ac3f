/** Remembers which item a card has open, so that renewing the card takes away nothing that is being typed; and the look. */

import type { AppContext } from '../../app/context';
import { noteOpened } from '../../app/desk/open-desk-item';
import { acknowledgeEscalation } from '../../app/escalation/acknowledge-escalation.use-case';
import { ConflictError, ThrottledError, UnavailableError } from '../../app/ports/errors';
import type { DeskItemRef } from '../../domain/desk/desk';
import { asId, type EscalationId, type ProgrammeId } from '../../domain/ids';
import type { Actor, EdgeContext } from '../verb';
import { everything } from './desk-reply';

/** Nobody waits for a store that is away: the item opens all the same. */
export async function noteWhatIsOpen(
  { app }: EdgeContext,
  { personId }: Actor,
  { programmeId, from }: { readonly programmeId: ProgrammeId; readonly from: string },
  opened: DeskItemRef | undefined,
): Promise<void> {
  if (from === everything) return;
  await unlessAway(app, () => noteOpened(app, programmeId, personId, asId(from), opened));
}

/** Opening a question is looking at it: the clock for looking stops. */
export async function noteLook(
  { app }: EdgeContext,
  { personId }: Actor,
  programmeId: ProgrammeId,
  escalationId: EscalationId,
): Promise<void> {
  await unlessAway(app, () => acknowledgeEscalation(app, { programmeId, escalationId, personId }));
}

async function unlessAway(app: AppContext, note: () => Promise<unknown>): Promise<void> {
  try {
    await note();
  } catch (error) {
    if (!isOfStore(error)) throw error;
    app.log.warn('desk.notNoted');
  }
}

function isOfStore(error: unknown): boolean {
  return [ConflictError, ThrottledError, UnavailableError].some((kind) => error instanceof kind);
}
