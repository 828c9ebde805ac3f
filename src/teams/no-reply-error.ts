/** Why a request to Teams ended without a reply, and whether it may have taken effect all the same. */

export type NoReplyReason =
  | 'aborted'
  | 'addressNotAllowed'
  | 'connectionRefused'
  | 'hostNotFound'
  | 'notConnected'
  | 'connectionLost'
  | 'timeLimit';

export class NoReplyError extends Error {
  override readonly name = 'NoReplyError';
  /** Named `code` so that logs show it. */
  readonly code: NoReplyReason;
  constructor(
    code: NoReplyReason,
    /** The request may have reached Teams. */
    readonly isAmbiguous: boolean,
    options?: ErrorOptions,
  ) {
    super(`no reply from Teams: ${code}`, options);
    this.code = code;
  }
}

const neverConnected: Readonly<Record<string, NoReplyReason>> = {
  ECONNREFUSED: 'connectionRefused',
  ENOTFOUND: 'hostNotFound',
  EAI_AGAIN: 'hostNotFound',
  EHOSTUNREACH: 'notConnected',
  ENETUNREACH: 'notConnected',
  UND_ERR_CONNECT_TIMEOUT: 'notConnected',
};
const refusedCertificate = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/;

/** What a failed request means: only an error from before the connection stood is certain to have had no effect. */
export function noReplyFrom(error: unknown): NoReplyError {
  const { code, syscall } = error as { readonly code?: unknown; readonly syscall?: unknown };
  const known = typeof code === 'string' ? neverConnected[code] : undefined;
  if (known) return new NoReplyError(known, false, { cause: error });
  if (syscall === 'connect' || (typeof code === 'string' && refusedCertificate.test(code))) {
    return new NoReplyError('notConnected', false, { cause: error });
  }
  return new NoReplyError('connectionLost', true, { cause: error });
}
