/** Cancels what a campaign has not sent yet; the sender notices within a second. */

import { cancelCampaign as cancel } from '../../domain/campaign/advance-campaign';
import type { CampaignId, ProgrammeId } from '../../domain/ids';
import type { AppContext } from '../context';
import { type CampaignChange, changeCampaign } from './change-campaign';

/** `unchanged`: it was cancelled before, or everything was sent. Cancelling a campaign that was sent ends its reminders. */
export async function cancelCampaign(
  context: AppContext,
  campaign: { readonly programmeId: ProgrammeId; readonly campaignId: CampaignId },
): Promise<CampaignChange> {
  const outcome = await changeCampaign(context, campaign, (current) => cancel(current, context.clock.now()));
  context.poke();
  return outcome;
}
