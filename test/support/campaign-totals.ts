/** The totals of a campaign, counted from its deliveries each time and never kept beside them. */

import type { AppContext } from '../../src/app/context';
import { listRecords } from '../../src/app/records';
import type { CampaignTotals } from '../../src/domain/campaign/campaign';
import { addDelivery, noDeliveries } from '../../src/domain/campaign/campaign-totals';
import type { CampaignId } from '../../src/domain/ids';

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
