/** The sends an escalation makes, named once so that its cards can be found again and brought up to date. */

import { asId, type CampaignId, type EscalationId } from '../ids';
import type { Escalation } from './escalation';

export function preparationCampaignIdOf(escalationId: EscalationId): CampaignId {
  return asId(`prepare.${escalationId}`);
}

/** One for each decision and each of the two audiences that hear of it. */
export function toldCampaignIdOf(
  escalationId: EscalationId,
  decision: number,
  audience: 'lead' | 'staff',
): CampaignId {
  return asId(`told${decision}-${audience}.${escalationId}`);
}

/** The copies for executive sponsors, who may advise. */
export function copyCampaignIdOf(escalationId: EscalationId): CampaignId {
  return asId(`copy.${escalationId}`);
}

/** One for each question to the lead. */
export function moreCampaignIdOf(escalationId: EscalationId, number: number): CampaignId {
  return asId(`more${number}.${escalationId}`);
}

/** Each assignment has a number, so that what it plans has ids of its own. */
export function assignmentNumberOf(escalation: Escalation): number {
  return escalation.earlierAssignments.length + (escalation.assignment ? 1 : 0);
}

/** Its own sends whose cards a change leaves behind; what the executives got was sent by their desks. */
export function campaignsShowing({
  escalationId,
  status,
  copiedTo = [],
  moreAsked = [],
}: Pick<Escalation, 'escalationId' | 'status' | 'copiedTo' | 'moreAsked'>): readonly CampaignId[] {
  // While it is not decided somebody may be typing in one of these.
  const isOver = status === 'decided' || status === 'deferred';
  return [
    preparationCampaignIdOf(escalationId),
    ...(isOver && copiedTo.length > 0 ? [copyCampaignIdOf(escalationId)] : []),
    ...(isOver ? moreAsked.map(({ number }) => moreCampaignIdOf(escalationId, number)) : []),
  ];
}
