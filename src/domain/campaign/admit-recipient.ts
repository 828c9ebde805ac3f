/** Whether a message may go to a person at all, decided when it is about to be sent. */

import type { Instant } from '../instant';
import type { Campaign, CampaignAudienceKind } from './campaign';

/** Why a delivery was cancelled; the person still counts among the invited. */
export type CancelReason =
  | 'choseNotToBeAsked'
  | 'allowance'
  /** Asked by another pulse less than 14 days before. */
  | 'budget'
  /** It was over before an hour came at which this person may be written to. */
  | 'noSuitableTime'
  | 'nothingToSend'
  | 'campaignCancelled';

/** "Stop asking me" ends what a person gets as a respondent; replies and the cards of a role go on. */
export function mayAsk(audienceKind: CampaignAudienceKind, stopAsking: boolean): boolean {
  return audienceKind !== 'respondent' || !stopAsking;
}

/** Whether what the campaign is about is over when a message could first go out. */
export function isPointlessAt({ pointlessAfter }: Pick<Campaign, 'pointlessAfter'>, at: Instant): boolean {
  return pointlessAfter !== undefined && at >= pointlessAfter;
}
