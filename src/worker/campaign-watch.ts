/** Notices within a second that a running campaign was cancelled, or told to do something else. */

import { setMaxListeners } from 'node:events';
import type { AppContext } from '../app/context';
import { readRecord } from '../app/records';
import { stageOf } from '../domain/campaign/advance-campaign';
import type { Campaign } from '../domain/campaign/campaign';

const lookEveryMs = 400;

/** Thrown through a stage whose campaign has moved on to another one. */
export class CampaignMovedOn extends Error {
  override readonly name = 'CampaignMovedOn';
}

/** Runs one stage with a signal that is aborted when the outer one is, or when the campaign moves on.
 * @returns what became of it. @throws whatever the stage throws for another reason. */
export async function whileAtStage(
  { store, clock }: AppContext,
  campaign: Campaign,
  outer: AbortSignal,
  run: (signal: AbortSignal) => Promise<void>,
): Promise<'finished' | 'movedOn'> {
  const movedOn = new AbortController();
  const ended = new AbortController();
  const signal = AbortSignal.any([outer, movedOn.signal]);
  // Every delivery that waits listens to it.
  setMaxListeners(0, signal);
  const watch = async () => {
    for (;;) {
      await clock.sleep(lookEveryMs, ended.signal);
      const current = await readRecord(store, 'campaign', campaign.programmeId, campaign.campaignId).catch(
        () => undefined,
      );
      if (current && !isSameStage(current.document, campaign)) movedOn.abort(new CampaignMovedOn());
    }
  };
  const watching = watch().catch(() => undefined);
  try {
    await run(signal);
    return 'finished';
  } catch (error) {
    if (movedOn.signal.aborted && !outer.aborted) return 'movedOn';
    throw error;
  } finally {
    ended.abort();
    await watching;
  }
}

function isSameStage(current: Campaign, campaign: Campaign): boolean {
  const stage = stageOf(campaign);
  if (stageOf(current) !== stage) return false;
  return stage !== 'remind' || current.reminderPass === campaign.reminderPass;
}
