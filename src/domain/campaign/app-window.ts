/** The app's own limit: at most so many requests in any second, remembered in a ring of exactly so many times. */

import { guardMs } from './pacing';

const windowMs = 1_000;

export class AppWindow {
  private readonly begunAtMs: Float64Array;
  private next = 0;

  /** @param requestsPerSecond whole, 0 for no limit. @throws RangeError otherwise. */
  constructor(requestsPerSecond: number) {
    if (!Number.isInteger(requestsPerSecond) || requestsPerSecond < 0) {
      throw new RangeError(`no rate of ${requestsPerSecond} requests a second`);
    }
    this.begunAtMs = new Float64Array(requestsPerSecond).fill(Number.NEGATIVE_INFINITY);
  }

  /** When one more request may begin; −Infinity when at once. */
  earliestMs(): number {
    const oldest = this.begunAtMs[this.next];
    return oldest === undefined ? Number.NEGATIVE_INFINITY : oldest + windowMs + guardMs;
  }

  begin(nowMs: number): void {
    if (this.begunAtMs.length === 0) return;
    this.begunAtMs[this.next] = nowMs;
    this.next = (this.next + 1) % this.begunAtMs.length;
  }
}
