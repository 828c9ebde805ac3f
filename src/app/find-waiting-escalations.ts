/** The escalations that wait for something this person can do. */

import { askedToDecide } from '../domain/escalation/ask-executive';
import type { EscalationId, PersonId, ProgrammeId } from '../domain/ids';
import type { AppContext } from './context';
import { leadRoles } from './plan-campaign';
import type { OwnProgramme } from './programmes-of';
import { listRecords } from './records';

export async function findWaitingEscalations(
  { store }: AppContext,
  own: readonly OwnProgramme[],
  personId: PersonId,
): Promise<readonly { readonly programmeId: ProgrammeId; readonly escalationId: EscalationId }[]> {
  const waiting: { programmeId: ProgrammeId; escalationId: EscalationId }[] = [];
  for (const { programme, roles } of own) {
    if (roles.length === 0) continue;
    const isLead = roles.some((role) => leadRoles.includes(role));
    for await (const { document } of listRecords(store, 'escalation', programme.id)) {
      const { status, programmeId, escalationId } = document;
      const isWaiting =
        (status === 'withLead' && isLead) ||
        (status === 'withExecutive' && askedToDecide(document, personId) !== undefined);
      if (isWaiting) waiting.push({ programmeId, escalationId });
    }
  }
  return waiting;
}
