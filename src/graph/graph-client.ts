/** Requests to Microsoft Graph: each waits its turn, and what may pass is tried again. */

import type { Clock } from '../app/ports/clock';
import { UnavailableError } from '../app/ports/errors';
import { retryAfter } from '../domain/campaign/decide-attempt';
import type { GraphLane } from './graph-lane';
import { type GraphToken, NoTokenError } from './graph-token';
import { type GraphHttpReply, type GraphTransport, NoGraphReply } from './graph-transport';
import { jsonOf, objectIn } from './json';

export interface GraphRequest {
  readonly method: 'GET' | 'POST';
  /** Below the version, such as `/users`; or a whole link from a reply. */
  readonly path: string;
  readonly content?: object;
  readonly signal?: AbortSignal;
  /** Called directly before each request; what it throws ends the call. */
  readonly onBegin?: () => void;
}

/** Any reply that trying again would not change. */
export interface GraphReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** Of a refusal. */
  readonly code: string;
  readonly message: string;
}

export interface GraphClientParts {
  readonly clock: Clock;
  readonly transport: GraphTransport;
  readonly token: GraphToken;
  readonly lane: GraphLane;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

const mayPass = new Set([408, 429, 500, 502, 503, 504]);
/** With delays of 1 s, 2 s, 4 s … about a minute in all. */
const mostTries = 7;

export class GraphClient {
  constructor(private readonly parts: GraphClientParts) {}

  /** Whether a link that was kept is one of this Graph: the token goes nowhere else. */
  isOwnLink(link: string): boolean {
    return link.startsWith(`${this.parts.baseUrl}/`) && this.parts.transport.isAllowed(link);
  }

  /** Every request that is made here may be repeated. 429 pauses all requests for as long as it says; 408, 5xx and lost
   * replies are tried again later. @throws UnavailableError after the last try, the signal's reason, what `onBegin` throws. */
  async request(wanted: GraphRequest): Promise<GraphReply> {
    const { clock, lane, token } = this.parts;
    let why = '';
    for (let tries = 0; tries < mostTries; tries += 1) {
      const end = await lane.admit(wanted.signal);
      let reply: GraphHttpReply | undefined;
      try {
        reply = await this.send(wanted);
      } catch (error) {
        if (!(error instanceof NoGraphReply)) throw error instanceof NoTokenError ? noToken(error) : error;
        why = error.message;
      } finally {
        end();
      }
      if (reply && !this.isToTryAgain(reply, tries)) return read(reply);
      if (reply) why = `it answered ${reply.status}`;
      if (reply?.status === 401) {
        token.forget();
        continue;
      }
      const toldMs = reply?.retryAfterMs;
      // To be told "at once" again and again would use up every try.
      const afterMs = toldMs === 0 ? retryAfter(0, 1) : (toldMs ?? retryAfter(tries, 1));
      if (reply?.status === 429) lane.pause(afterMs);
      else if (tries + 1 < mostTries) await clock.sleep(afterMs, wanted.signal);
    }
    throw new UnavailableError(why, false, { of: 'directory' });
  }

  /** A token that was refused is exchanged once. */
  private isToTryAgain({ status }: GraphHttpReply, tries: number): boolean {
    return mayPass.has(status) || (status === 401 && tries === 0);
  }

  private async send({ method, path, content, signal, onBegin }: GraphRequest): Promise<GraphHttpReply> {
    const { transport, token, baseUrl } = this.parts;
    const url = path.startsWith('/') ? `${baseUrl}/v1.0${path}` : path;
    const headers: Record<string, string> = { authorization: `Bearer ${await token.get()}` };
    if (content) headers['content-type'] = 'application/json';
    const body = content && { body: JSON.stringify(content) };
    // After the wait for a token: whoever may not begin any more does not.
    onBegin?.();
    return transport.request({ method, url, headers, ...body, ...(signal ? { signal } : {}) });
  }
}

function noToken(error: NoTokenError): UnavailableError {
  return new UnavailableError(error.message, false, { cause: error, of: 'directory' });
}

function read({ status, text }: GraphHttpReply): GraphReply {
  const body = objectIn(jsonOf(text)) ?? {};
  const error = objectIn(body.error);
  return { status, body, code: textIn(error?.code), message: textIn(error?.message) };
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
