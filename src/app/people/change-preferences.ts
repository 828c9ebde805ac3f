/** Changes what a person chose about being asked, without losing what they chose before. */

import type { OrganisationId, PersonId } from '../../domain/ids';
import type { AppContext } from '../context';
import type { Preferences } from '../document-contents';
import { addressPk } from '../documents';
import { ConflictError } from '../ports/errors';
import { createRecord, readRecord, replaceRecord } from '../records';

const attempts = 8;

/** @param change pure: it may run several times.
 * @throws UnavailableError, possibly after the write; ConflictError after eight lost races. */
export async function changePreferences(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  { organisationId, personId }: { readonly organisationId: OrganisationId; readonly personId: PersonId },
  change: (current: Preferences) => Preferences,
): Promise<Preferences> {
  for (let attempt = 1; ; attempt += 1) {
    const changedAt = clock.now();
    const known = await readRecord(store, 'preferences', addressPk(organisationId, personId), 'preferences');
    const { suits, stopAsking } = known?.document ?? { stopAsking: false };
    const kept = { personId, organisationId, stopAsking, ...(suits ? { suits } : {}), changedAt };
    const next = change(kept);
    try {
      await (known
        ? replaceRecord(store, 'preferences', next, known.version)
        : createRecord(store, 'preferences', next));
      return next;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === attempts) throw error;
    }
  }
}
