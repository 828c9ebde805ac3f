/** Repeats a step of long work through the store's short troubles, so that one of them does not end the whole. */

import type { Clock } from './ports/clock';
import { ThrottledError, UnavailableError } from './ports/errors';

const mostTries = 6;
const firstPauseMs = 200;

/** Tries up to six times over about six seconds, or for as long as the store asks each time.
 * @param step idempotent. @throws its last error, and at once any that is not the store's. */
export async function retryStore<R>(clock: Clock, step: () => Promise<R>, signal?: AbortSignal): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await step();
    } catch (error) {
      const isTrouble = error instanceof ThrottledError || error instanceof UnavailableError;
      if (!isTrouble || tries === mostTries) throw error;
      const hintMs = error instanceof ThrottledError ? error.retryAfterMs : undefined;
      await clock.sleep(hintMs ?? firstPauseMs * 2 ** (tries - 1), signal);
    }
  }
}
