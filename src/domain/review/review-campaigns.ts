/** The ids of a review's own campaigns: to those asked by name, and to everybody who was asked, once it is decided. */

import { asId, type CampaignId, type ReviewId } from '../ids';

export function ballotCampaignIdOf(reviewId: ReviewId, round: number): CampaignId {
  return asId(`ballot.${reviewId}.r${round}`);
}

/** @param to `staff`: those who voted confidentially. `named`: those who were asked by name. */
export function reviewToldCampaignIdOf(
  reviewId: ReviewId,
  number: number,
  to: 'staff' | 'named',
): CampaignId {
  return asId(`reviewTold.${reviewId}.d${number}.${to}`);
}
