/** The totals of a campaign, counted from its deliveries each time and never kept beside them. */

import type { CampaignTotals } from '../domain/campaign/campaign';
import { addDelivery, noDeliveries } from '../domain/campaign/campaign-totals';
import type { CampaignId } from '../domain/ids';
import type { AppContext } from './context';
import { listRecords } from './records';

const pageSize = 1_000;

/** `invited` counts deliveries, so the other five always add up to it. */
export async function campaignTotals(
  { store }: Pick<AppContext, 'store'>,
  campaignId: CampaignId,
): Promise<CampaignTotals> {
  let totals = noDeliveries;
  for await (const { document } of listRecords(store, 'delivery', campaignId, undefined, { pageSize })) {
    totals = addDelivery(totals, document);
  }
  return totals;
}
