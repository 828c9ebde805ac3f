/** Takes one pending delivery to its outcome and records it. */

import { takeAllowance } from '../app/allowance';
import { type FoundAddress, findAddress, rememberAddress } from '../app/audience/find-address';
import { addressPk } from '../app/documents';
import type { Message } from '../app/ports/messenger';
import { readRecord } from '../app/records';
import { timeToBegin } from '../app/time-to-begin';
import { type CancelReason, isPointlessAt, mayAsk } from '../domain/campaign/admit-recipient';
import type { Campaign, Delivery } from '../domain/campaign/campaign';
import type { AskedWave } from '../domain/campaign/charge-message';
import { asId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import { askedWave } from '../domain/pulse/asked-wave';
import type { PreferredTime } from '../domain/timing/sending-policy';
import type { CampaignParts } from './campaign-parts';
import type { SendResult } from './card-sender';
import { carriedBy } from './carried-by';
import type { Rest } from './delivery-pool';
import { type DeliveryChange, recordDelivery, type StoredDelivery } from './record-delivery';
import { NotYet } from './waits';

/** A card rendered longer ago is rendered again before it goes out. */
const freshForMs = 500;

type Prepared =
  | { readonly final: DeliveryChange }
  | { readonly waitsUntil: Instant }
  | {
      readonly found: FoundAddress;
      readonly message: Message;
      readonly preparedAtMs: number;
      /** With what this message carries, where it carries ballots. */
      readonly delivery: Delivery;
      readonly suits: PreferredTime | undefined;
    };
type Ready = Extract<Prepared, { readonly suits: unknown }>;

interface Sending {
  readonly stored: StoredDelivery;
  readonly prepared: Ready;
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
  const prepared = await prepare(parts, campaign, stored.document, (ms) =>
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
  const result = await parts.sender.send({
    turn: { lane: campaign.lane, campaignId: campaign.campaignId, personId: delivery.personId },
    found: prepared.found,
    message: async (address) => {
      await throwUnlessTime(context, campaign, prepared);
      const isFresh = context.clock.monotonicMs() - prepared.preparedAtMs < freshForMs;
      const isForThem = address.teamsUserId === prepared.found.address.teamsUserId;
      const message =
        isFresh && isForThem ? prepared.message : await parts.cards(campaign, delivery, address);
      if (message !== 'nothing') wording = message.wording;
      return message;
    },
    onOpened: (found) => remember(parts, found),
    ...(installing ? { install: (found) => installing.installFor(found, signal) } : {}),
    onPossibleDuplicate: async () => {
      latest = await markPossibleDuplicate(parts, latest, signal);
    },
    isPossibleDuplicate: delivery.possibleDuplicate ?? false,
    rest,
    signal,
  });
  await recordDelivery(context, latest, { ...changeOf(result, delivery, wording), epoch }, isPending, signal);
}

/** Asked again when the turn has come: it may have been long in coming. */
async function throwUnlessTime(
  context: CampaignParts['context'],
  { audienceKind }: Campaign,
  { delivery, suits }: Ready,
): Promise<void> {
  if (audienceKind !== 'respondent') return;
  const begins = await timeToBegin(context, delivery, suits);
  if (begins > context.clock.now()) throw new NotYet(begins);
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
  const suits = preferences?.document.suits;
  if (isRespondent) {
    const begins = await timeToBegin(context, stored, suits);
    if (begins > context.clock.now()) {
      return isPointlessAt(campaign, begins) ? cancelled('noSuitableTime') : { waitsUntil: begins };
    }
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

function changeOf(result: SendResult, { carried }: Delivery, wording: number | undefined): DeliveryChange {
  const { attempts, possibleDuplicate } = result;
  const counts = { attempts, ...(possibleDuplicate ? { possibleDuplicate } : {}) };
  if (result.status === 'delivered') {
    const { status, activityId } = result;
    const made = { ...(carried ? { carried } : {}), ...(wording ? { wording } : {}) };
    return { ...counts, status, activityId, ...made };
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
