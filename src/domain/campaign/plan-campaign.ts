/** What a campaign is before its audience is known, and what a delivery is before it is sent. */

import { deliveryIdOf, type OrganisationId, type PersonId } from '../ids';
import { type CancelReason, mayAsk } from './admit-recipient';
import type { Campaign, Delivery, DeliveryTiming, Invitation } from './campaign';

/** Everything that decides a campaign; `campaignId` is derived from it, so that starting twice is starting once. */
export type CampaignPlan = Pick<
  Campaign,
  | 'campaignId'
  | 'programmeId'
  | 'purpose'
  | 'audienceKind'
  | 'subjectId'
  | 'recipients'
  | 'lane'
  | 'pointlessAfter'
>;

/** One person of the audience. */
export interface Recipient {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  /** For a wave: the invitation, frozen now. */
  readonly invitation?: Invitation;
  /** True for a person who said "stop asking me": they count, and get nothing as a respondent. */
  readonly choseNotToBeAsked?: boolean;
  /** True for a person without Teams: they count, and nothing can be sent to them. */
  readonly isAssisted?: boolean;
  /** What decides when they may be written to as a respondent. */
  readonly timing?: DeliveryTiming;
}

/** The reason of a delivery to somebody without Teams. */
export const noTeams = 'noTeams';

export function newCampaign(plan: CampaignPlan): Campaign {
  return { ...plan, status: 'snapshotting', intents: [] };
}

export function newDelivery(campaign: CampaignPlan, recipient: Recipient): Delivery {
  const { personId, organisationId, invitation, timing } = recipient;
  const isTimed = campaign.audienceKind === 'respondent' && timing !== undefined && !isEmpty(timing);
  const hasStopped = (recipient.choseNotToBeAsked || invitation?.choseNotToBeAsked) ?? false;
  return {
    deliveryId: deliveryIdOf(campaign.campaignId, personId),
    campaignId: campaign.campaignId,
    programmeId: campaign.programmeId,
    organisationId,
    personId,
    ...(mayAsk(campaign.audienceKind, hasStopped)
      ? standingOf(recipient)
      : { status: 'cancelled', reason: 'choseNotToBeAsked' satisfies CancelReason }),
    attempts: 0,
    ...(invitation ? { invitation } : {}),
    ...(isTimed ? { timing } : {}),
  };
}

/** Whoever has no Teams is known not to be reached before anything is tried: no request, no charge, no reminder. */
function standingOf({ isAssisted, invitation }: Recipient): Pick<Delivery, 'status' | 'reason'> {
  const hasNoTeams = isAssisted || invitation?.isAssisted;
  return hasNoTeams ? { status: 'unreachable', reason: noTeams } : { status: 'pending' };
}

function isEmpty(timing: DeliveryTiming): boolean {
  return Object.keys(timing).length === 0;
}
