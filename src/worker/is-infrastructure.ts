/** Tells trouble of the store, which passes, from a fault in what was asked, which does not. */

import { ConflictError, ThrottledError, UnavailableError } from '../app/ports/errors';

export function isInfrastructure(error: unknown): boolean {
  return (
    error instanceof ThrottledError || error instanceof UnavailableError || error instanceof ConflictError
  );
}
