/** Whom a programme's file names: they write to the bot, also where no people file and no directory group has them. */

import type { PersonId } from '../../domain/ids';
import { heldRoles } from '../../domain/programme/held-roles';
import type { Programme } from '../../domain/programme/programme';
import type { Keys } from '../ports/keys';

/** Whoever holds a role, and champions, who hold none. */
export function namedInFile(keys: Pick<Keys, 'personIdOf'>, programme: Programme): ReadonlySet<PersonId> {
  const named = [...Object.values(heldRoles(programme)).flat(), ...(programme.champions ?? [])];
  return new Set(named.map(({ aadObjectId }) => keys.personIdOf(programme.tenantId, aadObjectId)));
}
