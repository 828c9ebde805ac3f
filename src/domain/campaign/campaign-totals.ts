/** Adds deliveries up to totals that always balance. */

import type { CampaignTotals, Delivery } from './campaign';

export const noDeliveries: CampaignTotals = {
  invited: 0,
  delivered: 0,
  unreachable: 0,
  failed: 0,
  pending: 0,
  cancelled: 0,
  possibleDuplicates: 0,
};

/** One more delivery. A delivery has one status, so invited = delivered + unreachable + failed + pending + cancelled. */
export function addDelivery(totals: CampaignTotals, delivery: Delivery): CampaignTotals {
  return {
    ...totals,
    invited: totals.invited + 1,
    [delivery.status]: totals[delivery.status] + 1,
    possibleDuplicates: totals.possibleDuplicates + (delivery.possibleDuplicate ? 1 : 0),
  };
}
