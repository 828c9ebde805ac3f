/** Brings shared cards up to date where they were sent, so that nobody decides on an old one. */

import { findAddress } from '../app/audience/find-address';
import type { AppContext } from '../app/context';
import { forEachConcurrently } from '../app/for-each-concurrently';
import type { IntendingDocument, IntentHandler, IntentRequest } from '../app/intent-handler';
import { listRecords, readRecord } from '../app/records';
import { isRunning } from '../domain/campaign/advance-campaign';
import type { Campaign } from '../domain/campaign/campaign';
import type { CampaignId } from '../domain/ids';
import { plusMs } from '../domain/instant';
import { planIntents } from '../domain/intent/plan-intents';
import type { CampaignParts } from './campaign-parts';
import type { Rest } from './delivery-pool';
import { passOverBroken } from './pass-over-broken';
import { settleIntent } from './settle-intent';

const updatesAtOnce = 10;
const mostRequests = 5;
/** Whoever touches a card that was not updated is shown the current one. */
const mostWaitMs = 30_000;
/** A card that was on its way when the others were updated is there by then. */
const lookAgainAfterMs = [2_000, 30_000];

export type CampaignsShowing = (
  context: AppContext,
  document: IntendingDocument,
) => Promise<readonly CampaignId[]>;

/** @param campaignsShowing the campaigns whose cards show this document. */
export function updateCards(parts: CampaignParts, campaignsShowing: CampaignsShowing): IntentHandler {
  return {
    kind: 'update-cards',
    // It waits for Teams: short work is not kept from its places.
    isLong: true,
    async carryOut(context, request) {
      const { document, signal } = request;
      let isAnySending = false;
      for (const campaignId of await campaignsShowing(context, document)) {
        const stored = await readRecord(context.store, 'campaign', document.programmeId, campaignId);
        if (!stored) continue;
        // Asked before the cards are listed: what is sent later shows the new state by itself.
        isAnySending ||= isRunning(stored.document);
        await updateCampaign(parts, stored.document, signal);
      }
      if (isAnySending) await lookAgain(context, request);
    },
  };
}

/** The same intent, later: the worker keeps it because its time is another. */
async function lookAgain(context: AppContext, { document, intent }: IntentRequest): Promise<void> {
  const round = Number(intent.data?.round ?? 0);
  const afterMs = lookAgainAfterMs[round];
  if (afterMs === undefined) return;
  const dueAt = plusMs(context.clock.now(), afterMs);
  const again = { ...intent, dueAt, data: { ...intent.data, round: round + 1 } };
  await settleIntent(context.store, document, (current) =>
    current.intents.some(({ id }) => id === intent.id)
      ? planIntents(current, [again], [intent.id])
      : undefined,
  );
}

async function updateCampaign(parts: CampaignParts, campaign: Campaign, signal: AbortSignal): Promise<void> {
  const { context, sender, cards } = parts;
  const { campaignId, lane } = campaign;
  const delivered = listRecords(context.store, 'delivery', campaignId, { status: 'delivered' });
  await forEachConcurrently(delivered, updatesAtOnce, async ({ document: delivery }) => {
    const found = await findAddress(context, delivery);
    const { activityId, personId } = delivery;
    if (!activityId || found?.address.conversationId === undefined) return;
    const { address } = found;
    const turn = { lane, campaignId, personId };
    const message = () => cards(campaign, delivery, address);
    const rest: Rest = (wait) => wait();
    const request = { turn, found, message, mostRequests, mostWaitMs, rest, signal };
    await passOverBroken(context.log, 'card not updated', signal, () => sender.update(request, activityId));
  });
}
