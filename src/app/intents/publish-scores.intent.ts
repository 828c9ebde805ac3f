/** Writes a release's confidence scores for analysts: all of them first, then all of them made visible. */

import type { ConfidenceScore } from '../../domain/score/confidence-score';
import { confidenceScoresOf } from '../../domain/score/confidence-scores';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { upsertRecord } from '../records';
import { readRelease } from '../wave/read-release';
import { defineIntent } from './define-intent';

export const publishScoresIntent = defineIntent('publish-scores', 'wave', async (context, wave) => {
  const { store } = context;
  const release = await readRelease(store, wave.programmeId, wave.waveId);
  const programme = await currentProgramme(context, wave.programmeId);
  if (!release || !programme) throw new Error(`wave ${wave.waveId} has no release to publish`);
  const { name: programmeName, isSynthetic } = programme;
  const scores = confidenceScoresOf(release, { programmeName, isSynthetic }, wave);
  await writeAll(context, scores, false);
  await writeAll(context, scores, true);
});

const atATime = 20;

async function writeAll({ store }: AppContext, scores: readonly ConfidenceScore[], visible: boolean) {
  for (let start = 0; start < scores.length; start += atATime) {
    const some = scores.slice(start, start + atATime);
    await Promise.all(some.map((score) => upsertRecord(store, 'confidenceScore', { ...score, visible })));
  }
}
