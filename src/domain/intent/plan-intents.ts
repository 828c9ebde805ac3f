/** Adds and clears intents so that a document's `dueAt` always tells the truth about its intents. */

import { type DueAt, type Intending, type Intent, lanes, maximumIntents } from './intent';

/** Adds `added` (an intent whose id is already there is left as it is) and drops those named in `cleared`.
 * @throws RangeError when the document would hold more than 32 intents. */
export function planIntents<T extends Intending>(
  document: T,
  added: readonly Intent[],
  cleared: readonly string[] = [],
): T {
  const intents = document.intents.filter((intent) => !cleared.includes(intent.id));
  for (const intent of added) {
    if (!intents.some(({ id }) => id === intent.id)) intents.push(intent);
  }
  return withIntents(document, intents);
}

/** Replaces one intent by a later try of itself. */
export function postponeIntent<T extends Intending>(document: T, postponed: Intent): T {
  return withIntents(
    document,
    document.intents.map((intent) => (intent.id === postponed.id ? postponed : intent)),
  );
}

function withIntents<T extends Intending>(document: T, intents: readonly Intent[]): T {
  if (intents.length > maximumIntents) {
    throw new RangeError(`a document holds at most ${maximumIntents} intents, not ${intents.length}`);
  }
  const dueAt = earliestByLane(intents);
  const { dueAt: _previous, ...rest } = document;
  return { ...rest, intents, ...(dueAt ? { dueAt } : {}) } as unknown as T;
}

function earliestByLane(intents: readonly Intent[]): DueAt | undefined {
  const due: { -readonly [K in keyof DueAt]: DueAt[K] } = {};
  for (const lane of lanes) {
    const times = intents.filter((intent) => intent.lane === lane).map((intent) => intent.dueAt);
    const first = times.sort()[0];
    if (first) due[lane] = first;
  }
  return Object.keys(due).length > 0 ? due : undefined;
}
