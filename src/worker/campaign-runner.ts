/** Runs a campaign for as long as it has something to do: send, remind, or mark what was cancelled. */

import { changeCampaign } from '../app/campaign/change-campaign';
import type { IntentHandler } from '../app/intent-handler';
import { readRecord } from '../app/records';
import { runCampaignKind, stageOf, waitUntil } from '../domain/campaign/advance-campaign';
import type { Campaign } from '../domain/campaign/campaign';
import { type Instant, plusDays } from '../domain/instant';
import type { CampaignParts } from './campaign-parts';
import { whileAtStage } from './campaign-watch';
import { cancelPending } from './cancel-stage';
import { RemindStage } from './remind-stage';
import { SendStage } from './send-stage';
import { earlierOf } from './waits';

/** Carries out the campaign's own intent. It ends when nothing is left to do, or when everybody left only waits for a time
 * that suits them: the intent is then due at the earliest such time, and nothing of the campaign stays in memory. A crash at
 * any point leaves the intent, and whoever sends next goes on with what is pending. */
export function campaignRunner(parts: CampaignParts): IntentHandler {
  return {
    kind: runCampaignKind,
    isLong: true,
    async carryOut({ store }, { document, signal }) {
      if (document.type !== 'campaign') throw new TypeError('only a campaign is run');
      for (;;) {
        signal.throwIfAborted();
        const stored = await readRecord(store, 'campaign', document.programmeId, document.campaignId);
        if (!stored || stageOf(stored.document) === 'nothing') return;
        if ((await runStage(parts, stored.document, signal)) === 'waits') return;
      }
    },
  };
}

async function runStage(
  parts: CampaignParts,
  campaign: Campaign,
  signal: AbortSignal,
): Promise<'waits' | 'ended'> {
  const { log } = parts.context;
  const stage = stageOf(campaign);
  const fields = { stage, purpose: campaign.purpose, lane: campaign.lane };
  log.info('campaign stage begins', fields);
  let until: Instant | undefined;
  const outcome = await whileAtStage(parts.context, campaign, signal, async (stageSignal) => {
    if (stage === 'cancel') await cancelPending(parts, campaign, stageSignal);
    else until = await write(parts, campaign, stageSignal);
  });
  log.info('campaign stage ended', { ...fields, outcome, waits: until !== undefined });
  if (outcome === 'movedOn' || until === undefined) return 'ended';
  await waitFor(parts, campaign, until);
  return 'waits';
}

/** The reminder first: whoever is waiting for the first message then is passed over, not written to twice on end.
 * @returns the earliest time that suits somebody who is left, if anybody is. */
async function write(
  parts: CampaignParts,
  campaign: Campaign,
  signal: AbortSignal,
): Promise<Instant | undefined> {
  const { reminderPass, status } = campaign;
  const reminding = reminderPass && (await new RemindStage(parts, campaign, reminderPass, signal).run());
  const sending = status === 'sending' ? await new SendStage(parts, campaign, signal).run() : undefined;
  return earlierOf(reminding || undefined, sending);
}

/** Once a day at the latest, because the programme may have changed its rules. */
async function waitFor({ context }: CampaignParts, campaign: Campaign, until: Instant): Promise<void> {
  const tomorrow = plusDays(context.clock.now(), 1);
  const dueAt = until < tomorrow ? until : tomorrow;
  await changeCampaign(context, campaign, (current) => waitUntil(current, campaign, dueAt));
}
