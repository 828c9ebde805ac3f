/** In which of the asked roles a person decides. */

import type { GateDecider } from '../../domain/gate/decide-gate';
import type { PersonId } from '../../domain/ids';
import type { Role } from '../../domain/programme/programme';
import type { Holder } from '../people/role-holders';

/** Undefined for somebody who holds none of them. */
export function gateDecider(
  holders: readonly Holder[],
  personId: PersonId,
  askedRoles: readonly Role[],
): GateDecider | undefined {
  const role = askedRoles.find((asked) =>
    holders.some((holder) => holder.personId === personId && holder.role === asked),
  );
  return role && { personId, role };
}
