/** The sends a hazard makes, named once so that its cards can be found again and brought up to date. */

import { asId, type CampaignId, type IssueId } from '../ids';
import type { Issue } from './issue';

/** One for each alert, 1-based. */
export function hazardCampaignIdOf(issueId: IssueId, alert: number): CampaignId {
  return asId(`hazard${alert}.${issueId}`);
}

/** The sends whose cards show the hazard. */
export function hazardCampaignsShowing({
  issueId,
  hazard,
}: Pick<Issue, 'issueId' | 'hazard'>): readonly CampaignId[] {
  return Array.from({ length: hazard?.alerts?.number ?? 0 }, (_, index) =>
    hazardCampaignIdOf(issueId, index + 1),
  );
}
