/** The ids of a review's own campaigns: to those asked by name, and to everybody who was asked, once there is something. */

import { asId, type CampaignId, type ReviewId } from '../ids';

export function ballotCampaignIdOf(reviewId: ReviewId, round: number): CampaignId {
  return asId(`ballot.${reviewId}.r${round}`);
}

/** @param about `d2`: the second decision. `a1`: what became of the first action.
 * @param to `staff`: those who voted confidentially. `named`: those who were asked by name. */
export function reviewToldCampaignIdOf(
  reviewId: ReviewId,
  about: `${'d' | 'a'}${number}`,
  to: 'staff' | 'named',
): CampaignId {
  return asId(`reviewTold.${reviewId}.${about}.${to}`);
}
