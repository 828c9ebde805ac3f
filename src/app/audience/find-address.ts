/** Finds where a recipient is reached: the address on record, or a first one made of the directory id. */

import type { Delivery } from '../../domain/campaign/campaign';
import type { AppContext } from '../context';
import { addressPk, personDocumentId } from '../documents';
import type { PersonAddress } from '../ports/address';
import { ConflictError } from '../ports/errors';
import type { Version } from '../ports/store';
import { currentProgramme } from '../programme/current-programme';
import { createRecord, readRecord, replaceRecord } from '../records';
import { roleHolderOf } from './role-holder';

export interface FoundAddress {
  readonly address: PersonAddress;
  /** Absent while nothing is on record. */
  readonly version?: Version;
}

/** Undefined for one without Teams, and for a person of whom nothing is on record and who is neither in the programme's people
 * nor holds a role in it. */
export async function findAddress(
  context: AppContext,
  { programmeId, organisationId, personId }: Pick<Delivery, 'programmeId' | 'organisationId' | 'personId'>,
): Promise<FoundAddress | undefined> {
  const { store, keys } = context;
  const known = await readRecord(store, 'address', addressPk(organisationId, personId), 'address');
  if (known) return { address: known.document, version: known.version };
  const [programme, person] = await Promise.all([
    currentProgramme(context, programmeId),
    readRecord(store, 'person', programmeId, personDocumentId(personId)),
  ]);
  if (!programme) return undefined;
  const found = person?.document ?? roleHolderOf(keys, programme, personId);
  // Nobody without Teams has an address.
  if (!found?.aadObjectId) return undefined;
  const { aadObjectId } = found;
  return { address: { personId, organisationId, tenantId: programme.tenantId, aadObjectId } };
}

/** The same for somebody who is written to as one of the programme's people: undefined, also where an address is left, once
 * they are no longer among them and hold no role. */
export async function findAddressOnFile(
  context: AppContext,
  place: Pick<Delivery, 'programmeId' | 'organisationId' | 'personId'>,
): Promise<FoundAddress | undefined> {
  const { programmeId, personId } = place;
  const [programme, person] = await Promise.all([
    currentProgramme(context, programmeId),
    readRecord(context.store, 'person', programmeId, personDocumentId(personId)),
  ]);
  const isOnFile = person ?? (programme && roleHolderOf(context.keys, programme, personId));
  return isOnFile ? findAddress(context, place) : undefined;
}

/** Remembers the conversation that was opened. Somebody else's newer address is left as it is.
 * @returns the address as it is on record now, to be remembered again when more is learnt. */
export async function rememberAddress(
  { store }: Pick<AppContext, 'store'>,
  found: FoundAddress,
): Promise<FoundAddress> {
  const { address, version: known } = found;
  try {
    const { version } = await (known
      ? replaceRecord(store, 'address', address, known)
      : createRecord(store, 'address', address));
    return { address, version };
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return found;
  }
}
