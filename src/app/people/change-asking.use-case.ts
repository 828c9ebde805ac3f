/** "Stop asking me" and its way back: one preference per organisation, kept until the person changes it. */

import type { OrganisationId, PersonId, ProgrammeId } from '../../domain/ids';
import type { AppContext } from '../context';
import { addressPk, membershipPk } from '../documents';
import type { Store } from '../ports/store';
import { readRecord } from '../records';
import { changePreferences } from './change-preferences';

export type ChangeAskingOutcome =
  | { readonly outcome: 'stopped' | 'resumed'; readonly programmeIds: readonly ProgrammeId[] }
  | { readonly outcome: 'unknownPerson' };

export async function changeAsking(
  context: AppContext,
  command: { readonly personId: PersonId; readonly stopAsking: boolean },
): Promise<ChangeAskingOutcome> {
  const { personId, stopAsking } = command;
  const memberships = await membershipsOf(context.store, personId);
  if (memberships.length === 0) return { outcome: 'unknownPerson' };
  const organisations = new Set(memberships.map(({ organisationId }) => organisationId));
  for (const organisationId of organisations) {
    await changePreferences(context, { organisationId, personId }, (current) => ({ ...current, stopAsking }));
  }
  return {
    outcome: stopAsking ? 'stopped' : 'resumed',
    programmeIds: memberships.map(({ programmeId }) => programmeId),
  };
}

/** Whether this person asked not to be asked, in this organisation. */
export async function hasStoppedAsking(
  store: Store,
  organisationId: OrganisationId,
  personId: PersonId,
): Promise<boolean> {
  const stored = await readRecord(store, 'preferences', addressPk(organisationId, personId), 'preferences');
  return stored?.document.stopAsking ?? false;
}

/** Whether they asked it in any organisation they belong to. */
export async function hasStoppedAnywhere(store: Store, personId: PersonId): Promise<boolean> {
  for (const { organisationId } of await membershipsOf(store, personId)) {
    if (await hasStoppedAsking(store, organisationId, personId)) return true;
  }
  return false;
}

/** The programmes a person belongs to; empty for somebody nobody imported. */
export async function membershipsOf(store: Store, personId: PersonId) {
  return (
    (await readRecord(store, 'membership', membershipPk(personId), 'membership'))?.document.programmes ?? []
  );
}
