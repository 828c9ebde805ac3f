/** A campaign is one send to many; a delivery is one recipient of it. Totals are derived from deliveries. */

import type { AtomId, CampaignId, DeliveryId, OrganisationId, PersonId, ProgrammeId, ReviewId } from '../ids';
import type { Instant } from '../instant';
import type { Intending, Lane } from '../intent/intent';
import type { Employment, Shift } from '../programme/person';

/** Which card a recipient gets; the card is rendered from the subject's state at the moment it is sent. */
export type CampaignPurpose =
  | 'pulse-invitation'
  | 'wave-result'
  | 'wave-heard'
  | 'escalation-preparation'
  | 'escalation-copy'
  | 'escalation-more'
  | 'decision-told'
  | 'gate-decided'
  | 'issue-fix'
  | 'desk-digest'
  | 'desk-due-soon'
  | 'hazard'
  | 'ballot-invitation'
  | 'review-told'
  | 'pulse-missed';

/** `respondent` messages are bound by the allowance; `reply` messages answer what people raised and are outside it;
 * `role` messages follow their policy's calendar. */
export type CampaignAudienceKind = 'respondent' | 'reply' | 'role';

export type CampaignStatus = 'snapshotting' | 'sending' | 'done' | 'cancelled';

/** Who gets it, as something that can be asked again after a crash and give the same people. */
export type RecipientRule =
  | { readonly kind: 'wave'; readonly waveId: string }
  | {
      readonly kind: 'atoms';
      readonly waveId: string;
      readonly atomIds: readonly string[];
      /** Groups of a one-way margin, such as `shift:nights`: their people as well. */
      readonly oneWayGroups?: readonly string[];
    }
  | { readonly kind: 'people'; readonly personIds: readonly PersonId[] };

export interface Campaign extends Intending {
  readonly campaignId: CampaignId;
  readonly programmeId: ProgrammeId;
  readonly purpose: CampaignPurpose;
  readonly audienceKind: CampaignAudienceKind;
  /** The id of the wave, escalation, decision, gate or review the card is about; of a desk's, the campaign's own. */
  readonly subjectId: string;
  readonly recipients: RecipientRule;
  readonly lane: Lane;
  readonly status: CampaignStatus;
  /** Where the runner stands in its own partition, so that a restart resumes. */
  readonly cursor?: string;
  /** 1 or 2 while that reminder pass is running. */
  readonly reminderPass?: 1 | 2;
  /** True once it was stopped: no later reminder begins. */
  readonly isReminderless?: true;
  /** When its first request may go out at the latest; absent: it never becomes pointless by itself. */
  readonly pointlessAfter?: Instant;
}

export type DeliveryStatus = 'pending' | 'delivered' | 'unreachable' | 'failed' | 'cancelled';

export interface Delivery {
  readonly deliveryId: DeliveryId;
  readonly campaignId: CampaignId;
  readonly programmeId: ProgrammeId;
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly status: DeliveryStatus;
  /** Why it is unreachable, failed or cancelled: a code, never words about the person. Of one that is delivered, `carried`:
   * another message had its ballot. */
  readonly reason?: string;
  readonly attempts: number;
  /** True once a reply was ambiguous and the message may be there twice. */
  readonly possibleDuplicate?: boolean;
  /** The message in Teams, so that it can be updated in place. */
  readonly activityId?: string;
  /** After how many corrections of its wording the message was made, or brought up to date; alike for everybody. */
  readonly wording?: number;
  /** The sender's epoch when the outcome was recorded. */
  readonly epoch?: number;
  /** The last reminder pass that dealt with this person, whether or not a message went out. */
  readonly reminderProcessed?: 0 | 1 | 2;
  /** Of a pulse: the copies that its reminders posted, sealed under the wave's key and of one length for everybody, whether or
   * not there is one. Once the wave is closed nobody opens it. */
  readonly copies?: string;
  /** The reviews whose ballots the message carries; all that were open to this person then, voted on or not. */
  readonly carried?: readonly ReviewId[];
  /** For a wave the delivery is the invitation, frozen at opening. */
  readonly invitation?: Invitation;
  /** What decides when this person may be written to, as it was when the audience was taken. */
  readonly timing?: DeliveryTiming;
}

/** A message that a reminder posted beside the first one. */
export interface CardCopy {
  readonly activityId: string;
  /** After how many corrections of its wording it was made. */
  readonly wording: number;
}

/** Of a message to a respondent. */
export interface DeliveryTiming {
  readonly shift?: Shift;
  /** For blackouts of a site group. */
  readonly siteGroup?: string;
}

export interface Invitation {
  readonly atomId: AtomId;
  readonly shift?: Shift;
  readonly area?: string;
  readonly cohort?: string;
  readonly employment?: Employment;
  /** True for a person who asked not to be asked: counted in N, never sent to. */
  readonly choseNotToBeAsked?: boolean;
  /** True for a person without Teams: counted in N, never sent to, and heard beside a champion. */
  readonly isAssisted?: true;
}

/** Always: invited = delivered + unreachable + failed + pending + cancelled. */
export interface CampaignTotals {
  readonly invited: number;
  readonly delivered: number;
  readonly unreachable: number;
  readonly failed: number;
  readonly pending: number;
  readonly cancelled: number;
  readonly possibleDuplicates: number;
}
