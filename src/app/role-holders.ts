/** The people who hold a role in a programme, by person id. */

import type { PersonId } from '../domain/ids';
import { heldRoles } from '../domain/programme/held-roles';
import type { Programme, Role } from '../domain/programme/programme';
import type { Keys } from './ports/keys';

export interface Holder {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly role: Role;
}

export function holdersOf(keys: Keys, programme: Programme, roles: readonly Role[]): readonly Holder[] {
  const held = heldRoles(programme);
  return roles.flatMap((role) =>
    (held[role] ?? []).map(({ aadObjectId, displayName }) => ({
      personId: keys.personIdOf(programme.tenantId, aadObjectId),
      displayName,
      role,
    })),
  );
}

/** Who is asked first when an escalation goes up: the SRO, or the deputy where a programme has no SRO in post. */
export function executivesOf(keys: Keys, programme: Programme): readonly Holder[] {
  const sros = holdersOf(keys, programme, ['sro']);
  return sros.length > 0 ? sros : holdersOf(keys, programme, ['deputySro', 'sponsor']);
}
