/** Many deliveries at once, but only so many: a bound on those being worked on and on those waiting for another try. */

const mostActive = 100;
const mostResting = 1_000;

/** Runs something that only waits, without taking one of the places of active work. */
export type Rest = (wait: () => Promise<void>) => Promise<void>;

export class DeliveryPool {
  private active = 0;
  private readonly tasks = new Set<Promise<void>>();
  private failure: { readonly error: unknown } | undefined;
  private waiting: (() => void)[] = [];

  /** Waits for a place and starts the task. @throws the first error that a task threw. */
  async add(task: (rest: Rest) => Promise<void>): Promise<void> {
    while (!this.failure && (this.active >= mostActive || this.tasks.size >= mostActive + mostResting)) {
      await this.change();
    }
    if (this.failure) throw this.failure.error;
    this.active += 1;
    const running: Promise<void> = task((wait) => this.rest(wait))
      .catch((error: unknown) => {
        this.failure ??= { error };
      })
      .finally(() => {
        this.active -= 1;
        this.tasks.delete(running);
        this.changed();
      });
    this.tasks.add(running);
  }

  /** Resolves when every task has ended, whatever became of it. @throws the first error that a task threw. */
  async drain(): Promise<void> {
    while (this.tasks.size > 0) await this.change();
    if (this.failure) throw this.failure.error;
  }

  private async rest(wait: () => Promise<void>): Promise<void> {
    this.active -= 1;
    this.changed();
    try {
      await wait();
    } finally {
      // Back from a rest it goes on at once: for a moment there may be more than the bound.
      this.active += 1;
    }
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private changed(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
