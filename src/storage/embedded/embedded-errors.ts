/** Says what a failed SQLite call means for the caller, in the port's words. */

import { ThrottledError, UnavailableError } from '../../app/ports/errors';

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : 'unknown';
}

/** Another process held the file for longer than the busy time limit: nothing was written. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** @param isAmbiguous whether the failed call may have taken effect: true for a commit, false for anything before it. */
export function storeErrorOf(error: unknown, isAmbiguous: boolean): ThrottledError | UnavailableError {
  if (isBusy(error)) return new ThrottledError('the store file is held by another process');
  return new UnavailableError(`the store file cannot be used (${codeOf(error)})`, isAmbiguous);
}
