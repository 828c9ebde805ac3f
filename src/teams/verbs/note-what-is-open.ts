/** Remembers which item a card has open, so that renewing the card takes away nothing that is being typed. */

import { noteOpened } from '../../app/desk/open-desk-item';
import { ConflictError, ThrottledError, UnavailableError } from '../../app/ports/errors';
import type { DeskItemRef } from '../../domain/desk/desk';
import { asId, type ProgrammeId } from '../../domain/ids';
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
  try {
    await noteOpened(app, programmeId, personId, asId(from), opened);
  } catch (error) {
    if (!isOfStore(error)) throw error;
    app.log.warn('desk.openedNotNoted');
  }
}

function isOfStore(error: unknown): boolean {
  return [ConflictError, ThrottledError, UnavailableError].some((kind) => error instanceof kind);
}
