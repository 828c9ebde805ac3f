/** Which programmes a person belongs to, kept so that a chat message finds them whatever the programme. */

import type { PersonId, ProgrammeId } from '../../domain/ids';
import type { Membership } from '../document-contents';
import { membershipPk } from '../documents';
import { ConflictError } from '../ports/errors';
import type { Store } from '../ports/store';
import { changeRecord, createRecord, readRecord } from '../records';

type Entry = Membership['programmes'][number];

/** The person belongs to the programme, in this organisation; doing it again writes nothing. */
export async function ensureMembership(store: Store, personId: PersonId, entry: Entry): Promise<void> {
  const pk = membershipPk(personId);
  if (!(await readRecord(store, 'membership', pk, 'membership'))) {
    try {
      await createRecord(store, 'membership', { personId, programmes: [entry] });
      return;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  await changeRecord(store, 'membership', pk, 'membership', (current) => {
    const isThere = current.programmes.some(
      (known) => known.programmeId === entry.programmeId && known.organisationId === entry.organisationId,
    );
    if (isThere) return { outcome: undefined };
    return {
      outcome: undefined,
      next: { ...current, programmes: [...without(current, entry.programmeId), entry] },
    };
  });
}

/** The person no longer belongs to the programme; other programmes are untouched. */
export async function endMembership(
  store: Store,
  personId: PersonId,
  programmeId: ProgrammeId,
): Promise<void> {
  await changeRecord(store, 'membership', membershipPk(personId), 'membership', (current) => {
    const programmes = without(current, programmeId);
    const isUnchanged = programmes.length === current.programmes.length;
    return { outcome: undefined, ...(isUnchanged ? {} : { next: { ...current, programmes } }) };
  });
}

function without(membership: Membership, programmeId: ProgrammeId): readonly Entry[] {
  return membership.programmes.filter((entry) => entry.programmeId !== programmeId);
}
