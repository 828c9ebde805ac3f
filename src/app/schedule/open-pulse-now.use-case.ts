/** The lead opens a wave of a pulse now: in the place of a run that was missed, or beside its schedule. */

import type { PersonId, ProgrammeId, PulseId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { makeUpForRun } from '../../domain/pulse/plan-run';
import type { Wave } from '../../domain/pulse/wave';
import { roomBefore } from '../../domain/schedule/judge-run';
import type { PlannedRun } from '../../domain/schedule/schedule';
import type { AppContext } from '../context';
import { pulseDocumentId } from '../documents';
import { changeRecord, readRecord } from '../records';
import { type OpenWaveOutcome, openWave } from '../wave/open-wave.use-case';
import { readOpenedRun } from './wave-of-run';

export interface OpenPulseNow {
  readonly programmeId: ProgrammeId;
  readonly pulseId: PulseId;
  readonly openedBy: PersonId;
  /** The run that was missed and that this makes up for. */
  readonly inPlaceOf?: Instant;
}

export type OpenPulseNowOutcome =
  | OpenWaveOutcome
  /** In the place of that run, or by an earlier delivery of the same tap. */
  | { readonly outcome: 'openedBefore'; readonly wave: Wave }
  /** A later run has opened since. */
  | { readonly outcome: 'overtaken' }
  /** There is no time for anybody to answer before the schedule opens the following wave. */
  | { readonly outcome: 'nextRunSoon'; readonly nextRun: PlannedRun };

/** The wave is closed before the schedule's next run. In the place of one run at most one wave opens. */
export async function openPulseNow(
  context: AppContext,
  { programmeId, pulseId, openedBy, inPlaceOf }: OpenPulseNow,
): Promise<OpenPulseNowOutcome> {
  const { store, clock } = context;
  const before = inPlaceOf && (await readOpenedRun(context, { programmeId, pulseId }, inPlaceOf));
  if (before?.wave) return { outcome: 'openedBefore', wave: before.wave };
  if (before?.overtakenAt) return { outcome: 'overtaken' };
  const stored = await readRecord(store, 'pulse', programmeId, pulseDocumentId(pulseId));
  const nextRun = stored?.document.nextRun;
  const room = roomBefore(nextRun, clock.now());
  if (!room && nextRun) return { outcome: 'nextRunSoon', nextRun };
  const opened = await openWave(context, {
    ...{ programmeId, pulseId, openedBy },
    run: { ...(inPlaceOf ? { scheduledFor: inPlaceOf } : {}), ...room },
  });
  if (opened.outcome === 'opened' && inPlaceOf) await madeUp(context, opened.wave, inPlaceOf);
  if (opened.outcome !== 'askedAlready' || inPlaceOf) return opened;
  const open = await readRecord(store, 'wave', programmeId, opened.waveId);
  return open?.document.pulseId === pulseId ? { outcome: 'openedBefore', wave: open.document } : opened;
}

async function madeUp({ store, poke }: AppContext, wave: Wave, plannedFor: Instant): Promise<void> {
  const { programmeId, pulseId, waveId, opensAt } = wave;
  await changeRecord(store, 'pulse', programmeId, pulseDocumentId(pulseId), (pulse) => ({
    outcome: 'recorded',
    next: makeUpForRun(pulse, { outcome: 'opened', plannedFor, at: opensAt, waveId }),
  }));
  poke();
}
