/** The operating system's time, behind the clock port. */

import { performance } from 'node:perf_hooks';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Clock } from './app/ports/clock';
import { type Instant, instantOf } from './domain/instant';

export class SystemClock implements Clock {
  now(): Instant {
    return instantOf(Date.now());
  }

  monotonicMs(): number {
    return performance.now();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    try {
      await sleepFor(Math.max(0, ms), undefined, { signal });
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  }
}
