/** Whether it is time to remind one person: decided by the hours that suit them, never by what they did. */

import { timeToBegin } from '../app/campaign/time-to-begin';
import { isPointlessAt } from '../domain/campaign/admit-recipient';
import type { Campaign, Delivery } from '../domain/campaign/campaign';
import { noTeams } from '../domain/campaign/plan-campaign';
import type { Instant } from '../domain/instant';
import type { CampaignParts } from './campaign-parts';
import { preferencesOf } from './preferences-of';

/** Not before that instant; now; or never in this pass. */
export type ReminderTurn = 'now' | 'passedOver' | { readonly until: Instant };

/** Nobody is reminded of what they were never sent, nor at a time at which it is over.
 * @param said what they said about being asked, for whoever has read it already.
 * @throws ThrottledError, UnavailableError */
export async function reminderTurn(
  context: CampaignParts['context'],
  campaign: Campaign,
  delivery: Delivery,
  said = () => preferencesOf(context, delivery),
): Promise<ReminderTurn> {
  const { status, reason } = delivery;
  if (status === 'cancelled' || status === 'pending' || reason === noTeams) return 'passedOver';
  if (campaign.audienceKind !== 'respondent') return 'now';
  const preferences = await said();
  const begins = await timeToBegin(context, delivery, preferences?.suits);
  if (isPointlessAt(campaign, begins)) return 'passedOver';
  return begins <= context.clock.now() ? 'now' : { until: begins };
}
