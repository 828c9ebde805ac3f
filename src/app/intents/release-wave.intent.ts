/** The close protocol: seal, wait out every answer that is on its way, release once, then close. */

import { finishWave } from '../../domain/pulse/finish-wave';
import { changeRecord, upsertRecord } from '../records';
import { readRelease } from '../wave/read-release';
import { writeRelease } from '../wave/write-release';
import { defineIntent } from './define-intent';

/** After a crash it reads the stored release and never computes a second one. */
export const releaseWaveIntent = defineIntent(
  'release-wave',
  'wave',
  async (context, wave, _intent, signal) => {
    const { store, clock, settings } = context;
    if (!(await readRelease(store, wave.programmeId, wave.waveId))) {
      const { session } = await upsertRecord(store, 'seal', { waveId: wave.waveId });
      await clock.sleep(settings.sealWaitMs, signal);
      await writeRelease(context, wave, session);
    }
    await changeRecord(store, 'wave', wave.programmeId, wave.waveId, (current) =>
      finishWave(current, clock.now()),
    );
  },
);
