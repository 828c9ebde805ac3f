/** The sends an escalation makes, named once so that its cards can be found again and brought up to date. */

import { asId, type CampaignId, type EscalationId } from '../ids';
import type { Escalation } from './escalation';

export function preparationCampaignIdOf(escalationId: EscalationId): CampaignId {
  return asId(`prepare.${escalationId}`);
}

/** One for each assignment, 1-based. */
export function decisionCampaignIdOf(escalationId: EscalationId, assignment: number): CampaignId {
  return asId(`ask${assignment}.${escalationId}`);
}

/** One for each decision and each of the two audiences that hear of it. */
export function toldCampaignIdOf(
  escalationId: EscalationId,
  decision: number,
  audience: 'lead' | 'staff',
): CampaignId {
  return asId(`told${decision}-${audience}.${escalationId}`);
}

/** Each assignment has a number, so that its campaign and its clocks have ids of their own. */
export function assignmentNumberOf(escalation: Escalation): number {
  return escalation.earlierAssignments.length + (escalation.assignment ? 1 : 0);
}

/** The sends whose cards a change leaves behind. While it is with the executive, that is not the send of the present
 * assignment: its cards are made after the change, and renewing one takes away what its reader has begun to type. */
export function campaignsShowing(escalation: Escalation): readonly CampaignId[] {
  const { escalationId, status } = escalation;
  const assignments = assignmentNumberOf(escalation) - (status === 'withExecutive' ? 1 : 0);
  const asked = Array.from({ length: assignments }, (_, index) =>
    decisionCampaignIdOf(escalationId, index + 1),
  );
  return [preparationCampaignIdOf(escalationId), ...asked];
}
