/** What an error of the Cosmos DB client says about the request that met it. */

import { ConflictError, ThrottledError, UnavailableError } from '../../app/ports/errors';

/**
 * `conflict`: the id is taken, or the version is another one. `absent`: no such document. `throttled`: nothing was
 * done. `staleSession`: this replica has not yet seen what the session token names; nothing was done. `notReceived`:
 * it never left. `refused`: it will never work as it is. `unclear`: it may have been carried out.
 */
export interface Failure {
  readonly kind: 'conflict' | 'absent' | 'throttled' | 'staleSession' | 'notReceived' | 'refused' | 'unclear';
  /** A status or an error code, never words: the service's own messages name documents. */
  readonly reason: string;
  readonly retryAfterMs?: number;
}

/** Carries an error past the client's own retries, which look at `code`. */
export class HiddenFromClient extends Error {
  override readonly name = 'HiddenFromClient';
  constructor(readonly original: unknown) {
    super('the request failed');
  }
}

interface ErrorShape {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly substatus?: unknown;
  readonly retryAfterInMs?: unknown;
}

/** 404 with this sub-status: the session token is ahead of the replica. */
const readSessionNotAvailable = 1002;

const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

export function failureOf(error: unknown): Failure {
  const shape = (error instanceof HiddenFromClient ? error.original : error) as ErrorShape | undefined;
  const code = shape?.code;
  if (typeof code === 'number' && code >= 400) return failureOfStatus(code, shape ?? {});
  if (typeof code === 'string' && neverConnected.has(code)) return { kind: 'notReceived', reason: code };
  const name = typeof shape?.name === 'string' ? shape.name : 'unknown';
  if (name.endsWith('AuthenticationError') || name === 'CredentialUnavailableError') {
    return { kind: 'notReceived', reason: name };
  }
  return { kind: 'unclear', reason: typeof code === 'string' ? code : name };
}

function failureOfStatus(status: number, { substatus, retryAfterInMs }: ErrorShape): Failure {
  const reason = substatus ? `${status}/${substatus}` : String(status);
  switch (status) {
    case 404:
      if (substatus === readSessionNotAvailable) return { kind: 'staleSession', reason };
      return { kind: substatus ? 'refused' : 'absent', reason };
    case 409:
    case 412:
      return { kind: 'conflict', reason };
    case 429:
    case 449:
      return typeof retryAfterInMs === 'number' && retryAfterInMs >= 0
        ? { kind: 'throttled', reason, retryAfterMs: retryAfterInMs }
        : { kind: 'throttled', reason };
    case 408:
    case 410:
      return { kind: 'unclear', reason };
    default:
      return { kind: status < 500 ? 'refused' : 'unclear', reason };
  }
}

/** The error that the port promises for a failure that is not tried again. */
export function storeErrorOf(failure: Failure, effect: 'read' | 'write'): Error {
  if (failure.kind === 'conflict' || (failure.kind === 'absent' && effect === 'write')) {
    return new ConflictError(`the document was changed, exists already or is gone (${failure.reason})`);
  }
  if (failure.kind === 'throttled') {
    return new ThrottledError('Cosmos DB asks to slow down', failure.retryAfterMs);
  }
  const isAmbiguous = effect === 'write' && failure.kind === 'unclear';
  return new UnavailableError(`Cosmos DB did not carry out the request (${failure.reason})`, isAmbiguous);
}
