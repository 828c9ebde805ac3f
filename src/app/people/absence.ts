/** Whether a role holder is away: what waits for them then goes to somebody else. */

import type { OrganisationId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import type { AppContext } from '../context';
import { addressPk, membershipPk } from '../documents';
import { readRecord } from '../records';

/** Whether `day` is one of the days up to and including the last one that the person said they are away. */
export async function isAway(
  { store }: Pick<AppContext, 'store'>,
  personId: PersonId,
  organisationId: OrganisationId,
  day: Day,
): Promise<boolean> {
  const absence = await readRecord(store, 'absence', addressPk(organisationId, personId), 'absence');
  return absence !== undefined && day <= absence.document.until;
}

/** The organisation for which a person is in a programme; undefined for somebody who is not. */
export async function organisationIn(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
  personId: PersonId,
): Promise<OrganisationId | undefined> {
  const membership = await readRecord(store, 'membership', membershipPk(personId), 'membership');
  return membership?.document.programmes.find((entry) => entry.programmeId === programmeId)?.organisationId;
}
