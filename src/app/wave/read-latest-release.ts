/** The latest result of a programme, whichever pulse it is of. */

import type { Programme } from '../../domain/programme/programme';
import { isOfReview } from '../../domain/review/is-of-review';
import type { Store } from '../ports/store';
import { readWaveResult, type WaveResult } from './read-wave-result';
import { releasedWaves } from './released-waves';

export async function readLatestRelease(store: Store, programme: Programme): Promise<WaveResult | undefined> {
  const waves = await releasedWaves(store, programme.id);
  const latest = waves.find((wave) => !isOfReview(wave));
  return latest && readWaveResult(store, programme, latest.waveId);
}
