/** The only source of time: wall time for instants, a monotonic count for waiting. */

import type { Instant } from '../../domain/instant';

export interface Clock {
  now(): Instant;
  /** Milliseconds from an arbitrary start; never goes back, whatever happens to wall time. */
  monotonicMs(): number;
  /** Resolves after `ms` of this clock; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
