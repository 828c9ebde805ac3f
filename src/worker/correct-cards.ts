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
import { passOverBroken } from './pass-over-broken';
import { recordDelivery, type StoredDelivery } from './record-delivery';
import { settleIntent } from './settle-intent';

/** A card that was on its way with the old wording is on record by then; later ones have the new wording. */
const lookAgainAfterMs = [15_000, 120_000];
/** A card that Teams no longer has is not worth more. */
const mostRequests = 5;

/** Each delivery keeps after how many corrections its card was made, so that a restart goes on with the others and nobody's
 * card is touched twice. The card is the one everybody is sent first; a device shows its owner where they stand, as it does
 * whenever it loads it: nothing that is sent or kept depends on an answer. */
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
      await new Correcting(parts, campaign.document, corrections.length, signal).run();
      if (mayBeOnTheWay) await lookAgain(parts, request);
    },
  };
}

/** The same intent, later: the worker keeps it because its time is another. */
async function lookAgain({ context }: CampaignParts, { document, intent }: IntentRequest): Promise<void> {
  const round = Number(intent.data?.round ?? 0);
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

class Correcting {
  private leftOver = 0;
  /** The wave has closed meanwhile: its cards stay as they are, and nobody waits for the rest. */
  private isOver = false;

  constructor(
    private readonly parts: CampaignParts,
    private readonly campaign: Campaign,
    private readonly wording: number,
    private readonly signal: AbortSignal,
  ) {}

  /** @throws Error when a card could not be dealt with: it is tried again later. */
  async run(): Promise<void> {
    const { store } = this.parts.context;
    const pool = new DeliveryPool();
    try {
      const sent = listRecords(store, 'delivery', this.campaign.campaignId, { status: 'delivered' });
      for await (const stored of sent) {
        this.signal.throwIfAborted();
        if (this.isOver) break;
        if (this.isOld(stored.document)) await pool.add((rest) => this.correctOne(stored, rest));
      }
    } finally {
      await pool.drain();
    }
    if (this.leftOver > 0) throw new Error('not every card could be brought up to date');
  }

  private isOld({ wording = 0 }: Delivery): boolean {
    return wording < this.wording;
  }

  private async correctOne(stored: StoredDelivery, rest: Rest): Promise<void> {
    const { log } = this.parts.context;
    try {
      await passOverBroken(log, 'card not corrected', this.signal, () => this.updateOne(stored, rest));
    } catch (error) {
      if (this.signal.aborted || !isInfrastructure(error)) throw error;
      this.leftOver += 1;
    }
  }

  private async updateOne(stored: StoredDelivery, rest: Rest): Promise<void> {
    const wording = await this.update(stored, rest);
    if (wording === undefined) {
      this.isOver = true;
      return;
    }
    const isWanted = ({ wording: known = 0 }: Delivery) => known < wording;
    await recordDelivery(this.parts.context, stored, { wording }, isWanted, this.signal);
  }

  /** @returns the wording the card has now, or that it is left with for good; undefined where there is none to send. */
  private async update({ document: delivery }: StoredDelivery, rest: Rest): Promise<number | undefined> {
    const { context, sender, cards } = this.parts;
    const { campaign, signal } = this;
    const { activityId, personId } = delivery;
    const found = await findAddress(context, delivery);
    if (!activityId || found?.address.conversationId === undefined) return this.wording;
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
    const { status } = await sender.update(request, activityId);
    return status === 'nothing' ? undefined : made;
  }
}
