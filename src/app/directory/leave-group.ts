/** Somebody is no longer a member of a directory group that the programme's people come from. */

import type { PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { personDocumentId, placements } from '../documents';
import { endMembership, ensureMembership } from '../people/change-membership';
import { namedInFile } from '../people/named-in-file';
import { ConflictError } from '../ports/errors';
import { readRecord, replaceRecord } from '../records';

const attempts = 8;

/** Whoever was read from no other group leaves the programme's people; what was sent, answered and decided stays. The
 * membership ends first, so that a repetition after a crash still finds the person. Whoever the file names keeps it.
 * @returns `stays` for somebody in another group, or not from this one. */
export async function leaveGroup(
  { store, keys }: Pick<AppContext, 'store' | 'keys'>,
  programme: Programme,
  personId: PersonId,
  group: string,
): Promise<'left' | 'stays'> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await readRecord(store, 'person', programme.id, personDocumentId(personId));
    if (!known?.document.fromGroups?.includes(group)) return 'stays';
    const fromGroups = known.document.fromGroups.filter((other) => other !== group);
    try {
      if (fromGroups.length > 0) {
        // An earlier try may have ended it, before another group brought the person in.
        const { organisationId } = known.document;
        await ensureMembership(store, personId, { programmeId: programme.id, organisationId });
        await replaceRecord(store, 'person', { ...known.document, fromGroups }, known.version);
        return 'stays';
      }
      if (!namedInFile(keys, programme).has(personId)) await endMembership(store, personId, programme.id);
      const { collection } = placements.person;
      await store.delete(collection, known.document.pk, known.document.id, known.version);
      return 'left';
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === attempts) throw error;
    }
  }
}
