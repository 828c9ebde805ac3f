/** What each send of a desk is: one card to the one person whose desk it is. */

import type { CampaignPlan } from '../../domain/campaign/plan-campaign';
import type { Desk } from '../../domain/desk/desk';
import type { Intent } from '../../domain/intent/intent';

/** @throws Error for a send that the desk does not know. */
export function planDeskCampaign({ programmeId, personId, sends }: Desk, { data }: Intent): CampaignPlan {
  const send = sends.find(({ campaignId }) => campaignId === data?.campaignId);
  if (!send) throw new Error(`a desk has no campaign for ${String(data?.purpose)}`);
  const { campaignId, kind } = send;
  return {
    programmeId,
    subjectId: campaignId,
    campaignId,
    purpose: kind === 'digest' ? 'desk-digest' : 'desk-due-soon',
    audienceKind: 'role',
    recipients: { kind: 'people', personIds: [personId] },
    lane: 'urgent',
  };
}
