/** The programmes in which somebody may lend their device; the one place where that is checked. */

import { championOf } from '../../domain/assist/champion';
import type { PersonId } from '../../domain/ids';
import type { Champion, Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { membershipsOf } from '../people/change-asking.use-case';
import { currentProgramme } from '../programme/current-programme';

/** From the authenticated activity alone. */
export interface Lender {
  readonly personId: PersonId;
  readonly tenantId: string;
  readonly aadObjectId: string;
}

export interface Championed {
  readonly programme: Programme;
  readonly champion: Champion;
}

/** A programme of another tenant is as unknown as one that does not exist. */
export function championIn(programme: Programme, { tenantId, aadObjectId }: Lender): Champion | undefined {
  const isSameTenant = programme.tenantId.toLowerCase() === tenantId.toLowerCase();
  return isSameTenant ? championOf(programme, aadObjectId) : undefined;
}

export async function championedBy(context: AppContext, lender: Lender): Promise<readonly Championed[]> {
  const found: Championed[] = [];
  for (const { programmeId } of await membershipsOf(context.store, lender.personId)) {
    const programme = await currentProgramme(context, programmeId);
    const champion = programme && championIn(programme, lender);
    if (champion) found.push({ programme, champion });
  }
  return found;
}
