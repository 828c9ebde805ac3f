/** Runs a campaign for as long as it has something to do: send, remind, or mark what was cancelled. */

import type { IntentHandler } from '../app/intent-handler';
import { readRecord } from '../app/records';
import { runCampaignKind, stageOf } from '../domain/campaign/advance-campaign';
import type { Campaign } from '../domain/campaign/campaign';
import type { CampaignParts } from './campaign-parts';
import { whileAtStage } from './campaign-watch';
import { cancelPending } from './cancel-stage';
import { RemindStage } from './remind-stage';
import { SendStage } from './send-stage';

/** Carries out the campaign's own intent. It ends when nothing is left to do; a crash at any point leaves the intent,
 * and whoever sends next goes on with what is pending. */
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
        await runStage(parts, stored.document, signal);
      }
    },
  };
}

async function runStage(parts: CampaignParts, campaign: Campaign, signal: AbortSignal): Promise<void> {
  const { log } = parts.context;
  const stage = stageOf(campaign);
  const fields = { stage, purpose: campaign.purpose, lane: campaign.lane };
  log.info('campaign stage begins', fields);
  const outcome = await whileAtStage(parts.context, campaign, signal, async (stageSignal) => {
    const { reminderPass } = campaign;
    if (stage === 'send') await new SendStage(parts, campaign, stageSignal).run();
    else if (stage === 'cancel') await cancelPending(parts, campaign, stageSignal);
    else if (reminderPass) await new RemindStage(parts, campaign, reminderPass, stageSignal).run();
  });
  log.info('campaign stage ended', { ...fields, outcome });
}
