/** The app's own limit: at most so many requests in any second, and those spread over it. */

import { guardMs } from './pacing';

const windowMs = 1_000;
/** A request that took this much longer than usual was held up. */
const heldUpMs = 5;
/** How far one request moves what counts as usual: small, so that it follows the median and no outlier. */
const learnMs = 0.5;
/** How far a request may go ahead of its even share, so that time lost by waking late is made up for. */
const aheadMs = 50;

/** Two rules at once. A ring of exactly as many times as a second allows keeps the limit whatever happens. An even
 * schedule (the generic cell rate algorithm, ITU-T I.371) spreads the requests: what leaves in bursts arrives in
 * bursts that are delayed differently, and then too many arrive within one second of Teams'. A request that took
 * longer than usual may have arrived later than it was sent: it is counted from the latest it can have arrived. */
export class AppWindow {
  private readonly begunAtMs: Float64Array;
  private readonly intervalMs: number;
  private next = 0;
  private scheduledMs = Number.NEGATIVE_INFINITY;
  private usualMs = 0;

  /** @param requestsPerSecond whole, 0 for no limit. @throws RangeError otherwise. */
  constructor(requestsPerSecond: number) {
    if (!Number.isInteger(requestsPerSecond) || requestsPerSecond < 0) {
      throw new RangeError(`no rate of ${requestsPerSecond} requests a second`);
    }
    this.begunAtMs = new Float64Array(requestsPerSecond).fill(Number.NEGATIVE_INFINITY);
    this.intervalMs = (windowMs + guardMs) / requestsPerSecond;
  }

  /** When one more request may begin; −Infinity when at once. */
  earliestMs(): number {
    const oldest = this.begunAtMs[this.next];
    if (oldest === undefined) return Number.NEGATIVE_INFINITY;
    return Math.max(oldest + windowMs + guardMs, this.scheduledMs - aheadMs);
  }

  /** @returns what `end` is to be told. */
  begin(nowMs: number): number {
    const place = this.next;
    if (this.begunAtMs.length === 0) return place;
    this.begunAtMs[place] = nowMs;
    this.next = (place + 1) % this.begunAtMs.length;
    this.scheduledMs = Math.max(this.scheduledMs, nowMs) + this.intervalMs;
    return place;
  }

  end(place: number, begunAtMs: number, nowMs: number): void {
    const tookMs = nowMs - begunAtMs;
    const isRemembered = this.begunAtMs[place] === begunAtMs;
    if (isRemembered && tookMs - this.usualMs > heldUpMs) this.begunAtMs[place] = nowMs - this.usualMs;
    this.usualMs = Math.max(0, this.usualMs + learnMs * Math.sign(tookMs - this.usualMs));
  }
}
