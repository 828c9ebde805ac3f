/** What a message that carries ballots carries, once no other message is about to carry its own. */

import { ballotsToCarry, type Carrying } from '../app/review/open-ballots';
import type { Campaign } from '../domain/campaign/campaign';
import type { PersonId } from '../domain/ids';
import type { CampaignParts } from './campaign-parts';

/** While another message that will carry this ballot is on its way, looked at again this often and this many times. */
const lookAgainAfterMs = 2_000;
const mostLooks = 60;

/** Undefined for a campaign that carries no ballots. */
export async function carriedBy(
  context: CampaignParts['context'],
  campaign: Campaign,
  personId: PersonId,
  pause: (ms: number) => Promise<void>,
): Promise<Exclude<Carrying, 'waits'> | undefined> {
  if (campaign.purpose !== 'ballot-invitation') return undefined;
  for (let look = 1; look <= mostLooks; look += 1) {
    const carrying = await ballotsToCarry(context, campaign, personId, true);
    if (carrying !== 'waits') return carrying;
    await pause(lookAgainAfterMs);
  }
  const alone = await ballotsToCarry(context, campaign, personId, false);
  return alone === 'waits' ? 'nothing' : alone;
}
