/** The card to whoever is given a fix: one person, at once. */

import type { CampaignPlan } from '../../domain/campaign/plan-campaign';
import type { Intent } from '../../domain/intent/intent';
import type { Issue } from '../../domain/issue/issue';
import { fixCampaignIdOf } from '../../domain/issue/issue-campaigns';

export function planFixCampaign({ programmeId, issueId, fix }: Issue, { data }: Intent): CampaignPlan {
  return {
    programmeId,
    subjectId: issueId,
    campaignId: fixCampaignIdOf(issueId, Number(data?.number)),
    purpose: 'issue-fix',
    audienceKind: 'role',
    recipients: { kind: 'people', personIds: fix ? [fix.owner] : [] },
    lane: 'urgent',
  };
}
