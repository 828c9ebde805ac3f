/** The life of a campaign: snapshotting → sending → done, reminded at most twice, cancelled at any time before done. */

import type { Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Campaign } from './campaign';

/** The intent by which the worker finds a campaign that has something to send. */
export const runCampaignKind = 'run-campaign';

/** What is to be done next for a campaign that has something due. */
export type CampaignStage = 'send' | 'remind' | 'cancel' | 'nothing';

export function stageOf(campaign: Campaign): CampaignStage {
  if (campaign.status === 'sending') return 'send';
  if (campaign.status === 'cancelled') return isRunning(campaign) ? 'cancel' : 'nothing';
  return campaign.status === 'done' && campaign.reminderPass !== undefined ? 'remind' : 'nothing';
}

export function isRunning(campaign: Campaign): boolean {
  return campaign.intents.some(({ kind }) => kind === runCampaignKind);
}

/** The audience is complete: sending may begin. Undefined when it had begun before. */
export function beginSending(campaign: Campaign, now: Instant): Campaign | undefined {
  if (campaign.status !== 'snapshotting') return undefined;
  return withRun(withoutCursor({ ...campaign, status: 'sending' }), now, 'send');
}

/** Nobody is pending any more. Undefined when it was cancelled or done before. */
export function finishSending(campaign: Campaign): Campaign | undefined {
  if (campaign.status !== 'sending') return undefined;
  return settled(withoutCursor({ ...campaign, status: 'done' }));
}

/** Starts a reminder pass over every delivery. A later pass takes the place of an earlier one that is not through;
 * the same or an earlier pass, and a cancelled campaign, change nothing. */
export function startReminder(campaign: Campaign, pass: 1 | 2, now: Instant): Campaign | undefined {
  const isOver = campaign.status === 'cancelled' || campaign.isReminderless;
  if (isOver || (campaign.reminderPass ?? 0) >= pass) return undefined;
  // While the first send is still running the cursor is its own.
  const from = campaign.status === 'sending' ? campaign : withoutCursor(campaign);
  return withRun({ ...from, reminderPass: pass }, now, `remind${pass}`);
}

/** Whoever is left only waits for a time that suits: it goes on at `until`. Undefined when it was told to do something else
 * since it was `begun`: that is due at once. */
export function waitUntil(campaign: Campaign, begun: Campaign, until: Instant): Campaign | undefined {
  const isToldToRemind = campaign.reminderPass !== undefined && campaign.reminderPass !== begun.reminderPass;
  const isRun = campaign.status === 'sending' || stageOf(campaign) === 'remind';
  if (!isRun || isToldToRemind) return undefined;
  return withRun(withoutCursor(campaign), until, 'wait');
}

/** Every delivery was dealt with in this pass. */
export function finishReminder(campaign: Campaign, pass: 1 | 2): Campaign | undefined {
  if (campaign.reminderPass !== pass) return undefined;
  const { reminderPass: _pass, ...rest } = withoutCursor(campaign);
  return settled(rest);
}

/** Stops what is not sent yet. Undefined when there is nothing left to stop. */
export function cancelCampaign(campaign: Campaign, now: Instant): Campaign | undefined {
  const isOver = campaign.status === 'done' && campaign.reminderPass === undefined;
  if (campaign.status === 'cancelled' || isOver) return undefined;
  const { reminderPass: _pass, ...rest } = withoutCursor(campaign);
  // What was sent to everyone stays done; only its reminders end.
  if (campaign.status === 'done') return settled(rest);
  return withRun({ ...rest, status: 'cancelled' }, now, 'cancel');
}

/** The same for somebody who wants no more of it: no later reminder begins either. Undefined when that was so before. */
export function stopCampaign(campaign: Campaign, now: Instant): Campaign | undefined {
  const cancelled = cancelCampaign(campaign, now);
  if (!cancelled && campaign.isReminderless) return undefined;
  return { ...(cancelled ?? campaign), isReminderless: true };
}

/** Deliveries may have been written after those of a cancelled campaign were marked: they are marked now. Undefined for a
 * campaign that is not cancelled. */
export function markAgain(campaign: Campaign, now: Instant): Campaign | undefined {
  return campaign.status === 'cancelled' ? withRun(campaign, now, 'markAgain') : undefined;
}

/** A cancelled campaign whose remaining deliveries say so. */
export function finishCancelling(campaign: Campaign): Campaign | undefined {
  return campaign.status === 'cancelled' && isRunning(campaign) ? settled(campaign) : undefined;
}

/** `why` and `number` tell a new run from the one it replaces, which is perhaps just ending at the same instant: wall time can
 * be set back, and then somebody waits for the very instant at which the run that is ending was due. */
function withRun(campaign: Campaign, dueAt: Instant, why: string): Campaign {
  const { lane, intents } = campaign;
  const replaced = intents.find(({ id }) => id === runCampaignKind);
  const number = Number(replaced?.data?.number ?? 0) + 1;
  const run: Intent = { id: runCampaignKind, kind: runCampaignKind, lane, dueAt, data: { why, number } };
  return planIntents(campaign, [run], [runCampaignKind]);
}

function settled(campaign: Campaign): Campaign {
  const isIdle = campaign.status !== 'sending' && campaign.reminderPass === undefined;
  return isIdle ? planIntents(campaign, [], [runCampaignKind]) : campaign;
}

function withoutCursor(campaign: Campaign): Campaign {
  const { cursor: _cursor, ...rest } = campaign;
  return rest;
}
