/** The HTTP server: Teams' activities, the two health routes, and whatever routes others add. */

import type { AddressInfo } from 'node:net';
import { createServer, type Request, type Response, type Server } from 'restify';

import type { Clock } from '../app/ports/clock';
import type { Log } from '../app/ports/log';
import { type EdgeReply, refusal } from './edge';
import { jsonOf } from './json';
import { readBody } from './read-body';
import { loopbackHosts } from './service-url';
import { within } from './within';

export interface RouteRequest {
  /** From the path: `/charts/:token` gives `token`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface RouteReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A further page, answered to GET. */
export interface GetRoute {
  readonly path: string;
  handle(request: RouteRequest): Promise<RouteReply>;
}

export interface ServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: '127.0.0.1' | '0.0.0.0';
  /** Local use without credentials: nobody is asked for a token, so only this machine may be listened to. */
  readonly isUnauthenticated: boolean;
  /** Answers an activity; never throws. */
  receive(authorization: string, body: unknown): Promise<EdgeReply>;
  /** Resolves when the store answers. */
  check(): Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  readonly routes?: readonly GetRoute[];
}

export interface RunningServer {
  readonly port: number;
  /** Takes no new connection, lets what is being answered end within `drainMs` (10,000 unless given), then ends. */
  close(drainMs?: number): Promise<void>;
}

const readyWithinMs = 2_000;
const plainHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** @throws Error when the port is taken, or when it would listen beyond this machine without credentials. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  if (options.isUnauthenticated && options.host !== '127.0.0.1') {
    throw new Error('without credentials the bot listens on 127.0.0.1 alone: it asks nobody for a token');
  }
  const server = createServer({ name: '', ignoreTrailingSlash: true });
  server.server.requestTimeout = 30_000;
  hideReasons(server);
  if (options.isUnauthenticated) server.pre(refuseOtherHosts);
  server.post('/api/messages', async (request: Request, response: Response) => {
    send(response, await messageReply(options, request));
  });
  server.get('/healthz', async (_request: Request, response: Response) => {
    send(response, { status: 200, body: { status: 'ok' } });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    send(response, await readiness(options));
  });
  for (const route of options.routes ?? []) addRoute(server, route, options.log);
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return { port, close: (drainMs = 10_000) => close(server, options.clock, drainMs) };
}

async function messageReply(options: ServerOptions, request: Request): Promise<EdgeReply> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  // A page in a browser can post any text to this machine, but JSON only if the server agrees first.
  if (!/^application\/json\b/i.test(type) || encoding !== 'identity') return refusal(415, 'jsonOnly');
  const body = await readBody(request);
  if (body.outcome === 'tooLarge') return refusal(413, 'tooLarge');
  const parsed = jsonOf(body.text);
  if (parsed === undefined) return refusal(400, 'malformedJson');
  return options.receive(request.headers.authorization ?? '', parsed);
}

async function readiness({ check, clock, log }: ServerOptions): Promise<EdgeReply> {
  try {
    const checked = await within(clock, readyWithinMs, check());
    if (checked.outcome === 'done') return { status: 200, body: { status: 'ready' } };
  } catch (error) {
    log.error('server.notReady', error);
  }
  return refusal(503, 'storeUnavailable');
}

function addRoute(server: Server, route: GetRoute, log: Log): void {
  server.get(route.path, async (request: Request, response: Response) => {
    const { search } = new URL(request.url ?? '/', 'http://localhost');
    const { headers, params } = request;
    try {
      const reply = await route.handle({ params, query: new URLSearchParams(search), headers });
      response.writeHead(reply.status, { ...plainHeaders, ...reply.headers });
      response.end(reply.body);
    } catch (error) {
      log.error('route.failed', error, { path: route.path });
      send(response, refusal(500, 'failed'));
    }
  });
}

/** Another name for this machine in the Host header is a page of the internet that had its name resolved to us. */
function refuseOtherHosts(request: Request, response: Response, next: (go?: false) => void): void {
  const host = `http://${request.headers.host ?? ''}`;
  const isOurs = URL.canParse(host) && loopbackHosts.has(new URL(host).hostname);
  if (!isOurs) send(response, refusal(421, 'localOnly'));
  next(isOurs ? undefined : false);
}

const codes: Readonly<Record<number, string>> = { 404: 'notFound', 405: 'methodNotAllowed' };

/** restify would answer with the text of the error. */
function hideReasons(server: Server): void {
  server.on('restifyError', (_request, _response, error: { statusCode?: number }, done) => {
    const { body } = refusal(500, codes[error.statusCode ?? 500] ?? 'failed');
    Object.assign(error, { toJSON: () => body, toString: () => JSON.stringify(body) });
    done();
  });
}

function send(response: Response, { status, body }: EdgeReply): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...plainHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...(status === 413 ? { connection: 'close' } : {}),
  });
  response.end(text);
}

function listen(server: Server, { port, host }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

async function close(server: Server, clock: Clock, drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.server.closeIdleConnections();
  await within(clock, drainMs, closed);
  server.server.closeAllConnections();
  await closed;
}
