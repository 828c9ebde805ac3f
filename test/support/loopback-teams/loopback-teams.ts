/** A Microsoft Teams on loopback: a real HTTP server for the bot to write to, and people to play. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '../../../src/app/ports/clock';
import { type BotRegistration, TokenIssuer } from '../token-issuer';
import type { ClientActivity } from './activity';
import { BotEndpoint, type DeliveryOptions, type InvokeResult, type Patience } from './bot-endpoint';
import { ChatDirectory } from './chat-directory';
import { Connector } from './connector';
import { refusal } from './connector-reply';
import { answerControl } from './control';
import { type FaultRule, Faults, type InjectedFault } from './faults';
import { type GatewayReply, passGateway } from './gateway';
import { listen, sendJson } from './http-listener';
import { PublishedLimits } from './published-limits';
import { seededRandom } from './seeded-random';
import { answerSignIn } from './sign-in';
import { TeamsUser } from './teams-user';
import { type Statistics, Traffic } from './traffic';

export interface LoopbackTeamsOptions {
  /** The tenant of people named without one. */
  readonly tenantId?: string;
  readonly bot?: Partial<BotRegistration>;
  /** The bot's messaging endpoint; may be given later with `connectBot`. */
  readonly botEndpoint?: string;
  /** Without it, tokens are neither asked for nor sent. Default true. */
  readonly auth?: boolean;
  readonly port?: number;
  /** Per app per tenant; 0 for no cap. Default 50. */
  readonly appRequestsPerSecond?: number;
  /** 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in 3,600 s. Default true. */
  readonly conversationLimits?: boolean;
  /** Whether a 429 says how long to wait. Default true. */
  readonly retryAfter?: boolean;
  /** A request this soon after a 429 was already on its way. Default 100. */
  readonly throttleGraceMs?: number;
  readonly seed?: number;
  /** Without it, bodies are counted and compared but not kept, so that memory stays small. Default true. */
  readonly keepMessages?: boolean;
  /** Default: 5,000 ms and 2 retries, as Teams. */
  readonly patience?: Partial<Patience>;
  /** For the limits' windows and the activities' timestamps. Default: real time. */
  readonly clock?: Pick<Clock, 'now' | 'monotonicMs'>;
}

export const loopbackTenantId = '11111111-2222-4333-8444-555555555555';
export const loopbackBot: BotRegistration = {
  appId: '99999999-8888-4777-8666-555555555555',
  password: 'loopback-only',
  tenantId: loopbackTenantId,
};

export class LoopbackTeams {
  readonly bot: BotRegistration;
  readonly tenantId: string;
  readonly issuer: TokenIssuer;
  readonly #options: LoopbackTeamsOptions;
  readonly #endpoint: BotEndpoint;
  readonly #users = new Map<string, TeamsUser>();
  #server: Server | undefined;
  #origin = '';
  #chats: ChatDirectory;
  #traffic = new Traffic();
  #limits: PublishedLimits;
  #faults: Faults;
  #connector: Connector;
  readonly #watchers = new Set<() => void>();

  private constructor(options: LoopbackTeamsOptions) {
    this.#options = options;
    this.tenantId = options.tenantId ?? loopbackTenantId;
    this.bot = { ...loopbackBot, tenantId: this.tenantId, ...options.bot };
    this.issuer = new TokenIssuer(this.bot);
    const patience = { deadlineMs: 5_000, retries: 2, ...options.patience };
    this.#endpoint = new BotEndpoint(
      options.botEndpoint ?? '',
      this.#isAuthOn ? this.issuer : undefined,
      patience,
    );
    this.#chats = this.#newChats();
    this.#limits = this.#newLimits();
    this.#faults = this.#newFaults();
    this.#connector = this.#newConnector();
  }

  static async start(options: LoopbackTeamsOptions = {}): Promise<LoopbackTeams> {
    const teams = new LoopbackTeams(options);
    const { server, origin } = await listen((...http) => teams.#answer(...http), options.port ?? 0);
    teams.#server = server;
    teams.#origin = origin;
    return teams;
  }

  get origin(): string {
    return this.#origin;
  }

  /** What activities name as their service URL, and the bot writes to. */
  get serviceUrl(): string {
    return `${this.#origin}/`;
  }

  connectBot(botEndpoint: string): void {
    this.#endpoint.url = botEndpoint;
  }

  /** The person with this directory id; a stranger becomes known. */
  user(aadObjectId: string, options: { readonly tenantId?: string; readonly name?: string } = {}): TeamsUser {
    const chat = this.#chats.of({ tenantId: options.tenantId ?? this.tenantId, aadObjectId });
    chat.name = options.name ?? chat.name;
    const known = this.#users.get(chat.id);
    if (known !== undefined) return known;
    const user = new TeamsUser(chat, this.#endpoint, () => ({
      chat,
      serviceUrl: this.serviceUrl,
      bot: { id: `28:${this.bot.appId}`, name: 'Soundings' },
      now: this.#options.clock?.now() ?? new Date().toISOString(),
      newId: () => this.#connector.nextActivityId(),
    }));
    this.#users.set(chat.id, user);
    return user;
  }

  /** Delivers an activity once (or with retries), whenever and as often as a test likes. */
  deliver(activity: ClientActivity, options?: DeliveryOptions): Promise<InvokeResult> {
    return this.#endpoint.deliver(activity, options);
  }

  inject(rule: FaultRule): InjectedFault {
    return this.#faults.inject(rule);
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  faults(): readonly InjectedFault[] {
    return this.#faults.list();
  }

  statistics(): Statistics {
    return this.#traffic.statistics();
  }

  /** Messages accepted for each person, by directory id. */
  deliveredPerPerson(): ReadonlyMap<string, number> {
    const delivered = new Map<string, number>();
    for (const chat of this.#chats.all()) {
      if (chat.acceptedCount > 0) delivered.set(chat.owner.aadObjectId, chat.acceptedCount);
    }
    return delivered;
  }

  /** Resolves as soon as the condition holds; it is looked at after each request of the bot. */
  async until(condition: () => boolean, withinMs = 5_000): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const watcher = (): void => {
        if (!condition()) return;
        clearTimeout(timer);
        this.#watchers.delete(watcher);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#watchers.delete(watcher);
        reject(new Error(`The bot did not do it within ${withinMs} ms`));
      }, withinMs);
      this.#watchers.add(watcher);
    });
  }

  /** Forgets chats, counts, faults and running limits; options in the argument replace the present ones. */
  reset(): void {
    this.#users.clear();
    this.#traffic = new Traffic();
    this.#chats = this.#newChats();
    this.#limits = this.#newLimits();
    this.#faults = this.#newFaults();
    this.#connector = this.#newConnector();
  }

  async close(): Promise<void> {
    this.#endpoint.close();
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  get #isAuthOn(): boolean {
    return this.#options.auth ?? true;
  }

  #nowMs(): number {
    return this.#options.clock?.monotonicMs() ?? performance.now();
  }

  #newChats(): ChatDirectory {
    return new ChatDirectory(this.#options.keepMessages ?? true);
  }

  #newLimits(): PublishedLimits {
    const { appRequestsPerSecond = 50, conversationLimits = true, throttleGraceMs = 100 } = this.#options;
    return new PublishedLimits(appRequestsPerSecond, conversationLimits, throttleGraceMs);
  }

  #newFaults(): Faults {
    return new Faults(seededRandom(this.#options.seed ?? 1));
  }

  #newConnector(): Connector {
    return new Connector(
      this.#chats,
      this.#traffic,
      () => this.serviceUrl,
      () => this.#nowMs(),
    );
  }

  async #answer(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.#origin);
    const method = request.method ?? 'GET';
    if (pathname.startsWith('/_control/')) return answerControl(this, method, pathname, body, response);
    if (pathname.startsWith('/_login/'))
      return answerSignIn(this.issuer, this.#origin, pathname, body, response);
    const traffic = this.#traffic;
    traffic.began();
    response.on('close', () => traffic.ended());
    if (this.#isAuthOn && !(await this.issuer.acceptsBot(request.headers.authorization))) {
      traffic.violated('unauthorised');
      const denied = refusal(401, 'Unauthorized', 'No valid token');
      return this.#send(response, { reply: denied, delayMs: 0, wasAccepted: false });
    }
    const passed = passGateway(
      {
        connector: this.#connector,
        limits: this.#limits,
        faults: this.#faults,
        traffic,
        sendsRetryAfter: this.#options.retryAfter ?? true,
        nowMs: () => this.#nowMs(),
      },
      method,
      pathname,
      body,
    );
    for (const watcher of [...this.#watchers]) watcher();
    if (passed.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, passed.delayMs));
    this.#send(response, passed);
  }

  #send(response: ServerResponse, { reply, effect, wasAccepted }: GatewayReply): void {
    const isSilent = effect?.kind === 'hang' || effect?.kind === 'reset';
    this.#traffic.replied(isSilent ? effect.kind : reply.status, wasAccepted);
    if (effect?.kind === 'hang') return;
    if (effect?.kind === 'reset') {
      response.socket?.resetAndDestroy();
      return;
    }
    const { retryAfterSeconds } = reply;
    const headers: Record<string, string> =
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    sendJson(response, reply.status, reply.body, headers);
  }
}
