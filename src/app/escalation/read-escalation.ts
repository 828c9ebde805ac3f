/** An escalation with everybody its cards may name, for one reader. */

import type { Escalation, EscalationCase } from '../../domain/escalation/escalation';
import type { EscalationId, PersonId, ProgrammeId } from '../../domain/ids';
import { type Programme, roles } from '../../domain/programme/programme';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { firstAskedOf, type Holder, holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { readRecord } from '../records';
import { delegateRoles } from './delegate-escalation.use-case';

export interface ReadEscalation {
  readonly programme: Programme;
  readonly escalation: Escalation;
  readonly holders: readonly Holder[];
  readonly executives: readonly Holder[];
  readonly delegates: readonly Holder[];
  readonly standard: Pick<EscalationCase, 'question' | 'options'>;
  readonly reader: { readonly personId: PersonId; readonly isLead: boolean };
}

export async function readEscalation(
  context: AppContext,
  ids: { readonly programmeId: ProgrammeId; readonly escalationId: EscalationId },
  personId: PersonId,
): Promise<ReadEscalation | undefined> {
  const [programme, stored] = await Promise.all([
    currentProgramme(context, ids.programmeId),
    readRecord(context.store, 'escalation', ids.programmeId, ids.escalationId),
  ]);
  return programme && stored && placeOf(context, programme, stored.document, personId);
}

/** The same around an escalation that was just changed. */
export function placeOf(
  { keys, wording }: AppContext,
  programme: Programme,
  escalation: Escalation,
  personId: PersonId,
): ReadEscalation {
  const holders = holdersOf(keys, programme, roles);
  return {
    programme,
    escalation,
    holders,
    executives: firstAskedOf(keys, programme, escalation.policy),
    delegates: holdersOf(keys, programme, delegateRoles),
    standard: wording.standardCase(escalation),
    reader: {
      personId,
      isLead: holders.some((holder) => holder.personId === personId && leadRoles.includes(holder.role)),
    },
  };
}
