/** The programmes a person belongs to, each with the roles they hold there. */

import type { PersonId } from '../../domain/ids';
import type { Programme, Role } from '../../domain/programme/programme';
import { roles } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { checkRole } from '../programme/check-role';
import { currentProgramme } from '../programme/current-programme';
import { membershipsOf } from './change-asking.use-case';

export interface OwnProgramme {
  readonly programme: Programme;
  readonly roles: readonly Role[];
}

export async function programmesOf(
  context: AppContext,
  who: { readonly personId: PersonId; readonly tenantId: string; readonly aadObjectId: string },
): Promise<readonly OwnProgramme[]> {
  const own: OwnProgramme[] = [];
  for (const { programmeId } of await membershipsOf(context.store, who.personId)) {
    const programme = await currentProgramme(context, programmeId);
    if (!programme) continue;
    const held: Role[] = [];
    for (const role of roles) {
      const { outcome } = await checkRole(context, { ...who, programmeId, roles: [role] });
      if (outcome === 'allowed') held.push(role);
    }
    own.push({ programme, roles: held });
  }
  return own;
}

/** The first programme in which the person holds one of these roles. */
export async function programmeLedBy(
  context: AppContext,
  who: Parameters<typeof programmesOf>[1],
  wanted: readonly Role[],
): Promise<Programme | undefined> {
  const own = await programmesOf(context, who);
  return own.find(({ roles: held }) => held.some((role) => wanted.includes(role)))?.programme;
}
