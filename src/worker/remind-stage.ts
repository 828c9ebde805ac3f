/** A reminder pass: every delivery is dealt with alike and marked alike, whoever a message went to. */

import { findAddressOnFile } from '../app/audience/find-address';
import { changeCampaign } from '../app/campaign/change-campaign';
import { type DocumentOf, placements } from '../app/documents';
import { takeAllowance } from '../app/people/allowance';
import type { PersonAddress } from '../app/ports/address';
import type { Message } from '../app/ports/messenger';
import type { Page } from '../app/ports/store';
import { retryStore } from '../app/retry-store';
import { mayAsk } from '../domain/campaign/admit-recipient';
import { finishReminder } from '../domain/campaign/advance-campaign';
import type { Campaign, CardCopy, Delivery } from '../domain/campaign/campaign';
import type { Instant } from '../domain/instant';
import type { CampaignParts } from './campaign-parts';
import { CursorKeeper } from './cursor-keeper';
import type { Rest } from './delivery-pool';
import { KeptCopies } from './kept-copies';
import { passOverBroken } from './pass-over-broken';
import { preferencesOf } from './preferences-of';
import { recordDelivery, type StoredDelivery } from './record-delivery';
import { type ReminderTurn, reminderTurn } from './reminder-turn';
import { earlierOf } from './waits';

/** Dealt with together and marked together at the end, so that no order or time tells who got a message. It bounds
 * what a crash can repeat. */
const pageSize = 50;
/** A reminder is not worth half an hour of retries. */
const mostRequests = 5;
/** Nor worth keeping the others of its page waiting. */
const mostWaitMs = 30_000;

export class RemindStage {
  private waitsUntil: Instant | undefined;

  constructor(
    private readonly parts: CampaignParts,
    private readonly campaign: Campaign,
    private readonly pass: 1 | 2,
    private readonly signal: AbortSignal,
  ) {}

  /** @returns undefined when everybody was dealt with, or the earliest time that suits somebody who was not. */
  async run(): Promise<Instant | undefined> {
    // While people still wait for the first message the place on record is that of the sending.
    const isAlone = this.campaign.status !== 'sending';
    const cursor = isAlone ? this.campaign.cursor : undefined;
    await this.sweep(cursor, isAlone);
    // Before the place where it was interrupted, some were perhaps not due.
    if (cursor !== undefined) await this.sweep(undefined, isAlone);
    if (this.waitsUntil) return this.waitsUntil;
    await changeCampaign(this.parts.context, this.campaign, (current) => finishReminder(current, this.pass));
    return undefined;
  }

  private async sweep(startAfterId: string | undefined, keepsPlace: boolean): Promise<void> {
    const keeper = new CursorKeeper(this.parts.context, this.campaign);
    let afterId = startAfterId;
    this.waitsUntil = undefined;
    do {
      const page = await this.deliveriesAfter(afterId);
      await this.remindPage(page.items);
      afterId = page.nextAfterId;
      if (afterId !== undefined && keepsPlace) await keeper.reached(afterId);
    } while (afterId !== undefined);
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

  /** Who of a page is dealt with now depends on the hours that suit them and on nothing that they did. */
  private async remindPage(page: readonly StoredDelivery[]): Promise<void> {
    this.signal.throwIfAborted();
    const unprocessed = page.filter(({ document }) => this.isUnprocessed(document));
    const turns = await Promise.all(unprocessed.map(({ document }) => this.turnOf(document)));
    const due: { readonly stored: StoredDelivery; readonly turn: 'now' | 'passedOver' }[] = [];
    for (const [index, stored] of unprocessed.entries()) {
      const turn = turns[index] ?? 'now';
      if (typeof turn === 'string') due.push({ stored, turn });
      else this.waitsUntil = earlierOf(this.waitsUntil, turn.until);
    }
    const reminded = await Promise.allSettled(
      due.map(({ stored, turn }) => (turn === 'now' ? this.remindOne(stored.document) : undefined)),
    );
    const { context } = this.parts;
    const copies = await retryStore(context.clock, () => KeptCopies.of(context, this.campaign), this.signal);
    await Promise.all(
      due.map(async ({ stored }, index) => {
        const result = reminded[index];
        if (result?.status === 'fulfilled')
          await this.mark(stored, copies.with(stored.document, result.value));
      }),
    );
    const failed = reminded.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private isUnprocessed({ reminderProcessed = 0 }: Delivery): boolean {
    return reminderProcessed < this.pass;
  }

  private turnOf(delivery: Delivery): Promise<ReminderTurn> {
    const { context } = this.parts;
    return retryStore(context.clock, () => reminderTurn(context, this.campaign, delivery), this.signal);
  }

  private async mark(stored: StoredDelivery, copies: Pick<Delivery, 'copies'>): Promise<void> {
    const change = { reminderProcessed: this.pass, ...copies };
    const isStillWanted = (current: Delivery) => this.isUnprocessed(current);
    await recordDelivery(this.parts.context, stored, change, isStillWanted, this.signal);
  }

  /** Whatever else comes of it is forgotten; only what keeps it from being decided at all is thrown.
   * @returns the message that it posted. */
  private async remindOne(delivery: Delivery): Promise<CardCopy | undefined> {
    const { context, sender } = this.parts;
    const { organisationId, personId, campaignId } = delivery;
    const chargeId = `${campaignId}:r${this.pass}`;
    // Asked again here because one person's trouble would end the pass for the others of the page.
    const prepare = () =>
      Promise.all([
        takeAllowance(context, { organisationId, personId, chargeId }),
        findAddressOnFile(context, delivery),
      ]);
    const [allowance, found] = await retryStore(context.clock, prepare, this.signal);
    if (!found || allowance === 'over') return undefined;
    const turn = { lane: this.campaign.lane, campaignId, personId };
    let wording = 0;
    const message = async (address: PersonAddress) => {
      const made = await this.messageNow(delivery, address);
      if (made !== 'nothing') wording = made.wording ?? 0;
      return made;
    };
    let posted: CardCopy | undefined;
    const rest: Rest = (wait) => wait();
    const { signal } = this;
    await passOverBroken(context.log, 'reminder not made', signal, async () => {
      const sent = await sender.send({ turn, found, message, mostRequests, mostWaitMs, rest, signal });
      if (sent.status === 'delivered') posted = { activityId: sent.activityId, wording };
    });
    return posted;
  }

  /** A reminder whose turn came too late in the hours that suit is dropped, as an unwanted one is: were it left for later,
   * the mark would tell that it was wanted. */
  private async messageNow(delivery: Delivery, address: PersonAddress): Promise<Message | 'nothing'> {
    const { context, shouldRemind, cards } = this.parts;
    const preferences = await preferencesOf(context, delivery);
    if (!mayAsk(this.campaign.audienceKind, preferences?.stopAsking ?? false)) return 'nothing';
    const turn = await reminderTurn(context, this.campaign, delivery, async () => preferences);
    if (turn !== 'now') return 'nothing';
    if (!(await shouldRemind(this.campaign, delivery))) return 'nothing';
    return cards(this.campaign, delivery, address);
  }
}
