/** The operating system's time, behind the clock port. */

import { performance } from 'node:perf_hooks';
import type { Clock } from './app/ports/clock';
import { type Instant, instantOf } from './domain/instant';

export class SystemClock implements Clock {
  now(): Instant {
    return instantOf(Date.now());
  }

  monotonicMs(): number {
    return performance.now();
  }

  /** By hand, because every request has a time limit that is lifted again: node's own promise builds an error, with
   * its stack, each time. */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const abort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
        Math.max(0, ms),
      );
      signal?.addEventListener('abort', abort, { once: true });
    });
  }
}
