/** Carries out the run of a pulse that is due: its wave is opened, or the run is missed and says why. */

import type { ProgrammeId, WaveId } from '../../domain/ids';
import { type Instant, plusMs } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { planRun, recordRun, waitWithRun } from '../../domain/pulse/plan-run';
import type { Pulse, PulseRun } from '../../domain/pulse/pulse';
import { judgeRun } from '../../domain/schedule/judge-run';
import { nextRun } from '../../domain/schedule/next-run';
import type { PlannedRun, Schedule } from '../../domain/schedule/schedule';
import type { AppContext } from '../context';
import { pulseDocumentId } from '../documents';
import { findProgramme } from '../programme/find-programme';
import { changeRecord, readRecord } from '../records';
import { type OpenWaveOutcome, openWave } from '../wave/open-wave.use-case';
import { scheduleOf } from './plan-pulse';
import { waveOfRun } from './wave-of-run';

/** The wave names its run: where a crash came between opening it and recording that, it is found and not opened again. A run
 * that was carried out, or is no longer planned, is left alone.
 * @throws whatever the store throws, and Error when somebody opened a wave at the same moment: try again. */
export async function runPulse(context: AppContext, pulse: Pulse, plannedFor: Instant): Promise<void> {
  if (pulse.nextRun?.at !== plannedFor) return;
  const programme = await findProgramme(context.store, pulse.programmeId);
  if (!programme) return;
  const schedule = scheduleOf(programme, pulse);
  if (!schedule || pulse.status !== 'confirmed') {
    await record(context, pulse, plannedFor, (current) => planRun(current, schedule, programme, plannedFor));
    return;
  }
  const carriedOut = await carryOut(context, programme, pulse, schedule, plannedFor);
  if (carriedOut === 'waits') {
    const until = plusMs(context.clock.now(), closingTakesMs);
    return record(context, pulse, plannedFor, (current) => waitWithRun(current, until));
  }
  const { run, next } = carriedOut;
  await record(context, pulse, plannedFor, (current) => recordRun(current, run, next));
  const ids = { programmeId: programme.id, pulseId: pulse.pulseId };
  if (run.outcome === 'missed') context.log.warn('planned wave not opened', { ...ids, reason: run.reason });
  else context.log.info('planned wave opened', ids);
  context.poke();
}

/** The close of a wave, with its release. */
const closingTakesMs = 10_000;

interface CarriedOut {
  readonly run: PulseRun;
  readonly next?: PlannedRun | undefined;
}

async function carryOut(
  context: AppContext,
  programme: Programme,
  pulse: Pulse,
  schedule: Schedule,
  plannedFor: Instant,
): Promise<CarriedOut | 'waits'> {
  const existing = await openedBefore(context, pulse, plannedFor);
  if (existing) return { run: existing, next: nextRun(schedule, programme, plannedFor) };
  const now = context.clock.now();
  const judged = judgeRun(plannedFor, schedule, programme, now);
  const { next } = judged;
  if (judged.outcome === 'tooLate') {
    const { further } = judged;
    const run = { outcome: 'missed', plannedFor, at: now, reason: 'notRunning' } as const;
    return { run: { ...run, ...(further ? { further } : {}) }, next };
  }
  const { closesBy } = judged;
  const { id: programmeId } = programme;
  const opened = await openWave(context, {
    ...{ programmeId, pulseId: pulse.pulseId, openedBy: 'schedule' },
    run: { scheduledFor: plannedFor, ...(closesBy ? { closesBy } : {}) },
  });
  if (opened.outcome === 'opened') {
    const { waveId, opensAt } = opened.wave;
    return { run: { outcome: 'opened', plannedFor, at: opensAt, waveId }, next };
  }
  if (opened.outcome === 'askedAlready') {
    // Another instance may have opened it since it was looked for: then its own wave is in the way.
    const own = await openedBefore(context, pulse, plannedFor);
    if (own) return { run: own, next };
    if (await isAboutToClose(context, programmeId, opened.waveId)) return 'waits';
  }
  return { run: { outcome: 'missed', plannedFor, at: now, ...whyRefused(opened) }, next };
}

async function openedBefore(
  context: AppContext,
  pulse: Pulse,
  plannedFor: Instant,
): Promise<PulseRun | undefined> {
  const wave = await waveOfRun(context, pulse, plannedFor);
  return wave && { outcome: 'opened', plannedFor, at: wave.opensAt, waveId: wave.waveId };
}

/** After a standstill a wave may be closed and the next one opened at the same moment. */
async function isAboutToClose(
  { store, clock }: AppContext,
  programmeId: ProgrammeId,
  waveId: WaveId,
): Promise<boolean> {
  const wave = await readRecord(store, 'wave', programmeId, waveId);
  return wave?.document.status !== 'open' || wave.document.closesAt <= clock.now();
}

/** @throws Error for what is to be tried again. */
export function whyRefused(opened: Exclude<OpenWaveOutcome, { outcome: 'opened' }>) {
  switch (opened.outcome) {
    case 'askedAlready':
      return { reason: opened.outcome, inTheWay: opened.title };
    case 'nobodyToAsk':
    case 'notApproved':
      return { reason: opened.outcome };
    default:
      throw new Error(`a planned wave was not opened: ${opened.outcome}`);
  }
}

/** Only while that run is still the planned one. */
async function record(
  { store }: AppContext,
  { programmeId, pulseId }: Pulse,
  plannedFor: Instant,
  change: (current: Pulse) => Pulse,
): Promise<void> {
  await changeRecord(store, 'pulse', programmeId, pulseDocumentId(pulseId), (current) =>
    current.nextRun?.at === plannedFor
      ? { outcome: 'recorded', next: change(current) }
      : { outcome: 'overtaken' },
  );
}
