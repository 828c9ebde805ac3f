/** Brings the cards of a corrected wave up to date where they were sent: every card alike, whoever has answered. */

import { findAddress } from '../app/audience/find-address';
import type { IntentHandler, IntentRequest } from '../app/intent-handler';
import type { Message } from '../app/ports/messenger';
import { listRecords, readRecord } from '../app/records';
import { isRunning } from '../domain/campaign/advance-campaign';
import type { Campaign, Delivery } from '../domain/campaign/campaign';
import { plusMs } from '../domain/instant';
import { planIntents } from '../domain/intent/plan-intents';
import type { CampaignParts } from './campaign-parts';
import { DeliveryPool, type Rest } from './delivery-pool';
import { isInfrastructure } from './is-infrastructure';
import { KeptCopies } from './kept-copies';
import { passOverBroken } from './pass-over-broken';
import { recordDelivery, type StoredDelivery } from './record-delivery';
import { settleIntent } from './settle-intent';

/** A card that was on its way with the old wording is on record by then; later ones have the new wording. */
const lookAgainAfterMs = [15_000, 120_000];
/** A card that Teams no longer has is not worth more. */
const mostRequests = 5;

/** Each delivery keeps after how many corrections its card was made, so that a restart goes on with the others and nobody's
 * card is touched twice; copies that reminders posted are brought up to date before that is written. The card is the one
 * everybody is sent first; a device shows its owner where they stand, as it does whenever it loads it: nothing that is sent or
 * kept depends on an answer. */
export function correctCards(parts: CampaignParts): IntentHandler {
  return {
    kind: 'correct-cards',
    isLong: true,
    async carryOut(context, request) {
      const { document, signal } = request;
      if (document.type !== 'wave') throw new TypeError('only a wave is corrected');
      const { programmeId, waveId, campaignId } = document;
      const [wave, campaign] = await Promise.all([
        readRecord(context.store, 'wave', programmeId, waveId),
        readRecord(context.store, 'campaign', programmeId, campaignId),
      ]);
      if (wave?.document.status !== 'open' || !campaign) return;
      const { corrections = [] } = wave.document;
      // Asked before the cards are listed: what is sent later has the new wording by itself.
      const mayBeOnTheWay = isRunning(campaign.document);
      const copies = await KeptCopies.of(context, campaign.document);
      const target = { campaign: campaign.document, wording: corrections.length, copies };
      await new Correcting(parts, target, signal).run(roundOf(request) > 0);
      if (mayBeOnTheWay) await lookAgain(parts, request);
    },
  };
}

const roundOf = ({ intent }: IntentRequest) => Number(intent.data?.round ?? 0);

/** The same intent, later: the worker keeps it because its time is another. */
async function lookAgain({ context }: CampaignParts, request: IntentRequest): Promise<void> {
  const { document, intent } = request;
  const round = roundOf(request);
  const afterMs = lookAgainAfterMs[round];
  if (afterMs === undefined) return;
  const dueAt = plusMs(context.clock.now(), afterMs);
  const again = { ...intent, dueAt, data: { ...intent.data, round: round + 1 } };
  await settleIntent(context.store, document, (current) => {
    const own = current.intents.find(({ id }) => id === intent.id);
    const isSame = own?.data?.corrections === intent.data?.corrections;
    return own && isSame ? planIntents(current, [again], [intent.id]) : undefined;
  });
}

interface CorrectingTarget {
  readonly campaign: Campaign;
  /** How many corrections there are. */
  readonly wording: number;
  readonly copies: KeptCopies;
}

class Correcting {
  private leftOver = 0;
  /** The wave has closed meanwhile: its cards stay as they are, and nobody waits for the rest. */
  private isOver = false;

  constructor(
    private readonly parts: CampaignParts,
    private readonly target: CorrectingTarget,
    private readonly signal: AbortSignal,
  ) {}

  /** @param isLookingAgain at those as well whose first card is done: a reminder's copy may have been on its way.
   * @throws Error when a card could not be dealt with: it is tried again later. */
  async run(isLookingAgain: boolean): Promise<void> {
    const { store } = this.parts.context;
    const pool = new DeliveryPool();
    try {
      for await (const stored of listRecords(store, 'delivery', this.target.campaign.campaignId)) {
        this.signal.throwIfAborted();
        if (this.isOver) break;
        const delivery = stored.document;
        // A reminder may have reached somebody whom the first message did not.
        const looksAtCopies = isLookingAgain || delivery.status !== 'delivered';
        const oldCopies = looksAtCopies || this.isOld(delivery) ? this.oldCopiesOf(delivery) : [];
        if (!this.isOld(delivery) && oldCopies.length === 0) continue;
        await pool.add((rest) => this.correctOne(stored, oldCopies, rest));
      }
    } finally {
      await pool.drain();
    }
    if (this.leftOver > 0) throw new Error('not every card could be brought up to date');
  }

  private isOld({ status, wording = 0 }: Delivery): boolean {
    return status === 'delivered' && wording < this.target.wording;
  }

  private oldCopiesOf(delivery: Delivery): readonly string[] {
    const { copies, wording } = this.target;
    return copies
      .of(delivery)
      .filter((copy) => copy.wording < wording)
      .map(({ activityId }) => activityId);
  }

  private async correctOne(stored: StoredDelivery, copies: readonly string[], rest: Rest): Promise<void> {
    const { log } = this.parts.context;
    try {
      await passOverBroken(log, 'card not corrected', this.signal, () =>
        this.updateOne(stored, copies, rest),
      );
    } catch (error) {
      if (this.signal.aborted || !isInfrastructure(error)) throw error;
      this.leftOver += 1;
    }
  }

  /** Nothing is written of the copies: a write would tell who has one. */
  private async updateOne(stored: StoredDelivery, copies: readonly string[], rest: Rest): Promise<void> {
    const { document: delivery } = stored;
    const first = this.isOld(delivery) && delivery.activityId ? [delivery.activityId] : [];
    const wording = await this.update(delivery, [...first, ...copies], rest);
    if (wording === undefined) {
      this.isOver = true;
      return;
    }
    if (!this.isOld(delivery)) return;
    const isWanted = ({ wording: known = 0 }: Delivery) => known < wording;
    await recordDelivery(this.parts.context, stored, { wording }, isWanted, this.signal);
  }

  /** @returns the wording the cards have now, or that they are left with for good; undefined where there is none to send. */
  private async update(
    delivery: Delivery,
    activityIds: readonly string[],
    rest: Rest,
  ): Promise<number | undefined> {
    const { context, sender, cards } = this.parts;
    const { signal } = this;
    const { campaign, wording } = this.target;
    const { personId } = delivery;
    const found = await findAddress(context, delivery);
    if (found?.address.conversationId === undefined) return wording;
    const { address } = found;
    let made: number | undefined;
    const message = async (): Promise<Message | 'nothing'> => {
      const current = await cards(campaign, delivery, address);
      made = current === 'nothing' ? undefined : (current.wording ?? 0);
      return current;
    };
    // Takes turns with what is still being sent.
    const turn = { lane: campaign.lane, campaignId: `${campaign.campaignId}~corrected`, personId };
    const request = { turn, found, message, mostRequests, rest, signal };
    for (const activityId of activityIds) {
      const { status } = await sender.update(request, activityId);
      if (status === 'nothing') return undefined;
    }
    return activityIds.length > 0 ? made : wording;
  }
}
