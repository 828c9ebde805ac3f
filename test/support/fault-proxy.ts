/** An HTTP server between a client and its service that can answer wrongly, break off or say nothing, on demand. */

import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

export interface FaultPlan {
  readonly fault: Fault;
  /** `before`: the service never sees the request. `after`: it carries it out, its reply is lost. */
  readonly when: 'before' | 'after';
  readonly times: number;
  readonly matching: (seen: SeenRequest) => boolean;
}

export class FaultProxy {
  /** Every request that arrived, in order. */
  readonly seen: SeenRequest[] = [];
  private plans: PlannedFault[] = [];
  private readonly server = createServer((incoming, reply) => void this.handle(incoming, reply));

  private constructor(private readonly target: URL) {}

  static async start(target: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(new URL(target));
    proxy.server.keepAliveTimeout = 120_000;
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Applies to the next `times` requests that match.
   * @returns `met` resolves when the last of them has met its fault, so after the service has carried it out. */
  inject(plan: FaultPlan): { readonly met: Promise<void> } {
    const met = new Promise<void>((exhausted) => {
      this.plans.push({ plan, left: plan.times, unmet: plan.times, exhausted });
    });
    return { met };
  }

  /** Forgets what was injected and seen. */
  calm(): void {
    this.plans = [];
    this.seen.length = 0;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async handle(incoming: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = incoming;
    const seen: SeenRequest = { method, url, headers };
    this.seen.push(seen);
    const body = await bodyOf(incoming);
    const planned = this.take(seen);
    if (planned?.plan.when === 'before') {
      meet(planned, reply);
      return;
    }
    const answer = await this.forward(seen, body);
    if (planned) {
      meet(planned, reply);
      return;
    }
    // Not chained: restify, once loaded, replaces writeHead for the whole process by one that returns nothing.
    reply.writeHead(answer.status, answer.headers);
    reply.end(answer.body);
  }

  private take(seen: SeenRequest): PlannedFault | undefined {
    const found = this.plans.find(({ plan, left }) => left > 0 && plan.matching(seen));
    if (found) found.left -= 1;
    return found;
  }

  private forward(seen: SeenRequest, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: this.target.hostname,
          port: this.target.port,
          path: seen.url,
          method: seen.method,
          headers: seen.headers,
        },
        (response) => {
          bodyOf(response).then(
            (answered) =>
              resolve({ status: response.statusCode ?? 502, headers: response.headers, body: answered }),
            reject,
          );
        },
      );
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  }
}

interface PlannedFault {
  readonly plan: FaultPlan;
  /** Requests that are still to be caught. */
  left: number;
  /** Requests that have not met their fault yet. */
  unmet: number;
  readonly exhausted: () => void;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function meet(planned: PlannedFault, reply: ServerResponse): void {
  answerWrongly(planned.plan.fault, reply);
  planned.unmet -= 1;
  if (planned.unmet === 0) planned.exhausted();
}

function answerWrongly(fault: Fault, reply: ServerResponse): void {
  switch (fault.kind) {
    case 'status':
      reply.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      reply.end(JSON.stringify({ code: String(fault.status), message: 'injected' }));
      return;
    case 'reset':
      reply.socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
  }
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
