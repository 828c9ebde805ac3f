/** A wait that ends when its time is over or when somebody calls, whichever comes first. */

import type { Clock } from '../app/ports/clock';

export class Waker {
  private called = false;
  private ring: (() => void) | undefined;

  constructor(private readonly clock: Clock) {}

  /** Ends the present wait, or the next one before it begins. */
  wake(): void {
    this.called = true;
    this.ring?.();
  }

  /** Resolves after `ms`, on a call, or when the signal is aborted; never rejects. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.called && !signal.aborted) {
      const stop = new AbortController();
      this.ring = () => stop.abort();
      signal.addEventListener('abort', this.ring, { once: true });
      await this.clock.sleep(ms, stop.signal).catch(() => undefined);
      signal.removeEventListener('abort', this.ring);
      this.ring = undefined;
    }
    this.called = false;
  }
}
