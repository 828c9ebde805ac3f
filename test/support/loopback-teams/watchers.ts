/** Lets a test wait for what the bot does, without polling. */

export class Watchers {
  readonly #watching = new Set<() => void>();

  /** Looks at every waiting condition again. */
  look(): void {
    for (const watch of [...this.#watching]) watch();
  }

  /** Resolves as soon as the condition holds. @throws Error when it does not in time. */
  async until(condition: () => boolean, withinMs: number): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.#watching.delete(watch);
      };
      const watch = (): void => {
        if (!condition()) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`The bot did not do it within ${withinMs} ms`));
      }, withinMs);
      this.#watching.add(watch);
    });
  }

  /** Resolves when something was looked at and then nothing more for `quietMs`; after `atMostMs` in any case. */
  async pause(quietMs: number, atMostMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      let quiet: NodeJS.Timeout | undefined;
      const stop = (): void => {
        clearTimeout(timer);
        clearTimeout(quiet);
        this.#watching.delete(watch);
        resolve();
      };
      const watch = (): void => {
        clearTimeout(quiet);
        quiet = setTimeout(stop, quietMs);
      };
      const timer = setTimeout(stop, atMostMs);
      this.#watching.add(watch);
    });
  }
}
