/** One-question checks in the weeks after a go-live: only as often, for as long and with the approval that staff were told of. */

import { addDays } from '../calendar/local-time';
import type { Day } from '../instant';
import type { Programme } from '../programme/programme';
import type { PulseDefinition } from './question';

/** Days from the go-live on in which checks may open. */
export const checkDays = 28;
const dayMs = 86_400_000;

type CheckOwner = Pick<Programme, 'sending' | 'roles' | 'stages'>;

/** Whether a pulse may open a wave on that day, as far as checks go; anything but a check may. */
export function mayOpenCheck(
  programme: CheckOwner,
  { isCheck, questions }: Pick<PulseDefinition, 'isCheck' | 'questions'>,
  today: Day,
): boolean {
  if (!isCheck) return true;
  return questions.length === 1 && isApproved(programme, today) && isAfterGoLive(programme, today);
}

/** The last day on which a check may open; undefined for a programme without a go-live. */
export function lastCheckDay({ stages }: Pick<Programme, 'stages'>): Day | undefined {
  const goLive = stages.find(({ name }) => name === 'go-live')?.startsOn;
  return goLive && addDays(goLive, checkDays - 1);
}

/** Whoever approved must hold the role of SRO now: a successor approves anew. */
function isApproved({ sending, roles }: CheckOwner, today: Day): boolean {
  const approval = sending?.goLiveChecks;
  if (!approval || approval.approvedOn > today) return false;
  const approver = approval.approvedBy.toLowerCase();
  return (roles.sro ?? []).some(({ aadObjectId }) => aadObjectId.toLowerCase() === approver);
}

function isAfterGoLive({ stages }: CheckOwner, today: Day): boolean {
  const goLive = stages.find(({ name }) => name === 'go-live')?.startsOn;
  if (goLive === undefined) return false;
  const days = (Date.parse(today) - Date.parse(goLive)) / dayMs;
  return days >= 0 && days < checkDays;
}
