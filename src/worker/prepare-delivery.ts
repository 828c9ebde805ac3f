/** Whether a pending delivery may be sent now, what it carries, and what it costs the person. */

import { type FoundAddress, findAddress, findAddressOnFile } from '../app/audience/find-address';
import { timeToBegin } from '../app/campaign/time-to-begin';
import { takeAllowance } from '../app/people/allowance';
import type { Message } from '../app/ports/messenger';
import { type CancelReason, isPointlessAt, mayAsk } from '../domain/campaign/admit-recipient';
import type { Campaign, Delivery } from '../domain/campaign/campaign';
import type { AskedWave } from '../domain/campaign/charge-message';
import { asId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import { askedWave } from '../domain/pulse/asked-wave';
import type { PreferredTime } from '../domain/timing/sending-policy';
import type { CampaignParts } from './campaign-parts';
import { carriedBy } from './carried-by';
import { preferencesOf } from './preferences-of';
import type { DeliveryChange } from './record-delivery';

/** Ready to be sent, had it the time. */
export interface ReadyDelivery {
  readonly found: FoundAddress;
  readonly message: Message;
  readonly preparedAtMs: number;
  /** With what this message carries, where it carries ballots. */
  readonly delivery: Delivery;
  readonly suits: PreferredTime | undefined;
}

type Prepared = { readonly final: DeliveryChange } | { readonly waitsUntil: Instant } | ReadyDelivery;

/** Everything that can be done before the turn comes: what then remains is the request. */
export async function prepareDelivery(
  parts: CampaignParts,
  campaign: Campaign,
  stored: Delivery,
  pause: (ms: number) => Promise<void>,
): Promise<Prepared> {
  const { context, cards } = parts;
  const { organisationId, personId } = stored;
  const isRespondent = campaign.audienceKind === 'respondent';
  const [found, preferences] = await Promise.all([
    // Whom a role's card was meant for gets it, whoever holds the role now.
    campaign.audienceKind === 'role' ? findAddress(context, stored) : findAddressOnFile(context, stored),
    isRespondent ? preferencesOf(context, stored) : undefined,
  ]);
  if (!found) return { final: { status: 'unreachable', reason: 'notInProgramme' } };
  if (!mayAsk(campaign.audienceKind, preferences?.stopAsking ?? false)) {
    return cancelled('choseNotToBeAsked');
  }
  const suits = preferences?.suits;
  if (isRespondent) {
    const begins = await timeToBegin(context, stored, suits);
    const isNow = begins <= context.clock.now();
    if (isPointlessAt(campaign, begins)) return cancelled(isNow ? 'nothingToSend' : 'noSuitableTime');
    if (!isNow) return { waitsUntil: begins };
  }
  const carried = await carriedBy(context, campaign, personId, pause);
  if (carried === 'nothing') return cancelled('nothingToSend');
  if (carried === 'carriedBefore') return { final: { status: 'delivered', reason: 'carried' } };
  const delivery: Delivery = carried ? { ...stored, carried } : stored;
  const preparedAtMs = context.clock.monotonicMs();
  const message = await cards(campaign, delivery, found.address);
  if (message === 'nothing') return cancelled('nothingToSend');
  if (isRespondent) {
    const asks = await askedBy(context, campaign);
    const charge = { organisationId, personId, chargeId: campaign.campaignId, ...(asks ? { asks } : {}) };
    const taken = await takeAllowance(context, charge);
    if (taken !== 'within') return cancelled(taken === 'over' ? 'allowance' : 'budget');
  }
  return { found, message, preparedAtMs, delivery, suits };
}

/** The wave that a person's budget is charged with; ballots share the allowance alone. */
async function askedBy(
  context: CampaignParts['context'],
  { purpose, programmeId, subjectId }: Campaign,
): Promise<AskedWave | undefined> {
  if (purpose !== 'pulse-invitation') return undefined;
  const asked = await context.waves.read(programmeId, asId(subjectId));
  return asked && askedWave(asked.wave, asked.programme);
}

function cancelled(reason: CancelReason): Prepared {
  return { final: { status: 'cancelled', reason } };
}
