/** Everybody who holds a role can be found from a chat message, also those whom the people file does not name. */

import type { PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { readRecord } from '../records';
import { endMembership, ensureMembership } from './change-membership';
import { namedInFile } from './named-in-file';

/** Gives each holder a membership and ends that of a former holder who is not otherwise a person of the programme. The
 * same for champions: they hold no role, but they write to the bot. */
export async function settleRoleHolders(
  { store, keys }: Pick<AppContext, 'store' | 'keys'>,
  before: Programme | undefined,
  after: Programme,
): Promise<void> {
  const isPerson = async (personId: PersonId) =>
    (await readRecord(store, 'person', after.id, personDocumentId(personId))) !== undefined;
  const holders = namedInFile(keys, after);
  const organisationId = after.organisations[0]?.odsCode;
  for (const personId of holders) {
    // A person's own site says which organisation they belong to.
    if (organisationId && !(await isPerson(personId))) {
      await ensureMembership(store, personId, { programmeId: after.id, organisationId });
    }
  }
  for (const personId of before ? namedInFile(keys, before) : []) {
    if (!holders.has(personId) && !(await isPerson(personId))) await endMembership(store, personId, after.id);
  }
}
