/** A clock that stands still until a test moves it; the only thing that tests fake. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../src/app/ports/clock';
import { epochMsOf, type Instant, instantOf } from '../../src/domain/instant';

interface Sleeper {
  readonly wakesAtMs: number;
  readonly wake: () => void;
}

export class FakeClock implements Clock {
  private wallMs: number;
  private elapsedMs = 0;
  private readonly sleepers = new Set<Sleeper>();

  constructor(startsAt: string = '2026-03-02T10:00:00.000Z') {
    this.wallMs = epochMsOf(startsAt as Instant);
  }

  now(): Instant {
    return instantOf(this.wallMs);
  }

  monotonicMs(): number {
    return this.elapsedMs;
  }

  /** How many sleeps have not ended yet. */
  get sleeping(): number {
    return this.sleepers.size;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const abort = () => {
        this.sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        wakesAtMs: this.elapsedMs + Math.max(0, ms),
        wake: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.sleepers.add(sleeper);
    });
  }

  /** Lets `ms` pass: sleepers wake in order of time, each at its own instant, and may sleep again before the end.
   * Input and output that a woken sleeper starts is given some turns of the event loop, no more. */
  async advance(ms: number): Promise<void> {
    const endsAtMs = this.elapsedMs + ms;
    await settle();
    for (let next = this.nextSleeper(endsAtMs); next; next = this.nextSleeper(endsAtMs)) {
      this.moveTo(Math.max(this.elapsedMs, next.wakesAtMs));
      this.sleepers.delete(next);
      next.wake();
      await settle();
    }
    this.moveTo(endsAtMs);
  }

  /** Moves wall time alone, back or forth, as a correction by the operating system does. */
  correctWallTime(ms: number): void {
    this.wallMs += ms;
  }

  private moveTo(elapsedMs: number): void {
    this.wallMs += elapsedMs - this.elapsedMs;
    this.elapsedMs = elapsedMs;
  }

  private nextSleeper(untilMs: number): Sleeper | undefined {
    let next: Sleeper | undefined;
    for (const sleeper of this.sleepers) {
      if (sleeper.wakesAtMs <= untilMs && (!next || sleeper.wakesAtMs < next.wakesAtMs)) next = sleeper;
    }
    return next;
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await nextTurn();
}
