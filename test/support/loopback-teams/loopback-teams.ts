/** A Microsoft Teams on loopback: a real HTTP server for the bot to write to, and people to play. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type BotRegistration, TokenIssuer } from '../token-issuer';
import type { ClientActivity } from './activity';
import { BotEndpoint, type DeliveryOptions, type InvokeResult } from './bot-endpoint';
import { refusal } from './connector-reply';
import type { FaultRule, InjectedFault } from './faults';
import { type GatewayReply, passGateway } from './gateway';
import { listen, sendJson } from './http-listener';
import { type LoopbackTeamsOptions, loopbackBot, loopbackTenantId } from './options';
import { newScene, type Scene } from './scene';
import { answerSignIn } from './sign-in';
import { TeamsUser } from './teams-user';
import { type Arrived, machineMs, viaOf } from './timeline';
import type { Statistics, Traffic } from './traffic';
import { Watchers } from './watchers';

/** Answers `POST /_control/<command>`, where somebody outside the process steers. */
export type Control = (
  teams: LoopbackTeams,
  command: string,
  body: string,
) => Promise<{ readonly status: number; readonly body: unknown }>;

export class LoopbackTeams {
  readonly bot: BotRegistration;
  readonly tenantId: string;
  readonly issuer: TokenIssuer;
  readonly #options: LoopbackTeamsOptions;
  readonly #control: Control | undefined;
  readonly #endpoint: BotEndpoint;
  readonly #watchers = new Watchers();
  #scene: Scene;
  #server: Server | undefined;
  #origin = '';

  private constructor(options: LoopbackTeamsOptions, control: Control | undefined) {
    this.#options = options;
    this.#control = control;
    this.tenantId = options.tenantId ?? loopbackTenantId;
    this.bot = { ...loopbackBot, tenantId: this.tenantId, ...options.bot };
    this.issuer = new TokenIssuer(this.bot);
    const patience = { deadlineMs: 5_000, retries: 2, ...options.patience };
    const issuer = this.#isAuthOn ? this.issuer : undefined;
    this.#endpoint = new BotEndpoint(options.botEndpoint ?? '', issuer, patience);
    this.#scene = newScene(options, () => this.serviceUrl);
  }

  static async start(options: LoopbackTeamsOptions = {}, control?: Control): Promise<LoopbackTeams> {
    const teams = new LoopbackTeams(options, control);
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
    const { chats, users } = this.#scene;
    const chat = chats.of({ tenantId: options.tenantId ?? this.tenantId, aadObjectId });
    chat.name = options.name ?? chat.name;
    const known = users.get(chat.id);
    if (known !== undefined) return known;
    const user = new TeamsUser(chat, this.#endpoint, () => ({
      chat,
      serviceUrl: this.serviceUrl,
      bot: { id: `28:${this.bot.appId}`, name: 'Soundings' },
      now: this.#options.clock?.now() ?? new Date().toISOString(),
      newId: () => this.#scene.connector.nextActivityId(),
    }));
    users.set(chat.id, user);
    return user;
  }

  /** Delivers an activity once (or with retries), whenever and as often as a test likes. */
  deliver(activity: ClientActivity, options?: DeliveryOptions): Promise<InvokeResult> {
    return this.#endpoint.deliver(activity, options);
  }

  inject(rule: FaultRule): InjectedFault {
    return this.#scene.faults.inject(rule);
  }

  clearFaults(): void {
    this.#scene.faults.clear();
  }

  faults(): readonly InjectedFault[] {
    return this.#scene.faults.list();
  }

  statistics(): Statistics {
    return this.#scene.traffic.statistics();
  }

  /** Every request that arrived since then, where the timeline is kept. */
  arrivedSince(atMs: number): readonly Arrived[] {
    return this.#scene.timeline.since(atMs);
  }

  /** These people have a conversation with the bot already. */
  know(aadObjectIds: readonly string[]): void {
    for (const aadObjectId of aadObjectIds) this.#scene.chats.of({ tenantId: this.tenantId, aadObjectId });
  }

  /** Messages accepted for each person, by directory id. */
  deliveredPerPerson(): ReadonlyMap<string, number> {
    const chats = [...this.#scene.chats.all()].filter((chat) => chat.acceptedCount > 0);
    return new Map(chats.map((chat) => [chat.owner.aadObjectId, chat.acceptedCount]));
  }

  /** Resolves as soon as the condition holds; it is looked at after each request of the bot. */
  until(condition: () => boolean, withinMs = 5_000): Promise<void> {
    return this.#watchers.until(condition, withinMs);
  }

  /** Resolves when the bot has written something and paused; after `atMostMs` in any case. */
  pause(atMostMs: number): Promise<void> {
    return this.#watchers.pause(15, atMostMs);
  }

  /** Forgets people, chats, counts, faults and running limits; ask for each user again afterwards. */
  reset(): void {
    this.#scene = newScene(this.#options, () => this.serviceUrl);
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

  async #answer(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const { path, via } = viaOf((request.url ?? '/').split('?')[0] ?? '/');
    if (path.startsWith('/_login/')) {
      return answerSignIn(this.issuer, this.#origin, path, body, response);
    }
    if (path.startsWith('/_control/') && this.#control !== undefined) {
      const answer = await this.#control(this, path.slice('/_control/'.length), body);
      return sendJson(response, answer.status, answer.body);
    }
    const scene = this.#scene;
    scene.traffic.began();
    response.on('close', () => scene.traffic.ended());
    if (this.#isAuthOn && !(await this.issuer.acceptsBot(request.headers.authorization))) {
      scene.traffic.violated('unauthorised');
      const denied = refusal(401, 'Unauthorized', 'No valid token');
      return send(response, scene.traffic, { reply: denied, delayMs: 0, wasAccepted: false });
    }
    const atMs = machineMs();
    const passed = passGateway(scene, request.method ?? 'GET', path, body);
    scene.timeline.add(arrivedOf(passed, atMs, via));
    this.#watchers.look();
    if (passed.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, passed.delayMs));
    send(response, scene.traffic, passed);
  }
}

function arrivedOf({ reply, effect, aadObjectId }: GatewayReply, atMs: number, via?: string): Arrived {
  const isSilent = effect?.kind === 'hang' || effect?.kind === 'reset';
  return {
    atMs,
    status: isSilent ? effect.kind : reply.status,
    ...(via === undefined ? {} : { via }),
    ...(aadObjectId === undefined ? {} : { aadObjectId }),
  };
}

function send(response: ServerResponse, traffic: Traffic, passed: GatewayReply): void {
  const { reply, effect, wasAccepted } = passed;
  const isSilent = effect?.kind === 'hang' || effect?.kind === 'reset';
  traffic.replied(isSilent ? effect.kind : reply.status, wasAccepted);
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
