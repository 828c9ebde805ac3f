/** Opens a wave: draws the audience, freezes the frame, makes the wave key, and leaves the sending to an intent. */

import { buildFrame } from '../../domain/disclosure/build-frame';
import type { ProgrammeId, PulseId, WaveId } from '../../domain/ids';
import { openWave as decideOpening, type ScheduledRun } from '../../domain/pulse/open-wave';
import { selectAudience } from '../../domain/pulse/select-audience';
import type { Wave } from '../../domain/pulse/wave';
import { frameOfStage } from '../audience/frame-of-stage';
import { headcountsOf } from '../audience/headcounts-of';
import { readCandidates } from '../audience/read-candidates';
import type { AppContext } from '../context';
import { ConflictError } from '../ports/errors';
import { createRecord, ensureRecord, listRecords, readRecord } from '../records';
import { findPulse } from '../schedule/find-pulse';

export type OpenWaveOutcome =
  | { readonly outcome: 'opened'; readonly wave: Wave; readonly invited: number }
  /** `notApproved`: a check after go-live without what one needs. */
  | { readonly outcome: 'noSuchProgramme' | 'noSuchPulse' | 'openedAtTheSameTime' | 'notApproved' }
  /** `listed`: the people on the lead's list, none of whom has been imported. */
  | { readonly outcome: 'nobodyToAsk'; readonly listed?: number }
  | { readonly outcome: 'askedAlready'; readonly waveId: WaveId; readonly title: string };

export async function openWave(
  context: AppContext,
  command: {
    readonly programmeId: ProgrammeId;
    readonly pulseId: PulseId;
    readonly openedBy: Wave['openedBy'];
    readonly run?: ScheduledRun;
  },
): Promise<OpenWaveOutcome> {
  const { store, keys, clock } = context;
  const programme = (await readRecord(store, 'programme', command.programmeId, command.programmeId))
    ?.document;
  if (!programme) return { outcome: 'noSuchProgramme' };
  const pulse = await findPulse(store, programme, command.pulseId);
  if (!pulse) return { outcome: 'noSuchPulse' };
  const candidates = await readCandidates(store, programme);
  const { asked, leftOut, notAsked, notImported } = selectAudience(programme, candidates, pulse.audience);
  if (asked.length === 0)
    return { outcome: 'nobodyToAsk', ...(notImported.length > 0 ? { listed: notImported.length } : {}) };
  const waves = await allWaves(context, command.programmeId);
  const decided = decideOpening({
    programme,
    pulse,
    frame: buildFrame({
      ...programme,
      cells: headcountsOf(asked),
      within: await frameOfStage(context, programme, candidates),
    }),
    leftOut,
    notAsked,
    unclosed: waves.filter(({ status }) => status !== 'closed'),
    number: waves.filter(({ pulseId }) => pulseId === pulse.id).length + 1,
    openedBy: command.openedBy,
    ...(command.run ? { run: command.run } : {}),
    now: clock.now(),
  });
  if (decided.outcome !== 'opened') return decided;
  const { waveId } = decided.wave;
  await ensureRecord(store, 'waveKey', { waveId, ...keys.newWaveKey(waveId) });
  try {
    await createRecord(store, 'wave', decided.wave);
  } catch (error) {
    if (error instanceof ConflictError) return { outcome: 'openedAtTheSameTime' };
    throw error;
  }
  context.poke();
  return { outcome: 'opened', wave: decided.wave, invited: asked.length };
}

async function allWaves(context: AppContext, programmeId: ProgrammeId): Promise<readonly Wave[]> {
  const waves: Wave[] = [];
  for await (const { document } of listRecords(context.store, 'wave', programmeId)) waves.push(document);
  return waves;
}
