/** The sends an issue makes to whoever owns its fix, named once so that their cards can be brought up to date. */

import { asId, type CampaignId, type IssueId } from '../ids';
import type { Issue } from './issue';

/** One for each answer that gave the fix to somebody. */
export function fixCampaignIdOf(issueId: IssueId, answer: number): CampaignId {
  return asId(`fix${answer}.${issueId}`);
}

/** To its owner, as the day that the answer promised is over. */
export function overdueCampaignIdOf(issueId: IssueId, answer: number): CampaignId {
  return asId(`fix${answer}-overdue.${issueId}`);
}

/** The sends whose cards a change of the fix leaves behind. */
export function issueCampaignsShowing({
  issueId,
  answers,
  remindedFixes = [],
}: Issue): readonly CampaignId[] {
  const planned = answers.filter(({ kind }) => kind === 'fixPlanned');
  return [
    ...planned.map(({ number }) => fixCampaignIdOf(issueId, number)),
    ...remindedFixes.map((number) => overdueCampaignIdOf(issueId, number)),
  ];
}
