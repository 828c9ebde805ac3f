/** The turns of requests to Microsoft Graph: first come, first served, at its published rate, and none in a pause. */

import type { Clock } from '../app/ports/clock';
import { AppWindow } from '../domain/campaign/app-window';

/** Per app and tenant, for what changes installed apps (source: "Microsoft Graph service-specific throttling limits");
 * kept for every request, because the limits of the others are higher. */
export const requestsPerSecond = 30;

export class GraphLane {
  private readonly window = new AppWindow(requestsPerSecond);
  private last: Promise<void> = Promise.resolve();
  private pausedUntilMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly clock: Clock) {}

  /** Resolves when a request may begin, and counts it from then; what it returns is called when the request has ended.
   * Rejects with the signal's reason when aborted while it waits. */
  async admit(signal?: AbortSignal): Promise<() => void> {
    const before = this.last;
    let passOn = () => {};
    this.last = new Promise((resolve) => {
      passOn = resolve;
    });
    try {
      await before;
      await this.free(signal);
      const begunAtMs = this.clock.monotonicMs();
      const place = this.window.begin(begunAtMs);
      return () => this.window.end(place, begunAtMs, this.clock.monotonicMs());
    } finally {
      passOn();
    }
  }

  pause(ms: number): void {
    this.pausedUntilMs = Math.max(this.pausedUntilMs, this.clock.monotonicMs() + ms);
  }

  private async free(signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const waitMs = Math.max(this.window.earliestMs(), this.pausedUntilMs) - this.clock.monotonicMs();
      if (waitMs <= 0) return;
      await this.clock.sleep(waitMs, signal);
    }
  }
}
