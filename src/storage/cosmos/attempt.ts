/** Carries a request out within one time limit, repeating it only where that cannot do it twice. */

import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '../../app/ports/errors';
import { type Failure, failureOf, storeErrorOf } from './cosmos-failure';

export interface AttemptOptions {
  readonly effect: 'read' | 'write';
  /** For the whole operation, repetitions and waits included. */
  readonly limitMs: number;
  readonly signal?: AbortSignal | undefined;
}

const maximumAttempts = 10;
const firstBackOffMs = 25;
const longestBackOffMs = 1_000;

/** A read is repeated whatever happened; a write only when it certainly had no effect. The service's own hint is
 * honoured; without one the wait doubles, with jitter.
 * @throws ConflictError, ThrottledError or UnavailableError, as the store port says. */
export async function attempt<T>(
  { effect, limitMs, signal }: AttemptOptions,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw new UnavailableError('the request was given up before it began', false);
  const limit = new AbortController();
  const endsAtMs = performance.now() + limitMs;
  const giveUp = () => limit.abort();
  const timer = setTimeout(giveUp, limitMs);
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await untilAborted(request(limit.signal), limit.signal);
      } catch (error) {
        const failure = failureOf(error);
        const waitMs = failure.retryAfterMs ?? backOffMs(attempts);
        const isLast = attempts === maximumAttempts || performance.now() + waitMs >= endsAtMs;
        if (isLast || limit.signal.aborted || !isRepeatable(failure, effect))
          throw storeErrorOf(failure, effect);
        await sleep(waitMs, undefined, { signal: limit.signal }).catch(() => {
          throw storeErrorOf(failure, effect);
        });
      }
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

function isRepeatable({ kind }: Failure, effect: 'read' | 'write'): boolean {
  if (kind === 'throttled' || kind === 'staleSession' || kind === 'notReceived') return true;
  return kind === 'unclear' && effect === 'read';
}

function backOffMs(attempts: number): number {
  const longest = Math.min(longestBackOffMs, firstBackOffMs * 2 ** (attempts - 1));
  return longest * (0.5 + Math.random() / 2);
}

/** The client notices a signal only while a request is on the wire, not in its own waits. */
function untilAborted<T>(request: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error('the time limit has passed'));
    signal.addEventListener('abort', abort, { once: true });
    request.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
