/** What takes longer than a card may be waited for: worked out once, shared meanwhile, and then kept for a minute. */

import { type Instant, plusMs } from '../domain/instant';
import type { AppContext } from './context';

interface Kept<T> {
  readonly value: Promise<T>;
  /** Absent while it is worked out. */
  until?: Instant;
}

const keptMs = 60_000;
const mostKept = 50;

export class KeptForAMinute<T> {
  readonly #byStore = new WeakMap<AppContext['store'], Map<string, Kept<T>>>();

  /** At most a minute older than when it was ready. Those who ask meanwhile share it, however long it takes; a failure is not
   * kept. @param key says all that decides the value, but for the time. */
  get(
    { store, clock }: Pick<AppContext, 'store' | 'clock'>,
    key: string,
    workOut: () => Promise<T>,
  ): Promise<T> {
    const known = this.#byStore.get(store) ?? new Map<string, Kept<T>>();
    this.#byStore.set(store, known);
    const found = known.get(key);
    if (found && (found.until === undefined || clock.now() < found.until)) return found.value;
    const made: Kept<T> = { value: workOut() };
    known.delete(key);
    known.set(key, made);
    made.value.then(
      () => {
        made.until = plusMs(clock.now(), keptMs);
      },
      () => {
        if (known.get(key) === made) known.delete(key);
      },
    );
    const oldest = known.keys().next().value;
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return made.value;
  }
}
