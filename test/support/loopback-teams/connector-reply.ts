/** What the connector answers. */

export interface ConnectorReply {
  readonly status: number;
  readonly body?: unknown;
  readonly retryAfterSeconds?: number;
}

/** An error in the shape of the Bot Framework. */
export function refusal(
  status: number,
  code: string,
  message: string,
  retryAfterSeconds?: number,
): ConnectorReply {
  const body = { error: { code, message } };
  return retryAfterSeconds === undefined ? { status, body } : { status, body, retryAfterSeconds };
}
