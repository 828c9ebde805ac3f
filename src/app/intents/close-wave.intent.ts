/** The planned close of a wave, when its time has come. */

import { closeWave } from '../wave/close-wave.use-case';
import { defineIntent } from './define-intent';

export const closeWaveIntent = defineIntent('close-wave', 'wave', async (context, wave) => {
  await closeWave(context, wave);
});
