/** Several limits over one stream of requests, each "at most so many in any window of this length". */

export interface WindowLimit {
  readonly requests: number;
  readonly windowMs: number;
}

export class SlidingWindows {
  readonly #limits: readonly WindowLimit[];
  readonly #longest: number;
  #acceptedAtMs: number[] = [];

  constructor(limits: readonly WindowLimit[]) {
    this.#limits = limits;
    this.#longest = Math.max(0, ...limits.map((limit) => limit.requests));
  }

  /** Milliseconds until every window has room again; 0 or less when it has room now. */
  waitMs(nowMs: number): number {
    let wait = 0;
    for (const limit of this.#limits) {
      const oldest = this.#acceptedAtMs[this.#acceptedAtMs.length - limit.requests];
      if (oldest !== undefined) wait = Math.max(wait, oldest + limit.windowMs - nowMs);
    }
    return wait;
  }

  record(nowMs: number): void {
    // Most conversations see a message or two: a list that grows by pushing would reserve room for many.
    if (this.#acceptedAtMs.length < 2) this.#acceptedAtMs = [...this.#acceptedAtMs, nowMs];
    else this.#acceptedAtMs.push(nowMs);
    if (this.#acceptedAtMs.length > 2 * this.#longest) {
      this.#acceptedAtMs = this.#acceptedAtMs.slice(-this.#longest);
    }
  }
}
