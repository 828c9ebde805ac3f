/** Chance that can be had again: the seed is in the message of whatever fails, and `TEST_SEED` repeats it. */

import { seededRandom } from './loopback-teams/seeded-random';

export async function withSeed(run: (random: () => number) => Promise<void>): Promise<void> {
  const { TEST_SEED } = process.env;
  const seed = TEST_SEED ? Number(TEST_SEED) : Math.floor(Math.random() * 1e9);
  try {
    await run(seededRandom(seed));
  } catch (error) {
    if (error instanceof Error) error.message = `with TEST_SEED=${seed}: ${error.message}`;
    throw error;
  }
}
