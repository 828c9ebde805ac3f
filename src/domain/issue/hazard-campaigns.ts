/** The sends a hazard makes, named once so that its cards can be found again and brought up to date. */

import { asId, type CampaignId, type IssueId } from '../ids';
import type { Issue } from './issue';

/** One for each alert, 1-based. */
export function hazardCampaignIdOf(issueId: IssueId, alert: number): CampaignId {
  return asId(`hazard${alert}.${issueId}`);
}

/** One for each time the people concerned said more, 1-based. */
export function hazardReplyCampaignIdOf(issueId: IssueId, reply: number): CampaignId {
  return asId(`${replyPrefix}${reply}.${issueId}`);
}

/** True for a send that goes to whoever has the hazard, false for an alert. */
export function isHazardReply(campaignId: CampaignId): boolean {
  return campaignId.startsWith(replyPrefix);
}

const replyPrefix = 'hazard-reply';

/** The sends whose cards show the hazard. */
export function hazardCampaignsShowing({
  issueId,
  hazard,
}: Pick<Issue, 'issueId' | 'hazard'>): readonly CampaignId[] {
  const numbered = (count: number | undefined, idOf: (id: IssueId, number: number) => CampaignId) =>
    Array.from({ length: count ?? 0 }, (_, index) => idOf(issueId, index + 1));
  return [
    ...numbered(hazard?.alerts?.number, hazardCampaignIdOf),
    ...numbered(hazard?.replies, hazardReplyCampaignIdOf),
  ];
}
