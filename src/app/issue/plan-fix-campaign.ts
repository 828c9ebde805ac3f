/** The card to whoever is given a fix, or whose fix is overdue: one person, at once. */

import type { CampaignPlan } from '../../domain/campaign/plan-campaign';
import type { Intent } from '../../domain/intent/intent';
import type { Issue } from '../../domain/issue/issue';
import { fixCampaignIdOf, overdueCampaignIdOf } from '../../domain/issue/issue-campaigns';

export function planFixCampaign({ programmeId, issueId, fix }: Issue, { data }: Intent): CampaignPlan {
  const idOf = data?.isOverdue ? overdueCampaignIdOf : fixCampaignIdOf;
  return {
    programmeId,
    subjectId: issueId,
    campaignId: idOf(issueId, Number(data?.number)),
    purpose: 'issue-fix',
    audienceKind: 'role',
    recipients: { kind: 'people', personIds: fix ? [fix.owner] : [] },
    lane: 'urgent',
  };
}
