/** The one place where a role is checked: whether a directory id holds one of the roles in a programme. */

import type { ProgrammeId } from '../../domain/ids';
import { heldRoles } from '../../domain/programme/held-roles';
import type { Programme, Role } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { currentProgramme } from './current-programme';

export interface RoleQuestion {
  readonly programmeId: ProgrammeId;
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly roles: readonly Role[];
}

export type RoleAnswer =
  | { readonly outcome: 'allowed'; readonly programme: Programme; readonly role: Role }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'unknownProgramme' };

/** A programme of another tenant is as unknown as one that does not exist. Roles are at most five seconds old. */
export async function checkRole(
  app: Pick<AppContext, 'store' | 'clock'>,
  question: RoleQuestion,
): Promise<RoleAnswer> {
  const programme = await currentProgramme(app, question.programmeId);
  if (!programme || !isSameId(programme.tenantId, question.tenantId)) return { outcome: 'unknownProgramme' };
  const held = heldRoles(programme);
  const role = question.roles.find((candidate) =>
    held[candidate]?.some((holder) => isSameId(holder.aadObjectId, question.aadObjectId)),
  );
  return role ? { outcome: 'allowed', programme, role } : { outcome: 'refused' };
}

/** The directory's ids are compared without regard to case. */
function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
