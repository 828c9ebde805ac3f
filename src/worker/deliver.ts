/** Takes one pending delivery to its outcome and records it. */

import { timeToBegin } from '../app/campaign/time-to-begin';
import { type CancelReason, isPointlessAt, mayAsk } from '../domain/campaign/admit-recipient';
import type { Campaign, Delivery } from '../domain/campaign/campaign';
import type { Instant } from '../domain/instant';
import type { CampaignParts } from './campaign-parts';
import type { SendResult } from './card-sender';
import type { Rest } from './delivery-pool';
import { preferencesOf } from './preferences-of';
import { prepareDelivery, type ReadyDelivery } from './prepare-delivery';
import { type DeliveryChange, recordDelivery, type StoredDelivery } from './record-delivery';
import { rememberOpened } from './remember-opened';
import { NotYet } from './waits';

/** A card rendered longer ago is rendered again before it goes out. */
const freshForMs = 500;

interface Sending {
  readonly stored: StoredDelivery;
  readonly prepared: ReadyDelivery;
  readonly isPending: (current: Delivery) => boolean;
}

/** @returns undefined when its outcome is on record, or until when it stays pending because no time before suits the person.
 * @throws what the store or the card source throws before anything was sent, SendingStopped, the signal's reason. */
export async function deliver(
  parts: CampaignParts,
  campaign: Campaign,
  stored: StoredDelivery,
  rest: Rest,
  signal: AbortSignal,
): Promise<Instant | undefined> {
  const { context } = parts;
  const isPending = (current: Delivery) => current.status === 'pending';
  const prepared = await prepareDelivery(parts, campaign, stored.document, (ms) =>
    rest(() => context.clock.sleep(ms, signal)),
  );
  if ('waitsUntil' in prepared) return prepared.waitsUntil;
  if ('final' in prepared) {
    await recordDelivery(context, stored, { ...prepared.final, epoch: parts.epoch() }, isPending, signal);
    return undefined;
  }
  try {
    await send(parts, campaign, { stored, prepared, isPending }, rest, signal);
    return undefined;
  } catch (error) {
    if (error instanceof NotYet) return error.until;
    throw error;
  }
}

async function send(
  parts: CampaignParts,
  campaign: Campaign,
  { stored, prepared, isPending }: Sending,
  rest: Rest,
  signal: AbortSignal,
): Promise<void> {
  const { context, installing } = parts;
  let latest = stored;
  const { delivery } = prepared;
  const epoch = parts.epoch();
  let wording: number | undefined;
  let withdrawn: CancelReason | undefined;
  const result = await parts.sender.send({
    turn: { lane: campaign.lane, campaignId: campaign.campaignId, personId: delivery.personId },
    found: prepared.found,
    message: async (address) => {
      const isFresh = context.clock.monotonicMs() - prepared.preparedAtMs < freshForMs;
      withdrawn = await withdrawnBy(context, campaign, prepared, isFresh);
      if (withdrawn) return 'nothing';
      const isForThem = address.teamsUserId === prepared.found.address.teamsUserId;
      const message =
        isFresh && isForThem ? prepared.message : await parts.cards(campaign, delivery, address);
      if (message !== 'nothing') wording = message.wording;
      return message;
    },
    onOpened: (found) => rememberOpened(context, found),
    ...(installing ? { install: (found) => installing.installFor(found, signal) } : {}),
    onPossibleDuplicate: async () => {
      latest = await markPossibleDuplicate(parts, latest, signal);
    },
    isPossibleDuplicate: delivery.possibleDuplicate ?? false,
    rest,
    signal,
  });
  await recordDelivery(
    context,
    latest,
    { ...changeOf(result, delivery, { wording, withdrawn }), epoch },
    isPending,
    signal,
  );
}

/** Asked again when the turn has come: it may have been long in coming. @returns why it is not to be sent any more. @throws NotYet */
async function withdrawnBy(
  context: CampaignParts['context'],
  campaign: Campaign,
  { delivery, suits }: ReadyDelivery,
  isFresh: boolean,
): Promise<CancelReason | undefined> {
  const { audienceKind } = campaign;
  if (audienceKind !== 'respondent') return undefined;
  const preferences = isFresh ? { suits, stopAsking: false } : await preferencesOf(context, delivery);
  if (!mayAsk(audienceKind, preferences?.stopAsking ?? false)) return 'choseNotToBeAsked';
  const begins = await timeToBegin(context, delivery, preferences?.suits);
  if (begins > context.clock.now()) throw new NotYet(begins);
  return isPointlessAt(campaign, begins) ? 'nothingToSend' : undefined;
}

function changeOf(
  result: SendResult,
  { carried }: Delivery,
  {
    wording,
    withdrawn,
  }: { readonly wording: number | undefined; readonly withdrawn: CancelReason | undefined },
): DeliveryChange {
  const { attempts, possibleDuplicate } = result;
  const counts = { attempts, ...(possibleDuplicate ? { possibleDuplicate } : {}) };
  if (result.status === 'delivered') {
    const { status, activityId } = result;
    const made = { ...(carried ? { carried } : {}), ...(wording ? { wording } : {}) };
    return { ...counts, status, activityId, ...made };
  }
  if (result.status === 'nothing')
    return { ...counts, status: 'cancelled', reason: withdrawn ?? 'nothingToSend' };
  return { ...counts, status: result.status, reason: result.reason };
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
