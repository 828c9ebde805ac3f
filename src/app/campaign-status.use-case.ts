/** How far the campaigns of a programme are. */

import type { Campaign, CampaignTotals } from '../domain/campaign/campaign';
import type { CampaignId, ProgrammeId } from '../domain/ids';
import { campaignTotals } from './campaign-totals';
import type { AppContext } from './context';
import { findProgramme } from './find-programme';
import { listRecords } from './records';

export interface CampaignState {
  readonly campaignId: CampaignId;
  readonly purpose: Campaign['purpose'];
  readonly status: Campaign['status'];
  readonly totals: CampaignTotals;
}

export type CampaignStatusOutcome =
  | { readonly outcome: 'noSuchProgramme' | 'noSuchCampaign' }
  | { readonly outcome: 'counted'; readonly campaigns: readonly CampaignState[] };

/** One campaign, or all of the programme in order of their ids. */
export async function campaignStatus(
  context: Pick<AppContext, 'store'>,
  query: { readonly programmeId: ProgrammeId; readonly campaignId?: CampaignId },
): Promise<CampaignStatusOutcome> {
  const { store } = context;
  if (!(await findProgramme(store, query.programmeId))) return { outcome: 'noSuchProgramme' };
  const campaigns: CampaignState[] = [];
  for await (const { document } of listRecords(store, 'campaign', query.programmeId)) {
    const { campaignId, purpose, status } = document;
    if (query.campaignId && query.campaignId !== campaignId) continue;
    campaigns.push({ campaignId, purpose, status, totals: await campaignTotals(context, campaignId) });
  }
  if (query.campaignId && campaigns.length === 0) return { outcome: 'noSuchCampaign' };
  return { outcome: 'counted', campaigns };
}
