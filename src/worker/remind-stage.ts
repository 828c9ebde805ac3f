/** A reminder pass: every delivery is dealt with alike and marked alike, whoever a message went to. */

import { takeAllowance } from '../app/allowance';
import { findAddress } from '../app/audience/find-address';
import { changeCampaign } from '../app/change-campaign';
import { addressPk, type DocumentOf, placements } from '../app/documents';
import type { Message } from '../app/ports/messenger';
import type { Page } from '../app/ports/store';
import { readRecord } from '../app/records';
import { retryStore } from '../app/retry-store';
import { mayAsk } from '../domain/campaign/admit-recipient';
import { finishReminder } from '../domain/campaign/advance-campaign';
import type { Campaign, Delivery } from '../domain/campaign/campaign';
import type { CampaignParts } from './campaign-parts';
import { CursorKeeper } from './cursor-keeper';
import { recordDelivery, type StoredDelivery } from './record-delivery';

/** Dealt with together and marked together at the end, so that no order or time tells who got a message. It bounds
 * what a crash can repeat. */
const pageSize = 50;
/** A reminder is not worth half an hour of retries. */
const mostRequests = 5;

export class RemindStage {
  constructor(
    private readonly parts: CampaignParts,
    private readonly campaign: Campaign,
    private readonly pass: 1 | 2,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<void> {
    const { context } = this.parts;
    const keeper = new CursorKeeper(context, this.campaign);
    let afterId = this.campaign.cursor;
    do {
      const page = await this.deliveriesAfter(afterId);
      await this.remindPage(page.items);
      afterId = page.nextAfterId;
      if (afterId !== undefined) await keeper.reached(afterId);
    } while (afterId !== undefined);
    await changeCampaign(context, this.campaign, (current) => finishReminder(current, this.pass));
  }

  private deliveriesAfter(afterId: string | undefined): Promise<Page<DocumentOf<'delivery'>>> {
    const { store, clock } = this.parts.context;
    const query = {
      pk: this.campaign.campaignId,
      type: 'delivery',
      limit: pageSize,
      ...(afterId === undefined ? {} : { afterId }),
    };
    return retryStore(clock, () => store.list(placements.delivery.collection, query), this.signal);
  }

  private async remindPage(page: readonly StoredDelivery[]): Promise<void> {
    this.signal.throwIfAborted();
    const due = page.filter(({ document }) => this.isUnprocessed(document));
    const reminded = await Promise.allSettled(due.map(({ document }) => this.remindOne(document)));
    const processed = due.filter((_, index) => reminded[index]?.status === 'fulfilled');
    await Promise.all(processed.map((stored) => this.mark(stored)));
    const failed = reminded.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private isUnprocessed({ reminderProcessed = 0 }: Delivery): boolean {
    return reminderProcessed < this.pass;
  }

  private async mark(stored: StoredDelivery): Promise<void> {
    const change = { reminderProcessed: this.pass };
    const isStillWanted = (current: Delivery) => this.isUnprocessed(current);
    await recordDelivery(this.parts.context, stored, change, isStillWanted, this.signal);
  }

  /** Whatever comes of it is forgotten; only what keeps it from being decided at all is thrown. */
  private async remindOne(delivery: Delivery): Promise<void> {
    if (delivery.status === 'cancelled') return;
    const { context, sender } = this.parts;
    const { organisationId, personId, campaignId } = delivery;
    const chargeId = `${campaignId}:r${this.pass}`;
    // Asked again here because one person's trouble would end the pass for the others of the page.
    const prepare = () =>
      Promise.all([
        takeAllowance(context, { organisationId, personId, chargeId }),
        findAddress(context, delivery),
      ]);
    const [allowance, found] = await retryStore(context.clock, prepare, this.signal);
    if (!found || allowance === 'over') return;
    await sender.send({
      turn: { lane: this.campaign.lane, campaignId, personId },
      found,
      message: (address) => this.messageNow(delivery, address),
      mostRequests,
      rest: (wait) => wait(),
      signal: this.signal,
    });
  }

  private async messageNow(
    delivery: Delivery,
    address: Parameters<CampaignParts['cards']>[2],
  ): Promise<Message | 'nothing'> {
    const { context, shouldRemind, cards } = this.parts;
    const pk = addressPk(delivery.organisationId, delivery.personId);
    const preferences = await readRecord(context.store, 'preferences', pk, 'preferences');
    if (!mayAsk(this.campaign.audienceKind, preferences?.document.stopAsking ?? false)) return 'nothing';
    if (!(await shouldRemind(this.campaign, delivery))) return 'nothing';
    return cards(this.campaign, delivery, address);
  }
}
