/** What became of a campaign, by what Teams counted and what is on record. */

import type { CampaignId } from '../../../src/domain/ids';
import type { DispatchSetting } from '../../support/dispatch/dispatch-setting';

export interface Outcome {
  readonly requests: number;
  readonly admittedSpanMs: number;
  /** On record. */
  readonly delivered: number;
  /** People without a message. */
  readonly lost: number;
  /** Messages beyond one a person. */
  readonly duplicates: number;
  /** Requests above a limit, and whatever else Teams remarks on. */
  readonly violations: number;
}

export async function outcomeOf(setting: DispatchSetting, campaignId: CampaignId): Promise<Outcome> {
  const [{ delivered }, statistics] = await Promise.all([
    setting.totals(campaignId),
    setting.teams.statistics(),
  ]);
  const { requests, admittedSpanMs, messagesAccepted, peopleReached, throttled, violations } = statistics;
  const remarks = Object.values(violations).reduce((sum, count) => sum + count, 0);
  return {
    requests,
    admittedSpanMs,
    delivered,
    lost: setting.people.length - peopleReached,
    duplicates: messagesAccepted - peopleReached,
    violations: throttled.app + throttled.conversation + remarks,
  };
}
