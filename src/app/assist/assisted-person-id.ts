/** The id of somebody without Teams: it follows from the reference in the file, which is not kept. */

import type { PersonId } from '../../domain/ids';
import type { Keys } from '../ports/keys';

/** The prefix keeps it apart from every directory id, so nobody can sign in as this person. */
export function assistedPersonIdOf(
  keys: Pick<Keys, 'personIdOf'>,
  tenantId: string,
  reference: string,
): PersonId {
  return keys.personIdOf(tenantId, `assisted:${reference}`);
}
