/** Begins the close of a wave; the release follows from the wave's own intents. */

import type { ProgrammeId, WaveId } from '../../domain/ids';
import { type CloseOutcome, closeWave as decideClose } from '../../domain/pulse/close-wave';
import type { AppContext } from '../context';
import { changeRecord } from '../records';

export type CloseWaveOutcome = CloseOutcome | 'noSuchWave';

export async function closeWave(
  context: AppContext,
  command: { readonly programmeId: ProgrammeId; readonly waveId: WaveId },
): Promise<CloseWaveOutcome> {
  const outcome = await changeRecord(context.store, 'wave', command.programmeId, command.waveId, (wave) =>
    decideClose(wave, context.clock.now()),
  );
  context.poke();
  return outcome ?? 'noSuchWave';
}
