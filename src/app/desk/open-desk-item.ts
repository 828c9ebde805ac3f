/** Notes on a desk which item its reader has opened from a card, so that nothing they type there is taken away. */

import type { DeskItemRef, DeskSend } from '../../domain/desk/desk';
import type { CampaignId, PersonId, ProgrammeId } from '../../domain/ids';
import type { AppContext } from '../context';
import { deskDocumentId } from '../documents';
import { changeRecord } from '../records';

/** @param opened undefined where its reader went back to the list. A send that the desk does not know changes nothing. */
export async function noteOpened(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
  personId: PersonId,
  campaignId: CampaignId,
  opened: DeskItemRef | undefined,
): Promise<void> {
  await changeRecord(store, 'desk', programmeId, deskDocumentId(personId), (desk) => {
    const sends = desk.sends.map((send) =>
      send.campaignId === campaignId ? withOpened(send, opened) : send,
    );
    const isSame = sends.every((send, index) => send === desk.sends[index]);
    return isSame ? { outcome: 'same' } : { outcome: 'noted', next: { ...desk, sends } };
  });
}

function withOpened(send: DeskSend, opened: DeskItemRef | undefined): DeskSend {
  const { opened: before, ...rest } = send;
  if (before?.kind === opened?.kind && before?.id === opened?.id) return send;
  return opened ? { ...rest, opened } : rest;
}
