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

/** Each assignment has a number, so that what it plans has ids of its own. */
export function assignmentNumberOf(escalation: Escalation): number {
  return escalation.earlierAssignments.length + (escalation.assignment ? 1 : 0);
}

/** Its own sends whose cards a change leaves behind; what the executives got was sent by their desks. */
export function campaignsShowing({ escalationId }: Pick<Escalation, 'escalationId'>): readonly CampaignId[] {
  return [preparationCampaignIdOf(escalationId)];
}
