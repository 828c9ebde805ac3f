/** Who holds which role in a programme: those whom its roles name, and those whom its escalation policy names. */

import type { Programme, Role, RoleHolder } from './programme';

/** The roles whose holders can be asked to decide an escalation, in the order in which one counts before another. */
export const decidingRoles: readonly Role[] = ['sro', 'deputySro', 'sponsor', 'lead'];

type RoleOwner = Pick<Programme, 'roles' | 'escalationPolicy'>;

/** Somebody whom the policy names, as a step or as the board's contact, and who holds no role in which one decides counts
 * as a sponsor: they can be asked. */
export function heldRoles(programme: RoleOwner): Programme['roles'] {
  const { roles, escalationPolicy } = programme;
  const { steps = [], board } = escalationPolicy;
  const named = [...steps.flatMap(({ person }) => (person ? [person] : [])), ...(board ? [board] : [])];
  const added: RoleHolder[] = [];
  for (const person of named) {
    const isHeld = decidingRoles.some((role) => roles[role]?.some((holder) => isSame(holder, person)));
    if (!isHeld && !added.some((one) => isSame(one, person))) added.push(person);
  }
  return added.length === 0 ? roles : { ...roles, sponsor: [...(roles.sponsor ?? []), ...added] };
}

/** The directory's ids are compared without regard to case. */
function isSame(one: RoleHolder, other: RoleHolder): boolean {
  return one.aadObjectId.toLowerCase() === other.aadObjectId.toLowerCase();
}
