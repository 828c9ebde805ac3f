/** Chance that can be had again: the seed is in the message of whatever fails, and `TEST_SEED` repeats it. */

import { seededRandom } from './loopback-teams/seeded-random';
import { testSeed } from './test-seed';

export async function withSeed(run: (random: () => number) => Promise<void>): Promise<void> {
  try {
    await run(seededRandom(testSeed));
  } catch (error) {
    if (error instanceof Error) error.message = `with TEST_SEED=${testSeed}: ${error.message}`;
    throw error;
  }
}
