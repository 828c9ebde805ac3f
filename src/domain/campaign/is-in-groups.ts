/** Whether an invited person belongs to one of the groups that a message is for. */

import { notStated } from '../disclosure/profile';
import { oneWayKinds } from '../disclosure/release';
import type { Invitation } from './campaign';

export interface WantedGroups {
  readonly atomIds: readonly string[];
  /** Such as `shift:nights`, or `area:a~b` for two that are told together. */
  readonly oneWayGroups?: readonly string[];
}

/** By what the invitation froze, not by where the person is now. */
export function isInGroups(invitation: Invitation, { atomIds, oneWayGroups = [] }: WantedGroups): boolean {
  if (atomIds.includes(invitation.atomId)) return true;
  return oneWayGroups.some((group) => {
    const [kind, values = ''] = splitOnce(group);
    const own = oneWayKinds.find((one) => one === kind);
    return own !== undefined && values.split('~').includes(invitation[own] ?? notStated);
  });
}

function splitOnce(group: string): readonly [string, string] {
  const colon = group.indexOf(':');
  return [group.slice(0, colon), group.slice(colon + 1)];
}
