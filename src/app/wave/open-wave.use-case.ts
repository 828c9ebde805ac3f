/** Opens a wave: draws the audience, freezes the frame, makes the wave key, and leaves the sending to an intent. */

import { buildFrame } from '../../domain/disclosure/build-frame';
import type { ProgrammeId, PulseId, WaveId } from '../../domain/ids';
import { aboutToOpen, announceWave } from '../../domain/pulse/announce-wave';
import {
  openWave as decideOpening,
  type OpeningOutcome,
  type OpeningRequest,
  type ScheduledRun,
  waveIdOf,
} from '../../domain/pulse/open-wave';
import type { Wave } from '../../domain/pulse/wave';
import { candidatesOf } from '../audience/candidates-of';
import { frameOfStage } from '../audience/frame-of-stage';
import { PeopleAsked } from '../audience/people-asked';
import type { AppContext } from '../context';
import { openingsId } from '../documents';
import { ConflictError } from '../ports/errors';
import type { Store } from '../ports/store';
import { findProgramme } from '../programme/find-programme';
import { createRecord, ensureRecord, listRecords, readRecord, replaceRecord } from '../records';
import { findPulse } from '../schedule/find-pulse';

export type OpenWaveOutcome =
  | { readonly outcome: 'opened'; readonly wave: Wave; readonly invited: number }
  /** `notApproved`: a check after go-live without what one needs. */
  | { readonly outcome: 'noSuchProgramme' | 'noSuchPulse' | 'openedAtTheSameTime' | 'notApproved' }
  /** `listed`: the people on the lead's list, none of whom has been imported. */
  | { readonly outcome: 'nobodyToAsk'; readonly listed?: number }
  | { readonly outcome: 'askedAlready'; readonly waveId: WaveId; readonly title: string };

interface OpenWave {
  readonly programmeId: ProgrammeId;
  readonly pulseId: PulseId;
  readonly openedBy: Wave['openedBy'];
  readonly run?: ScheduledRun;
}

/** Others that open a wave of the programme between reading and announcing. */
const mostOvertaken = 4;

export async function openWave(context: AppContext, command: OpenWave): Promise<OpenWaveOutcome> {
  const { store, keys } = context;
  const programme = await findProgramme(store, command.programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const pulse = await findPulse(store, programme, command.pulseId);
  if (!pulse) return { outcome: 'noSuchPulse' };
  const people = new PeopleAsked(() => candidatesOf(store, programme), programme, pulse.audience);
  const { asked, everybody } = people;
  const { leftOut, notAsked, notImported } = await people.count();
  if (asked.people === 0)
    return { outcome: 'nobodyToAsk', ...(notImported.length > 0 ? { listed: notImported.length } : {}) };
  const frame = buildFrame({
    ...programme,
    cells: asked.cells,
    within: await frameOfStage(context, programme, everybody),
  });
  const decided = await announced(context, command, { programme, pulse, frame, leftOut, notAsked });
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
  return { outcome: 'opened', wave: decided.wave, invited: asked.people };
}

/** Decides and announces the wave in one conditional write: of two that ask one question and begin at the same moment, the
 * second finds the first announced, wherever each is opened. */
async function announced(
  { store, clock }: AppContext,
  { programmeId, openedBy, run }: OpenWave,
  wanted: Pick<OpeningRequest, 'programme' | 'pulse' | 'frame' | 'leftOut' | 'notAsked'>,
): Promise<OpeningOutcome | { readonly outcome: 'openedAtTheSameTime' }> {
  const { programme, pulse } = wanted;
  for (let overtaken = 0; overtaken < mostOvertaken; overtaken += 1) {
    const openings = await readRecord(store, 'openings', programmeId, openingsId);
    const known = openings?.document.announced ?? [];
    const waves = await allWaves(store, programmeId);
    const now = clock.now();
    const number = waves.filter(({ pulseId }) => pulseId === pulse.id).length + 1;
    const beginning = aboutToOpen(known, waves, waveIdOf(programme, pulse, number), now);
    const decided = decideOpening({
      ...wanted,
      unclosed: [...waves.filter(({ status }) => status !== 'closed'), ...beginning],
      number,
      openedBy,
      ...(run ? { run } : {}),
      now,
    });
    if (decided.outcome !== 'opened') return decided;
    const next = { programmeId, announced: announceWave(known, decided.wave, now) };
    try {
      if (openings) await replaceRecord(store, 'openings', next, openings.version);
      else await createRecord(store, 'openings', next);
      return decided;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  return { outcome: 'openedAtTheSameTime' };
}

async function allWaves(store: Store, programmeId: ProgrammeId): Promise<readonly Wave[]> {
  const waves: Wave[] = [];
  for await (const { document } of listRecords(store, 'wave', programmeId)) waves.push(document);
  return waves;
}
