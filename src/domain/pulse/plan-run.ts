/** What a pulse does by its schedule: the run to come as an intent, and what became of the run that was due. */

import { localDay } from '../calendar/local-time';
import { asId, type CampaignId } from '../ids';
import type { Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import type { Programme } from '../programme/programme';
import { nextRun } from '../schedule/next-run';
import type { PlannedRun, Schedule } from '../schedule/schedule';
import type { MissedRun, Pulse, PulseRun } from './pulse';

export const openScheduled = 'open-scheduled';
/** Alarms whose cards still say what was missed. */
const mostMissed = 20;

type Owner = Pick<Programme, 'timeZone' | 'workingHours' | 'stages' | 'sending'>;

/** The pulse with the run that its schedule plans next, or with none where it has no schedule any more or is retired. A run
 * that is due already stays as it is, and runs of the past are not made up for. The same occurrence never runs twice,
 * wherever the schedule moves it afterwards. */
export function planRun(pulse: Pulse, schedule: Schedule | undefined, programme: Owner, now: Instant): Pulse {
  const { schedule: _earlier, ...rest } = pulse;
  if (!schedule || pulse.status !== 'confirmed') return withNextRun(rest, undefined);
  const scheduled = { ...rest, schedule };
  if (pulse.nextRun && pulse.nextRun.at <= now) return scheduled;
  return withNextRun(scheduled, plannedAfter(pulse, schedule, programme, now));
}

/** What became of the run that was planned, and the following one. A missed run raises its alarm. */
export function recordRun(pulse: Pulse, run: PulseRun, next: PlannedRun | undefined): Pulse {
  const recorded = withNextRun({ ...pulse, lastRun: run }, next);
  if (run.outcome === 'opened') return recorded;
  const alarmed = { ...recorded, missed: [...(pulse.missed ?? []), run].slice(-mostMissed) };
  return planIntents(alarmed, [alarmIntent(run)]);
}

/** The planned run a little later: a wave that is about to close is in its way. */
export function waitWithRun(pulse: Pulse, until: Instant): Pulse {
  const { nextRun: planned } = pulse;
  return planned ? planIntents(pulse, [{ ...openIntent(planned), dueAt: until }], [openScheduled]) : pulse;
}

/** The pulse after somebody opened a wave in the place of a run that was missed: its alarm's cards are brought up to date. */
export function makeUpForRun(pulse: Pulse, run: Extract<PulseRun, { outcome: 'opened' }>): Pulse {
  const { lastRun } = pulse;
  const isLast = lastRun?.plannedFor === run.plannedFor;
  return planIntents({ ...pulse, ...(isLast ? { lastRun: run } : {}) }, [
    { id: `update-cards:${run.plannedFor}`, kind: 'update-cards', lane: 'urgent', dueAt: run.at },
  ]);
}

/** Derived from the run, so that its alarm is raised once. */
export function missedCampaignIdOf(
  { programmeId, pulseId }: Pick<Pulse, 'programmeId' | 'pulseId'>,
  plannedFor: Instant,
): CampaignId {
  return asId(`missed.${programmeId}.${pulseId}.${plannedFor.replace(/\D/g, '')}`);
}

/** The alarms whose cards may still be pressed. */
export function missedCampaignsOf(pulse: Pulse): readonly CampaignId[] {
  return (pulse.missed ?? []).map(({ plannedFor }) => missedCampaignIdOf(pulse, plannedFor));
}

/** The run whose alarm this campaign is, as long as it is remembered. */
export function missedRunOf(pulse: Pulse, campaignId: string): MissedRun | undefined {
  return pulse.missed?.find(({ plannedFor }) => missedCampaignIdOf(pulse, plannedFor) === campaignId);
}

function plannedAfter(
  pulse: Pulse,
  schedule: Schedule,
  programme: Owner,
  now: Instant,
): PlannedRun | undefined {
  const { lastRun } = pulse;
  const planned = nextRun(schedule, programme, now);
  if (!planned || lastRun?.outcome !== 'opened') return planned;
  if (hasRunOnce(pulse, schedule)) return undefined;
  const dayOfRun = localDay(lastRun.plannedFor, programme.timeZone);
  const namedDay = planned.movedFrom ?? localDay(planned.at, programme.timeZone);
  return namedDay <= dayOfRun ? nextRun(schedule, programme, planned.at) : planned;
}

/** Its one run took place: the stage that names its day may have moved since. */
function hasRunOnce({ schedule: before, nextRun: waiting }: Pulse, schedule: Schedule): boolean {
  return schedule.kind === 'once' && before?.kind === 'once' && before.on === schedule.on && !waiting;
}

function withNextRun(pulse: Pulse, next: PlannedRun | undefined): Pulse {
  const { nextRun: earlier, ...rest } = pulse;
  if (!next) return planIntents(rest, [], [openScheduled]);
  // An intent of the same run may have been put off after a failure.
  const cleared = earlier?.at === next.at ? [] : [openScheduled];
  return planIntents({ ...rest, nextRun: next }, [openIntent(next)], cleared);
}

function openIntent({ at }: PlannedRun): Intent {
  return { id: openScheduled, kind: openScheduled, lane: 'normal', dueAt: at, data: { plannedFor: at } };
}

function alarmIntent({ plannedFor, at }: MissedRun): Intent {
  return {
    id: `start-campaign:pulse-missed:${plannedFor}`,
    kind: 'start-campaign',
    lane: 'urgent',
    dueAt: at,
    data: { purpose: 'pulse-missed', plannedFor },
  };
}
