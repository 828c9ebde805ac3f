/** The release of a wave with all that a result card says beside it. */

import type { TrendChart } from '../../domain/chart/chart';
import { followGroup } from '../../domain/chart/follow-group';
import type { Release } from '../../domain/disclosure/release';
import type { WaveId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { Question } from '../../domain/pulse/question';
import type { Wave } from '../../domain/pulse/wave';
import type { AskedOf } from '../../domain/silence/response-by-group';
import type { Store } from '../ports/store';
import { readRecord } from '../records';
import { type Movement, readMovement } from './read-movement';
import { readRelease } from './read-release';

export interface WaveResult {
  readonly release: Release;
  /** What the wave asked, and of whom. */
  readonly questions: readonly Question[];
  readonly asked: AskedOf;
  /** Its wordings that were put right while it was open. */
  readonly corrections?: Wave['corrections'];
  readonly movement: Movement;
  /** Everybody's confidence from wave to wave, where there is enough to draw. */
  readonly trend?: TrendChart;
}

/** Undefined while the wave has no release. */
export async function readWaveResult(
  store: Store,
  programme: Programme,
  waveId: WaveId,
): Promise<WaveResult | undefined> {
  const [release, wave] = await Promise.all([
    readRelease(store, programme.id, waveId),
    readRecord(store, 'wave', programme.id, waveId),
  ]);
  if (!release || !wave) return undefined;
  const { questions, corrections } = wave.document;
  const movement = await readMovement(store, programme, release);
  const trend = trendIn(movement, release);
  return {
    release,
    questions,
    asked: wave.document,
    ...(corrections ? { corrections } : {}),
    movement,
    ...(trend ? { trend } : {}),
  };
}

function trendIn({ everybody }: Movement, { tables: [first], confidenceFloor: floor }: Release) {
  return everybody && first && followGroup(everybody, { questionKind: first.questionKind, floor });
}
