/** What chance in the tests begins with: the same for everybody, so that a build that passed passes again. With
 * `TEST_SEED=random npm test` it looks further, and with `TEST_SEED=<number>` it repeats what that found. */

const { TEST_SEED = '20261122' } = process.env;

export const testSeed = TEST_SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(TEST_SEED);
