/** Keeps a campaign's place in its partition on record, seldom enough to cost nothing. */

import { changeCampaign } from '../app/campaign/change-campaign';
import type { AppContext } from '../app/context';
import { stageOf } from '../domain/campaign/advance-campaign';
import type { Campaign } from '../domain/campaign/campaign';

const keepEveryMs = 5_000;

export class CursorKeeper {
  private keptAtMs: number;

  constructor(
    private readonly context: AppContext,
    private readonly campaign: Campaign,
  ) {
    this.keptAtMs = context.clock.monotonicMs();
  }

  /** Everything up to `cursor` was begun; what of it is unfinished is found by the sweep that follows a resumed one. */
  async reached(cursor: string): Promise<void> {
    const nowMs = this.context.clock.monotonicMs();
    if (nowMs - this.keptAtMs < keepEveryMs) return;
    this.keptAtMs = nowMs;
    const stage = stageOf(this.campaign);
    await changeCampaign(this.context, this.campaign, (current) =>
      stageOf(current) === stage && current.reminderPass === this.campaign.reminderPass
        ? { ...current, cursor }
        : undefined,
    ).catch(() => this.context.log.warn('cursor not kept'));
  }
}
