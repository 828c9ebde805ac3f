/** Finds a person who is in no people file but holds a role in the programme. */

import type { PersonId } from '../../domain/ids';
import { heldRoles } from '../../domain/programme/held-roles';
import type { Programme, RoleHolder } from '../../domain/programme/programme';
import type { Keys } from '../ports/keys';

export function roleHolderOf(keys: Keys, programme: Programme, personId: PersonId): RoleHolder | undefined {
  return Object.values(heldRoles(programme))
    .flat()
    .find((holder) => keys.personIdOf(programme.tenantId, holder.aadObjectId) === personId);
}
