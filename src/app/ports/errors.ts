/** The three infrastructure errors that are thrown; every expected outcome is a value instead. */

/** The document was changed, or exists already, since it was read. Read it again and decide again. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/** The store or Teams asks to slow down. */
export class ThrottledError extends Error {
  override readonly name = 'ThrottledError';
  constructor(
    message: string,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** No reply, or a reply that says nothing about the effect. `isAmbiguous`: a write may have happened. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
  /** Who did not answer. */
  readonly of: 'store' | 'directory';
  constructor(
    message: string,
    readonly isAmbiguous: boolean,
    options: ErrorOptions & { readonly of?: 'directory' } = {},
  ) {
    super(message, options);
    this.of = options.of ?? 'store';
  }
}
