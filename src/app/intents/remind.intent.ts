/** Starts a reminder pass over the deliveries of a wave, or of a ballot to those who are asked by name. */

import { startReminder } from '../../domain/campaign/advance-campaign';
import { ballotCampaignIdOf } from '../../domain/review/review-campaigns';
import { changeCampaign } from '../campaign/change-campaign';
import type { IntendingDocument, IntentHandler } from '../intent-handler';

/** `data.pass` is 1 or 2. What is closed or closing reminds nobody. */
export const remind: IntentHandler = {
  kind: 'remind',
  async carryOut(context, { document, intent }) {
    const pass = intent.data?.pass;
    if (pass !== 1 && pass !== 2) throw new TypeError('a reminder is the first or the second');
    const campaignId = remindedBy(document, Number(intent.data?.number));
    if (!campaignId) return;
    const { programmeId } = document;
    const outcome = await changeCampaign(context, { programmeId, campaignId }, (campaign) =>
      startReminder(campaign, pass, context.clock.now()),
    );
    if (outcome === 'noSuchCampaign') throw new Error('what is to be reminded of has not been sent yet');
    context.poke();
  },
};

function remindedBy(document: IntendingDocument, round: number) {
  if (document.type === 'wave') return document.status === 'open' ? document.campaignId : undefined;
  if (document.type !== 'review') throw new TypeError('a reminder belongs to a wave or a review');
  const isRunning = document.status === 'open' && document.rounds.length === round;
  return isRunning ? ballotCampaignIdOf(document.reviewId, round) : undefined;
}
