/** Stops a campaign for somebody who asked for it: first messages, the reminder that is going out, and those to come. */

import { stopCampaign as decideStop } from '../../domain/campaign/advance-campaign';
import { isStoppable } from '../../domain/campaign/is-stoppable';
import type { CampaignId, ProgrammeId } from '../../domain/ids';
import type { AppContext } from '../context';
import { listSent, type SentCampaign } from './campaign-standing.use-case';
import { changeCampaign } from './change-campaign';

export type StopOutcome =
  | { readonly outcome: 'noSuchCampaign' }
  /** `sent`: as it was before. */
  | { readonly outcome: 'stopped' | 'nothingToStop'; readonly sent: SentCampaign };

/** The sender notices within a second. Safe to repeat. @throws UnavailableError, possibly after it was stopped. */
export async function stopCampaign(
  context: AppContext,
  { programmeId, campaignId }: { readonly programmeId: ProgrammeId; readonly campaignId: CampaignId },
): Promise<StopOutcome> {
  const [sent] = await listSent(context, { programmeId, campaignId, which: 'all' });
  if (!sent) return { outcome: 'noSuchCampaign' };
  if (!isStoppable({ ...sent.campaign, remindersToCome: sent.remindersToCome })) {
    return { outcome: 'nothingToStop', sent };
  }
  await changeCampaign(context, sent.campaign, (current) => decideStop(current, context.clock.now()));
  context.poke();
  return { outcome: 'stopped', sent };
}
