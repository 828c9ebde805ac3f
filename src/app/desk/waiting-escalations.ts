/** The escalations that wait for one person: to be decided by whoever is asked, to be prepared by the lead. */

import { askedToDecide } from '../../domain/escalation/ask-executive';
import type { Escalation } from '../../domain/escalation/escalation';
import type { PersonId } from '../../domain/ids';
import type { AppContext } from '../context';
import { leadRoles } from '../plan-campaign';
import { listRecords } from '../records';
import type { Waiter, WaitingItem } from './waiting-items';

export async function waitingEscalations(
  { store }: Pick<AppContext, 'store'>,
  { programme, personId, roles }: Waiter,
): Promise<readonly WaitingItem[]> {
  const waiting: WaitingItem[] = [];
  for await (const { document } of listRecords(store, 'escalation', programme.id, {
    status: 'withExecutive',
  })) {
    const item = toDecide(document, personId);
    if (item) waiting.push(item);
  }
  if (!roles.some((role) => leadRoles.includes(role))) return waiting;
  for await (const { document } of listRecords(store, 'escalation', programme.id, { status: 'withLead' })) {
    waiting.push(toPrepare(document));
  }
  return waiting;
}

/** Whoever is asked keeps it until it is decided, whether or not they still hold the role. */
function toDecide(escalation: Escalation, personId: PersonId): WaitingItem | undefined {
  const { programmeId, escalationId, assignment, earlierAssignments } = escalation;
  if (!assignment || !askedToDecide(escalation, personId)) return undefined;
  const assignments = [...earlierAssignments, assignment];
  const asking = assignments.findLastIndex(({ carded }) => carded.includes(personId)) + 1;
  return {
    kind: 'escalation',
    id: escalationId,
    asking,
    deadline: assignment.decideBy,
    programmeId,
    task: 'decide',
    about: escalation.case?.question ?? '',
    ...(assignment.step === undefined ? {} : { step: assignment.step + 1 }),
  };
}

/** The lead gets its card for itself when it is raised. */
function toPrepare(escalation: Escalation): WaitingItem {
  const { programmeId, escalationId, leadActsBy, raisedAt, evidence } = escalation;
  const groups = [...new Set(evidence.map(({ groupName }) => groupName))];
  return {
    kind: 'escalation',
    id: escalationId,
    asking: 0,
    deadline: leadActsBy,
    announcedAt: raisedAt,
    programmeId,
    task: 'prepare',
    about: groups.join('; '),
  };
}
