/** The people who hold a role in a programme, by person id. */

import { stepsOf } from '../../domain/escalation/steps-of';
import type { PersonId } from '../../domain/ids';
import { decidingRoles, heldRoles } from '../../domain/programme/held-roles';
import type { EscalationPolicy, Programme, Role } from '../../domain/programme/programme';
import type { Keys } from '../ports/keys';

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

/** The SRO, or the deputy where a programme has no SRO in post. */
export function executivesOf(keys: Keys, programme: Programme): readonly Holder[] {
  const sros = holdersOf(keys, programme, ['sro']);
  return sros.length > 0 ? sros : holdersOf(keys, programme, ['deputySro', 'sponsor']);
}

/** Who is asked first when an escalation goes up by this policy, whether or not they are away. */
export function firstAskedOf(
  keys: Keys,
  programme: Programme,
  policy: EscalationPolicy = programme.escalationPolicy,
): readonly Holder[] {
  const everyone = holdersOf(keys, programme, decidingRoles);
  for (const { who } of stepsOf(policy)) {
    const named = 'person' in who ? keys.personIdOf(programme.tenantId, who.person.aadObjectId) : undefined;
    const held = everyone.filter(({ personId, role }) =>
      'role' in who ? role === who.role : personId === named,
    );
    if (held.length > 0) return held;
  }
  return executivesOf(keys, programme);
}
