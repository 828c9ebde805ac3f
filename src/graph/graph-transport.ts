/** One HTTP request to Microsoft's directory: a time limit, allowed addresses only, and never a retry. */

import { Agent, request } from 'undici';

import type { Clock } from '../app/ports/clock';

export interface GraphHttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface GraphHttpReply {
  readonly status: number;
  /** Milliseconds that a refusal asks to wait. */
  readonly retryAfterMs?: number;
  readonly text: string;
}

/** No whole reply came; the request may have taken effect. */
export class NoGraphReply extends Error {
  override readonly name = 'NoGraphReply';
}

const timeLimitMs = 15_000;
/** Made once: without a reason each abort would build an error with a stack. */
const notNeeded = new Error('the time limit is not needed any more');

export class GraphTransport {
  // The time limit is ours, so that it covers the wait for a free connection too.
  readonly #agent = new Agent({ connections: 30, connectTimeout: 5_000, headersTimeout: 0, bodyTimeout: 0 });

  /** @param origins the only ones that are written to: a link in a reply must not lead the token elsewhere. */
  constructor(
    private readonly clock: Clock,
    private readonly origins: readonly string[],
  ) {}

  isAllowed(url: string): boolean {
    return URL.canParse(url) && this.origins.includes(new URL(url).origin);
  }

  /** @throws NoGraphReply, or the signal's reason. Redirects are not followed. */
  async request({ method, url, headers, body, signal }: GraphHttpRequest): Promise<GraphHttpReply> {
    if (!this.isAllowed(url)) throw new TypeError('the address is not one of the directory');
    signal?.throwIfAborted();
    const ended = new AbortController();
    const late = new AbortController();
    this.clock.sleep(timeLimitMs, ended.signal).then(
      () => late.abort(),
      () => {},
    );
    try {
      const reply = await request(url, {
        dispatcher: this.#agent,
        method,
        headers,
        body: body ?? null,
        signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
      });
      const text = await reply.body.text();
      const retryAfterMs = waitIn(reply.headers['retry-after'], this.clock);
      return { status: reply.statusCode, text, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    } catch (error) {
      signal?.throwIfAborted();
      throw new NoGraphReply(
        late.signal.aborted ? 'no reply within the time limit' : 'the connection failed',
        {
          cause: error,
        },
      );
    } finally {
      ended.abort(notNeeded);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

/** Seconds, of which Graph gives fractions too, or an HTTP date (RFC 9110, 10.2.3). Undefined when it is neither. */
function waitIn(header: string | string[] | undefined, clock: Clock): number | undefined {
  const value = (Array.isArray(header) ? header[0] : header)?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1_000);
  const atMs = Date.parse(value);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - Date.parse(clock.now()));
}
