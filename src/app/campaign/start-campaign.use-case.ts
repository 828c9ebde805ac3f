/** Starts a campaign: its document, then one delivery per person, then sending; every step can be repeated. */

import type { Campaign } from '../../domain/campaign/campaign';
import { type CampaignPlan, newCampaign, type Recipient } from '../../domain/campaign/plan-campaign';
import { resolveRecipients } from '../audience/resolve-recipients';
import type { AppContext } from '../context';
import { ensureRecord, readRecord } from '../records';
import { snapshotDeliveries } from './snapshot-deliveries';

export interface StartOptions {
  /** The audience, where the plan's rule does not say it (a wave's own invitations): in ascending order of person id. */
  readonly invited?: AsyncIterable<Recipient>;
  /** Ends a long snapshot between two pages, by throwing its reason; starting again goes on from there. */
  readonly signal?: AbortSignal;
}

/** Starts the campaign, or finishes starting it after a crash; a campaign that was started is left alone.
 * @throws whatever the store throws; start again. */
export async function startCampaign(
  context: AppContext,
  plan: CampaignPlan,
  { invited, signal }: StartOptions = {},
): Promise<void> {
  const campaign = await ensureCampaign(context, plan);
  await snapshotDeliveries(context, campaign, invited ?? resolveRecipients(context, plan), signal);
}

/** The campaign's document as it is; it begins in `snapshotting`. */
export async function ensureCampaign({ store }: AppContext, plan: CampaignPlan): Promise<Campaign> {
  await ensureRecord(store, 'campaign', newCampaign(plan));
  const stored = await readRecord(store, 'campaign', plan.programmeId, plan.campaignId);
  if (!stored) throw new Error('a campaign that was just written is not there');
  return stored.document;
}
