/** A Microsoft Graph on loopback: real HTTP, its sign-in, its rate, pages, changes, permissions, and installing an app. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { directoryAttributes } from '../../src/domain/programme/directory-rules';
import { listen, sendJson } from './loopback-teams/http-listener';
import { SlidingWindows } from './loopback-teams/sliding-windows';

export interface GraphPerson {
  readonly id: string;
  readonly displayName: string;
  readonly accountEnabled?: boolean;
  readonly attributes?: Readonly<Partial<Record<(typeof directoryAttributes)[number], string>>>;
}

/** Strikes the next requests whose path it matches. */
export interface GraphFault {
  readonly path: RegExp;
  readonly times: number;
  /** `reset`: the connection breaks, after the request was carried out. */
  readonly status: number | 'reset';
  readonly retryAfter?: string;
  readonly code?: string;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Change {
  readonly group: string;
  readonly id: string;
  readonly kind: 'user' | 'group';
  readonly isRemoved: boolean;
}

export const graphClient = { id: 'bot', password: 'loopback-only', tenantId: 'tenant' };
export const catalogueId = '0ca7a109-0000-4000-8000-000000000001';

export class LoopbackGraph {
  readonly people = new Map<string, GraphPerson>();
  readonly permissions = new Set([
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
    'GroupMember.Read.All',
    'User.Read.All',
  ]);
  readonly installedFor = new Set<string>();
  /** People whom a policy keeps from the app. */
  readonly keptFromApp = new Set<string>();
  /** Method and path of each request that had a token, in order. */
  readonly requests: string[] = [];
  readonly log = { tokens: 0, throttled: 0 };
  pageSize = 999;
  onInstalled: (aadObjectId: string) => void = () => {};
  readonly #groups = new Map<string, Map<string, 'user' | 'group'>>();
  readonly #changes: Change[] = [];
  #faults: { fault: GraphFault; left: number }[] = [];
  #windows = new SlidingWindows([{ requests: 30, windowMs: 1_000 }]);
  #oldestMark = 0;
  #oldestToken = 0;
  #server: Server | undefined;
  #origin = '';

  static async start(): Promise<LoopbackGraph> {
    const graph = new LoopbackGraph();
    const { server, origin } = await listen((...http) => graph.#answer(...http), 0);
    graph.#server = server;
    graph.#origin = origin;
    return graph;
  }

  get baseUrl(): string {
    return this.#origin;
  }

  get loginUrl(): string {
    return `${this.#origin}/${graphClient.tenantId}`;
  }

  add(person: GraphPerson): void {
    this.people.set(person.id, person);
  }

  join(group: string, ids: readonly string[], kind: 'user' | 'group' = 'user'): void {
    const members = this.#groups.get(group) ?? new Map<string, 'user' | 'group'>();
    this.#groups.set(group, members);
    for (const id of ids) {
      members.set(id, kind);
      this.#changes.push({ group, id, kind, isRemoved: false });
    }
  }

  leave(group: string, ids: readonly string[]): void {
    for (const id of ids) {
      const kind = this.#groups.get(group)?.get(id) ?? 'user';
      this.#groups.get(group)?.delete(id);
      this.#changes.push({ group, id, kind, isRemoved: true });
    }
  }

  strike(fault: GraphFault): void {
    this.#faults.push({ fault, left: fault.times });
  }

  expireMarks(): void {
    this.#oldestMark = this.#changes.length + 1;
  }

  refuseOldTokens(): void {
    this.#oldestToken = this.log.tokens + 1;
  }

  async close(): Promise<void> {
    const server = this.#server;
    await new Promise<void>((resolve) => {
      server?.close(() => resolve());
      server?.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#origin);
    if (url.pathname.endsWith('/oauth2/v2.0/token')) {
      const { status, body: token } = this.#signIn(url.pathname, new URLSearchParams(body));
      return sendJson(response, status, token);
    }
    const struck = this.#faults.find(({ fault, left }) => left > 0 && fault.path.test(url.pathname));
    if (struck) struck.left -= 1;
    const isCarriedOut = !struck || struck.fault.status === 'reset';
    const answer = isCarriedOut ? this.#carryOut(request, url, body) : faultAnswer(struck.fault);
    if (struck?.fault.status === 'reset') {
      response.socket?.resetAndDestroy();
      return;
    }
    sendJson(response, answer.status, answer.body, answer.headers);
  }

  #signIn(path: string, form: URLSearchParams): Answer {
    const isKnown =
      path.startsWith(`/${graphClient.tenantId}/`) &&
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === graphClient.id &&
      form.get('client_secret') === graphClient.password &&
      form.get('scope') === `${this.#origin}/.default`;
    if (!isKnown) return { status: 401, body: { error: 'invalid_client' } };
    this.log.tokens += 1;
    return { status: 200, body: { access_token: `token ${this.log.tokens}`, expires_in: 3_599 } };
  }

  #carryOut(request: IncomingMessage, url: URL, body: string): Answer {
    const [, number = 0] = /^Bearer token (\d+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (Number(number) < Math.max(1, this.#oldestToken)) {
      return refusal(401, 'InvalidAuthenticationToken', 'Access token is not valid.');
    }
    const nowMs = performance.now();
    const waitMs = this.#windows.waitMs(nowMs);
    if (waitMs > 0) {
      this.log.throttled += 1;
      return refusal(429, 'TooManyRequests', 'Please retry again later.', String(waitMs / 1_000));
    }
    this.#windows.record(nowMs);
    this.requests.push(`${request.method} ${url.pathname}`);
    const [version, collection = '', id = '', ...rest] = url.pathname.split('/').filter(Boolean);
    if (version !== 'v1.0') return refusal(404, 'ResourceNotFound', 'No such version');
    const route = [request.method, collection, id === 'delta' ? id : '', ...rest].filter(Boolean).join(' ');
    if (route === 'POST users teamwork installedApps') return this.#install(id, body);
    if (route === 'GET users') return this.#find(url);
    if (route === 'GET groups delta') return this.#delta(url);
    if (route === 'GET groups transitiveMembers') return this.#members(id, url);
    return refusal(400, 'BadRequest', `No such route: ${route}`);
  }

  #install(id: string, body: string): Answer {
    const permission = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
    if (!this.permissions.has(permission)) {
      return refusal(
        403,
        'Forbidden',
        `Missing role permissions on the request. API requires one of '${permission}'.`,
      );
    }
    const bind = (JSON.parse(body) as Record<string, unknown>)['teamsApp@odata.bind'];
    if (bind !== `${this.#origin}/v1.0/appCatalogs/teamsApps/${catalogueId}`) {
      return refusal(404, 'NotFound', 'No such app in the catalogue');
    }
    if (!this.people.has(id)) return refusal(404, 'NotFound', 'No such user');
    if (this.keptFromApp.has(id))
      return refusal(403, 'Forbidden', 'App is blocked by app permission policy.');
    if (this.installedFor.has(id)) return refusal(409, 'Conflict', 'App already exists in user scope');
    this.installedFor.add(id);
    this.onInstalled(id);
    return { status: 201 };
  }

  #find(url: URL): Answer {
    const ids = [...(url.searchParams.get('$filter') ?? '').matchAll(/'([^']+)'/g)].map(([, id = '']) => id);
    if (ids.length > 15) return refusal(400, 'Request_UnsupportedQuery', 'Too many values');
    if (!this.permissions.has('User.Read.All')) return denied;
    return { status: 200, body: { value: ids.flatMap((id) => this.#written(id, 'user', false)) } };
  }

  #members(group: string, url: URL): Answer {
    if (!this.permissions.has('GroupMember.Read.All')) return denied;
    if (!this.#groups.has(group)) return refusal(404, 'Request_ResourceNotFound', 'No such group');
    const members = [...this.#transitive(group, new Set())];
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const size = Math.min(this.pageSize, Number(url.searchParams.get('$top') ?? 100));
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(from + size));
    const hasMore = from + size < members.length;
    return {
      status: 200,
      body: {
        ...(hasMore ? { '@odata.nextLink': next.href } : {}),
        value: members.slice(from, from + size).flatMap(([id, kind]) => this.#written(id, kind, true)),
      },
    };
  }

  *#transitive(group: string, seen: Set<string>): Generator<[string, 'user' | 'group']> {
    for (const [id, kind] of this.#groups.get(group) ?? []) {
      if (seen.has(id)) continue;
      seen.add(id);
      yield [id, kind];
      if (kind === 'group') yield* this.#transitive(id, seen);
    }
  }

  #delta(url: URL): Answer {
    if (!this.permissions.has('GroupMember.Read.All')) return denied;
    const [, group = ''] = /^id eq '([^']+)'$/.exec(url.searchParams.get('$filter') ?? '') ?? [];
    const mark = url.searchParams.get('$deltatoken') ?? '';
    const link = (at: number) =>
      `${this.#origin}/v1.0/groups/delta?$filter=${encodeURIComponent(`id eq '${group}'`)}&$deltatoken=${at}`;
    const deltaLink = { '@odata.deltaLink': link(this.#changes.length) };
    if (mark === 'latest') return { status: 200, body: { ...deltaLink, value: [] } };
    if (Number(mark) < this.#oldestMark)
      return refusal(400, 'syncStateNotFound', 'The delta token is expired');
    const since = this.#changes.slice(Number(mark)).filter((change) => change.group === group);
    const page = since.slice(0, this.pageSize).map(({ id, kind, isRemoved }) => ({
      '@odata.type': `#microsoft.graph.${kind}`,
      id,
      ...(isRemoved ? { '@removed': { reason: 'deleted' } } : {}),
    }));
    const value = page.length > 0 ? [{ id: group, 'members@delta': page }] : [];
    const last = since[this.pageSize - 1];
    const hasMore = since.length > this.pageSize && last;
    const links = hasMore ? { '@odata.nextLink': link(this.#changes.indexOf(last) + 1) } : deltaLink;
    return { status: 200, body: { ...links, value } };
  }

  #written(id: string, kind: 'user' | 'group', isTyped: boolean): object[] {
    const type = isTyped ? { '@odata.type': `#microsoft.graph.${kind}` } : {};
    if (kind === 'group') return [{ ...type, id }];
    const person = this.people.get(id);
    if (!person) return [];
    if (!this.permissions.has('User.Read.All'))
      return [{ ...type, id, displayName: null, accountEnabled: null }];
    const { displayName, accountEnabled = true, attributes = {} } = person;
    const [extensions, plain] = [true, false].map((isExtension) =>
      Object.fromEntries(
        directoryAttributes
          .filter((name) => name.startsWith('extensionAttribute') === isExtension)
          .map((name) => [name, attributes[name] ?? null]),
      ),
    );
    return [
      { ...type, id, displayName, accountEnabled, ...plain, onPremisesExtensionAttributes: extensions },
    ];
  }
}

const denied = refusal(
  403,
  'Authorization_RequestDenied',
  'Insufficient privileges to complete the operation.',
);

function refusal(status: number, code: string, message: string, retryAfter?: string): Answer {
  const headers = retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } };
  return { status, body: { error: { code, message } }, ...headers };
}

function faultAnswer({ status, retryAfter, code = 'InjectedFault' }: GraphFault): Answer {
  return refusal(status === 'reset' ? 500 : status, code, 'Injected fault', retryAfter);
}
