/** Marks what a cancelled campaign had not sent: every recipient's outcome stays known. */

import { changeCampaign } from '../app/campaign/change-campaign';
import { forEachConcurrently } from '../app/for-each-concurrently';
import { listRecords } from '../app/records';
import type { CancelReason } from '../domain/campaign/admit-recipient';
import { finishCancelling } from '../domain/campaign/advance-campaign';
import type { Campaign } from '../domain/campaign/campaign';
import type { CampaignParts } from './campaign-parts';
import { recordDelivery } from './record-delivery';

const writesAtOnce = 50;

export async function cancelPending(
  { context, epoch }: CampaignParts,
  campaign: Campaign,
  signal: AbortSignal,
): Promise<void> {
  const reason: CancelReason = 'campaignCancelled';
  const change = { status: 'cancelled', reason, epoch: epoch() } as const;
  const pending = listRecords(context.store, 'delivery', campaign.campaignId, { status: 'pending' });
  await forEachConcurrently(pending, writesAtOnce, async (stored) => {
    signal.throwIfAborted();
    await recordDelivery(context, stored, change, ({ status }) => status === 'pending', signal);
  });
  await changeCampaign(context, campaign, finishCancelling);
}
