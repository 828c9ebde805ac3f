/** One HTTP request to Teams: kept-alive connections, a time limit, allowed hosts only, and never a retry. */

import { Agent, type Dispatcher, request } from 'undici';

import type { Clock } from '../app/ports/clock';
import { NoReplyError, noReplyFrom } from './no-reply-error';
import { isAllowedServiceUrl, type ServiceUrlRule } from './service-url';
import { type WriteBy, writtenInTime } from './written-in-time';

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** On the clock's monotonic count: when the time limit began to run, if that was before now. */
  readonly begunAtMs?: number;
}

export interface TransportReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface TransportOptions {
  readonly clock: Clock;
  readonly serviceUrls: ServiceUrlRule;
  /** For one request from its start to the last byte of its reply; 10,000 unless given. */
  readonly timeLimitMs?: number;
}

/** Made once: without a reason each abort would build an error with a stack. */
const notNeeded = new Error('the time limit is not needed any more');

export class ConnectorTransport {
  readonly #options: TransportOptions;
  // The time limit is ours, so that it covers the wait for a free connection too.
  readonly #agent = new Agent({ connections: 256, connectTimeout: 5_000, headersTimeout: 0, bodyTimeout: 0 });

  readonly #dispatcher: Dispatcher;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#dispatcher = this.#agent.compose(writtenInTime(options.clock));
  }

  /** @throws NoReplyError when no whole reply came. Redirects are not followed: they would carry the token elsewhere. */
  async request(wanted: TransportRequest): Promise<TransportReply> {
    const { clock, serviceUrls, timeLimitMs = 10_000 } = this.#options;
    if (!isAllowedServiceUrl(serviceUrls, wanted.url)) throw new NoReplyError('addressNotAllowed', false);
    if (wanted.signal?.aborted) throw new NoReplyError('aborted', false);
    const nowMs = clock.monotonicMs();
    const leftMs = timeLimitMs - (nowMs - (wanted.begunAtMs ?? nowMs));
    if (leftMs <= 0) throw new NoReplyError('timeLimit', false);
    const ended = new AbortController();
    const stopped = new AbortController();
    let why: 'timeLimit' | 'aborted' = 'timeLimit';
    const stop = () => stopped.abort();
    const abort = () => {
      why = 'aborted';
      stop();
    };
    wanted.signal?.addEventListener('abort', abort, { once: true });
    clock.sleep(leftMs, ended.signal).then(stop, () => {});
    try {
      return await this.#send(wanted, stopped.signal, { writeByMs: nowMs + leftMs });
    } catch (error) {
      if (error instanceof NoReplyError) throw error;
      throw stopped.signal.aborted ? new NoReplyError(why, true) : noReplyFrom(error);
    } finally {
      ended.abort(notNeeded);
      wanted.signal?.removeEventListener('abort', abort);
    }
  }

  async #send(wanted: TransportRequest, signal: AbortSignal, opaque: WriteBy): Promise<TransportReply> {
    const { method, url, headers, body } = wanted;
    const reply = await request(url, {
      dispatcher: this.#dispatcher,
      opaque,
      method,
      headers,
      body: body ?? null,
      signal,
    });
    return { status: reply.statusCode, headers: reply.headers, text: await reply.body.text() };
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
