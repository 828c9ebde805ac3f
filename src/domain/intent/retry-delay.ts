/** How long a failed intent waits: soon at first, rarely later, never for ever. */

const firstMs = 1_000;
const longestMs = 5 * 60_000;

/** Milliseconds after the `failures`-th failure in a row: 1 s, doubling, at most 5 minutes.
 * @throws RangeError unless `failures` is a whole number from 1. */
export function retryDelayMs(failures: number): number {
  if (!Number.isInteger(failures) || failures < 1)
    throw new RangeError(`no delay after ${failures} failures`);
  return Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 20));
}
