/** Where somebody an issue concerns is reached, for as long as they are on file. */

import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import type { Recipient } from '../ports/keys';
import { readRecord } from '../records';
import { type FoundAddress, findAddress } from './find-address';
import { roleHolderOf } from './role-holder';

/** Undefined for a person who is no longer among the programme's people and holds no role, also where an address is left. */
export async function findConcerned(
  context: AppContext,
  programme: Programme,
  recipient: Recipient,
): Promise<FoundAddress | undefined> {
  const { personId } = recipient;
  const isOnFile =
    roleHolderOf(context.keys, programme, personId) ??
    (await readRecord(context.store, 'person', programme.id, personDocumentId(personId)));
  return isOnFile ? findAddress(context, { programmeId: programme.id, ...recipient }) : undefined;
}
