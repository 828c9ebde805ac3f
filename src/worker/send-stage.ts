/** The first send of a campaign: sweeps over what is pending until nothing is. */

import { changeCampaign } from '../app/campaign/change-campaign';
import { type DocumentOf, placements } from '../app/documents';
import type { Page } from '../app/ports/store';
import { retryStore } from '../app/retry-store';
import { finishSending } from '../domain/campaign/advance-campaign';
import type { Campaign } from '../domain/campaign/campaign';
import type { Instant } from '../domain/instant';
import type { CampaignParts } from './campaign-parts';
import { CursorKeeper } from './cursor-keeper';
import { deliver } from './deliver';
import { DeliveryPool, type Rest } from './delivery-pool';
import { isInfrastructure } from './is-infrastructure';
import { recordDelivery, type StoredDelivery } from './record-delivery';
import { SendingStopped } from './sending-stopped';
import { earlierOf } from './waits';

const pageSize = 200;
/** How long deliveries that the store failed are left before the next sweep. */
const sweepAgainAfterMs = 2_000;
/** A delivery that cannot even be tried, this often in this run, has failed. */
const mostBrokenTries = 3;

export class SendStage {
  private readonly brokenTries = new Map<string, number>();
  private leftOver = 0;
  /** Of those who only wait: how many, and the earliest time that suits one of them. */
  private waiting = 0;
  private waitsUntil: Instant | undefined;

  constructor(
    private readonly parts: CampaignParts,
    private readonly campaign: Campaign,
    private readonly signal: AbortSignal,
  ) {}

  /** Every sweep takes what is pending then; the campaign is done when one from the very beginning finds nobody.
   * @returns undefined then, or the earliest time at which somebody may be written to when everybody left only waits. */
  async run(): Promise<Instant | undefined> {
    const { context } = this.parts;
    // Where a reminder pass went first, the place on record is not this stage's.
    let cursor = this.campaign.reminderPass ? undefined : this.campaign.cursor;
    for (;;) {
      const found = await this.sweep(cursor);
      if (found === this.waiting && cursor === undefined) break;
      cursor = undefined;
      if (this.leftOver > 0) await context.clock.sleep(sweepAgainAfterMs, this.signal);
      this.leftOver = 0;
    }
    if (this.waitsUntil) return this.waitsUntil;
    await changeCampaign(context, this.campaign, finishSending);
    return undefined;
  }

  private async sweep(startAfterId: string | undefined): Promise<number> {
    const pool = new DeliveryPool();
    const keeper = new CursorKeeper(this.parts.context, this.campaign);
    let found = 0;
    let afterId = startAfterId;
    this.waiting = 0;
    this.waitsUntil = undefined;
    try {
      do {
        const page = await this.pendingAfter(afterId);
        found += page.items.length;
        for (const stored of page.items) {
          this.signal.throwIfAborted();
          await pool.add((rest) => this.deliverOne(stored, rest));
        }
        afterId = page.nextAfterId;
        if (afterId !== undefined) await keeper.reached(afterId);
      } while (afterId !== undefined);
    } finally {
      // What was begun is always seen to its end and recorded.
      await pool.drain();
    }
    return found;
  }

  private pendingAfter(afterId: string | undefined): Promise<Page<DocumentOf<'delivery'>>> {
    const { store, clock } = this.parts.context;
    const query = {
      pk: this.campaign.campaignId,
      type: 'delivery',
      where: { status: 'pending' },
      limit: pageSize,
      ...(afterId === undefined ? {} : { afterId }),
    };
    return retryStore(clock, () => store.list(placements.delivery.collection, query), this.signal);
  }

  /** One person's trouble is not the campaign's: it is left pending for the next sweep, or has failed. */
  private async deliverOne(stored: StoredDelivery, rest: Rest): Promise<void> {
    const { parts, campaign, signal } = this;
    try {
      const until = await deliver(parts, campaign, stored, rest, signal);
      if (until === undefined) return;
      this.waiting += 1;
      this.waitsUntil = earlierOf(this.waitsUntil, until);
    } catch (error) {
      if (signal.aborted || error instanceof SendingStopped) throw error;
      const { deliveryId } = stored.document;
      const tries = (this.brokenTries.get(deliveryId) ?? 0) + 1;
      this.brokenTries.set(deliveryId, tries);
      this.leftOver += 1;
      parts.context.log.error('delivery not tried', error, { tries });
      if (tries < mostBrokenTries || isInfrastructure(error)) return;
      const change = { status: 'failed', reason: 'error', epoch: parts.epoch() } as const;
      await recordDelivery(parts.context, stored, change, ({ status }) => status === 'pending', signal);
    }
  }
}
