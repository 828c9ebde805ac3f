/** Takes one pending delivery to its outcome and records it. */

import { takeAllowance } from '../app/allowance';
import { type FoundAddress, findAddress, rememberAddress } from '../app/audience/find-address';
import { addressPk } from '../app/documents';
import type { Message } from '../app/ports/messenger';
import { readRecord } from '../app/records';
import { ballotsToCarry, type Carrying } from '../app/review/open-ballots';
import { type CancelReason, mayAsk } from '../domain/campaign/admit-recipient';
import type { Campaign, Delivery } from '../domain/campaign/campaign';
import type { PersonId } from '../domain/ids';
import type { CampaignParts } from './campaign-parts';
import type { SendResult } from './card-sender';
import type { Rest } from './delivery-pool';
import { type DeliveryChange, recordDelivery, type StoredDelivery } from './record-delivery';

/** A card rendered longer ago is rendered again before it goes out. */
const freshForMs = 500;

type Prepared =
  | { readonly final: DeliveryChange }
  | {
      readonly found: FoundAddress;
      readonly message: Message;
      readonly preparedAtMs: number;
      /** With what this message carries, where it carries ballots. */
      readonly delivery: Delivery;
    };

/** @throws what the store or the card source throws before anything was sent, SendingStopped, the signal's reason. */
export async function deliver(
  parts: CampaignParts,
  campaign: Campaign,
  stored: StoredDelivery,
  rest: Rest,
  signal: AbortSignal,
): Promise<void> {
  const { context } = parts;
  const isPending = (current: Delivery) => current.status === 'pending';
  const prepared = await prepare(parts, campaign, stored.document, (ms) =>
    rest(() => context.clock.sleep(ms, signal)),
  );
  if ('final' in prepared) {
    await recordDelivery(context, stored, { ...prepared.final, epoch: parts.epoch() }, isPending, signal);
    return;
  }
  let latest = stored;
  const { delivery } = prepared;
  const epoch = parts.epoch();
  const result = await parts.sender.send({
    turn: { lane: campaign.lane, campaignId: campaign.campaignId, personId: delivery.personId },
    found: prepared.found,
    message: async (address) => {
      const isFresh = context.clock.monotonicMs() - prepared.preparedAtMs < freshForMs;
      const isForThem = address.teamsUserId === prepared.found.address.teamsUserId;
      return isFresh && isForThem ? prepared.message : parts.cards(campaign, delivery, address);
    },
    onOpened: (found) => remember(parts, found),
    onPossibleDuplicate: async () => {
      latest = await markPossibleDuplicate(parts, latest, signal);
    },
    isPossibleDuplicate: delivery.possibleDuplicate ?? false,
    rest,
    signal,
  });
  await recordDelivery(context, latest, { ...changeOf(result, delivery), epoch }, isPending, signal);
}

/** Everything that can be done before the turn comes: what then remains is the request. */
async function prepare(
  parts: CampaignParts,
  campaign: Campaign,
  stored: Delivery,
  pause: (ms: number) => Promise<void>,
): Promise<Prepared> {
  const { context, cards } = parts;
  const { organisationId, personId } = stored;
  const isRespondent = campaign.audienceKind === 'respondent';
  const [found, preferences] = await Promise.all([
    findAddress(context, stored),
    isRespondent
      ? readRecord(context.store, 'preferences', addressPk(organisationId, personId), 'preferences')
      : undefined,
  ]);
  if (!found) return { final: { status: 'unreachable', reason: 'notInProgramme' } };
  if (!mayAsk(campaign.audienceKind, preferences?.document.stopAsking ?? false)) {
    return cancelled('choseNotToBeAsked');
  }
  const carried = await carriedBy(context, campaign, personId, pause);
  if (carried === 'nothing') return cancelled('nothingToSend');
  if (carried === 'carriedBefore') return { final: { status: 'delivered', reason: 'carried' } };
  const delivery: Delivery = carried ? { ...stored, carried } : stored;
  const preparedAtMs = context.clock.monotonicMs();
  const message = await cards(campaign, delivery, found.address);
  if (message === 'nothing') return cancelled('nothingToSend');
  if (isRespondent) {
    const charge = { organisationId, personId, chargeId: campaign.campaignId };
    if ((await takeAllowance(context, charge)) === 'over') return cancelled('allowance');
  }
  return { found, message, preparedAtMs, delivery };
}

/** While another message that will carry this ballot is on its way, looked at again this often and this many times. */
const lookAgainAfterMs = 2_000;
const mostLooks = 60;

/** Undefined for a campaign that carries no ballots. */
async function carriedBy(
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

function cancelled(reason: CancelReason): Prepared {
  return { final: { status: 'cancelled', reason } };
}

function changeOf(result: SendResult, { carried }: Delivery): DeliveryChange {
  const { attempts, possibleDuplicate } = result;
  const counts = { attempts, ...(possibleDuplicate ? { possibleDuplicate } : {}) };
  if (result.status === 'delivered') {
    const { status, activityId } = result;
    return { ...counts, status, activityId, ...(carried ? { carried } : {}) };
  }
  if (result.status === 'nothing') return { ...counts, status: 'cancelled', reason: 'nothingToSend' };
  return { ...counts, status: result.status, reason: result.reason };
}

/** A conversation that is not remembered is opened again next time, which Teams answers with the same one. */
async function remember({ context }: CampaignParts, found: FoundAddress): Promise<void> {
  await rememberAddress(context, found).catch(() => context.log.warn('address not saved'));
}

/** On record before the second try, so that a crash between the two does not hide it. */
async function markPossibleDuplicate(
  { context }: CampaignParts,
  stored: StoredDelivery,
  signal: AbortSignal,
): Promise<StoredDelivery> {
  const version = await recordDelivery(
    context,
    stored,
    { possibleDuplicate: true },
    ({ status, possibleDuplicate }) => status === 'pending' && !possibleDuplicate,
    signal,
  );
  return version ? { document: { ...stored.document, possibleDuplicate: true }, version } : stored;
}
