/** A time limit on work that has none of its own. */

import type { Clock } from '../app/ports/clock';

export type Within<T> = { readonly outcome: 'done'; readonly value: T } | { readonly outcome: 'late' };

/** Made once: without a reason each abort would build an error with a stack. */
const notNeeded = new Error('the time limit is not needed any more');

/** The work's result, or `late` after `ms`; late work goes on, and what becomes of it is dropped. Errors pass through. */
export async function within<T>(clock: Clock, ms: number, work: Promise<T>): Promise<Within<T>> {
  const timer = new AbortController();
  const late = clock.sleep(ms, timer.signal).then(
    (): Within<T> => ({ outcome: 'late' }),
    (): Promise<never> => new Promise(() => {}),
  );
  work.catch(() => {});
  try {
    return await Promise.race([work.then((value): Within<T> => ({ outcome: 'done', value })), late]);
  } finally {
    timer.abort(notNeeded);
  }
}
