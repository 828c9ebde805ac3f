/** One instance's view of the time that all share: it can be frozen like a stopped process, or die like a killed one. */

import type { Clock } from '../../src/app/ports/clock';
import type { Instant } from '../../src/domain/instant';
import { never } from './faulty-store';

export class InstanceClock implements Clock {
  private thaw: (() => void) | undefined;
  private frozen: Promise<void> | undefined;
  private isDead = false;

  constructor(private readonly world: Clock) {}

  now(): Instant {
    return this.world.now();
  }

  monotonicMs(): number {
    return this.world.monotonicMs();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (this.isDead) return never();
    try {
      await this.world.sleep(ms, signal);
    } finally {
      if (this.isDead) await never();
      await this.frozen;
    }
  }

  /** Time goes on, but nobody here notices until `resume`. */
  freeze(): void {
    this.frozen ??= new Promise((resolve) => {
      this.thaw = resolve;
    });
  }

  resume(): void {
    this.thaw?.();
    this.frozen = undefined;
  }

  die(): void {
    this.isDead = true;
  }
}
