/** What becomes of an intent that was carried out or failed, whatever happened to its document meanwhile. */

import { type Instant, plusMs } from '../instant';
import type { Intending, Intent } from './intent';
import { planIntents, postponeIntent } from './plan-intents';
import { retryDelayMs } from './retry-delay';

/** The document without the intent that was carried out, or undefined when there is nothing to clear: it is gone, or
 * its place was taken by a new one of the same id, which is still to be done. */
export function clearIntent<T extends Intending>(document: T, done: Intent): T | undefined {
  return holds(document, done) ? planIntents(document, [], [done.id]) : undefined;
}

export interface PutOff {
  readonly now: Instant;
  /** What the store asked for, if it did. */
  readonly leastMs?: number;
  /** True when it got on well for a while before it failed: earlier failures no longer count. */
  readonly hasProgressed?: boolean;
}

/** The document with the intent put off by its back-off; undefined when it is no longer there. */
export function putOffIntent<T extends Intending>(
  document: T,
  failed: Intent,
  { now, leastMs = 0, hasProgressed = false }: PutOff,
): T | undefined {
  const current = holds(document, failed);
  if (!current) return undefined;
  const failures = hasProgressed ? 1 : (current.failures ?? 0) + 1;
  const dueAt = plusMs(now, Math.max(leastMs, retryDelayMs(failures)));
  return postponeIntent(document, { ...current, failures, dueAt });
}

function holds(document: Intending, intent: Intent): Intent | undefined {
  return document.intents.find(
    (candidate) =>
      candidate.id === intent.id &&
      candidate.kind === intent.kind &&
      candidate.dueAt === intent.dueAt &&
      sameData(candidate.data, intent.data),
  );
}

function sameData(one: Intent['data'] = {}, other: Intent['data'] = {}): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
