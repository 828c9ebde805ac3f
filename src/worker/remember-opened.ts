/** Keeps what a send learnt of an address, where the store lets it. */

import { type FoundAddress, rememberAddress } from '../app/audience/find-address';
import type { CampaignParts } from './campaign-parts';

/** A conversation that is not remembered is opened again next time, which Teams answers with the same one. */
export function rememberOpened(
  context: CampaignParts['context'],
  opened: FoundAddress,
): Promise<FoundAddress> {
  return rememberAddress(context, opened).catch(() => {
    context.log.warn('address not saved');
    return opened;
  });
}
