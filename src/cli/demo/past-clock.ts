/** The clock of the demo's past: it is put to a moment and goes on from there as fast as real time. */

import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Clock } from '../../app/ports/clock';
import { type Instant, plusMs } from '../../domain/instant';

export class PastClock implements Clock {
  private putAtMs = performance.now();

  constructor(private moment: Instant) {}

  /** @throws RangeError when it would go back: what happened after `moment` is on record already. */
  moveTo(moment: Instant): void {
    if (moment < this.now()) throw new RangeError('the past is played in its order');
    this.moment = moment;
    this.putAtMs = performance.now();
  }

  now(): Instant {
    return plusMs(this.moment, performance.now() - this.putAtMs);
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
