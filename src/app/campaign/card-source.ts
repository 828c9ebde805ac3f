/** What a campaign asks of the rest of the product while it sends: the card as it is now, and whether to remind. */

import type { Campaign, Delivery } from '../../domain/campaign/campaign';
import type { PersonAddress } from '../ports/address';
import type { Message } from '../ports/messenger';

/** The card for this recipient as of now, asked just before it is sent and again for every retry and reminder.
 * `nothing`: it has become pointless (the wave is closed, the escalation decided). */
export type CardSource = (
  campaign: Campaign,
  delivery: Delivery,
  address: PersonAddress,
) => Promise<Message | 'nothing'>;

/** Whether this person still has something to be reminded of. The answer is used and forgotten, never stored. */
export type ShouldRemind = (campaign: Campaign, delivery: Delivery) => Promise<boolean>;
