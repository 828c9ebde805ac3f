/** Builds the product from its parts: the only place that knows which implementation stands behind a port. */

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { AppContext, Settings } from './app/context';
import { intentHandlers } from './app/intents/registry';
import type { Clock } from './app/ports/clock';
import type { Log } from './app/ports/log';
import type { Messenger } from './app/ports/messenger';
import type { Store } from './app/ports/store';
import { shouldRemind } from './app/should-remind';
import { WaveReader } from './app/wave-reader';
import type { Config } from './config';
import { campaignsShowing } from './domain/escalation/escalation-campaigns';
import { createLog } from './log';
import { CosmosStore } from './storage/cosmos/cosmos-store';
import { EmbeddedStore } from './storage/embedded/embedded-store';
import { serviceKeyOf } from './storage/keys/service-key-file';
import { ServiceKeys } from './storage/keys/service-keys';
import { SystemClock } from './system-clock';
import { connectBot } from './teams/adapter';
import { chat } from './teams/chat/registry';
import { ConnectorTransport } from './teams/connector-transport';
import { TeamsEdge } from './teams/edge';
import { LocalInbox } from './teams/local-inbox';
import { inboxRoute } from './teams/local-inbox-page';
import { noticeCards } from './teams/notice-cards';
import { startServer } from './teams/server';
import type { ServiceUrlRule } from './teams/service-url';
import { TeamsMessenger } from './teams/teams-messenger';
import { verbs } from './teams/verbs/registry';
import { wording } from './text/wording';
import { currentCard } from './worker/current-card';
import { startWorker, type Worker } from './worker/worker';

/** What may be put in the place of the outside world. */
export interface Outside {
  readonly clock?: Clock;
  /** Stays open when the rest is closed. */
  readonly store?: Store;
  readonly log: Log;
}

export interface OpenContext {
  readonly context: AppContext;
  close(): Promise<void>;
}

export interface Bot extends OpenContext {
  readonly worker: Worker;
  readonly port: number;
}

const answerDeadlineMs = 4_000;
const waveMaxAgeMs = 1_000;
const closeMarginMs = 500;
const cosmosTimeoutMs = 3_000;
const leaseUnitMs = 5_000;
/** Shorter than the two units that lie between the last request of one sender and the first of the next. */
const teamsTimeoutMs = 8_000;
/** Whose staff the local client plays where no tenant is named. */
const localTenantId = '00000000-0000-0000-0000-000000000001';

/** The log of a running service, on standard output. */
export function openLog(): Log {
  return createLog({ clock: new SystemClock() });
}

/** Opens the store and what every use case needs. @throws UnavailableError when the store cannot be opened. */
export async function openContext(config: Config, outside: Outside): Promise<OpenContext> {
  const { context, close } = await openParts(config, outside);
  return { context, close };
}

/** The whole product: server, edge and worker. @throws Error when the port is taken. */
export async function openBot(config: Config, outside: Outside): Promise<Bot> {
  const parts = await openParts(config, outside);
  const { context } = parts;
  const { adapter, teams, messenger, inbox } = await connect(config, context.clock);
  const worker = workOn(config, parts, messenger);
  const isLocal = isPlayground(config);
  const edge = new TeamsEdge(
    {
      edge: { app: context, isLocal },
      verbs,
      chat,
      notices: noticeCards({ isSynthetic: isLocal, timeZone: 'Europe/London' }),
      messenger: teams,
      tenantId: config.tenantId ?? localTenantId,
    },
    adapter,
    serviceUrlsOf(config),
  );
  const server = await startServer({
    port: config.port,
    host: config.host,
    isUnauthenticated: !config.bot,
    receive: (authorization, body) => edge.receive(authorization, body),
    check: () => context.store.check(),
    clock: context.clock,
    log: context.log,
    routes: isLocal ? [inboxRoute(inbox)] : [],
  });
  return {
    context,
    worker,
    port: server.port,
    close: async () => {
      await server.close();
      await worker.stop();
      await parts.close();
    },
  };
}

interface Parts extends OpenContext {
  /** Whom `context.poke` tells, once there is a worker. */
  onPoke(poke: () => void): void;
}

async function openParts(config: Config, outside: Outside): Promise<Parts> {
  const clock = outside.clock ?? new SystemClock();
  const store = outside.store ?? (await openStore(config));
  const keys = new ServiceKeys(config.serviceKey ?? serviceKeyOf(config.dataDir));
  let poke = () => {};
  const context: AppContext = {
    store,
    clock,
    keys,
    log: outside.log,
    wording,
    waves: new WaveReader(store, keys, clock, waveMaxAgeMs * config.timeScale),
    settings: settingsOf(config),
    newId: () => randomBytes(16).toString('hex'),
    poke: () => poke(),
  };
  return {
    context,
    close: () => (outside.store ? Promise.resolve() : store.close()),
    onPoke: (listener) => {
      poke = listener;
    },
  };
}

function settingsOf({ timeScale, backupRetentionDays }: Config): Settings {
  return {
    answerDeadlineMs: answerDeadlineMs * timeScale,
    sealWaitMs: (answerDeadlineMs + waveMaxAgeMs + closeMarginMs) * timeScale,
    backupRetentionDays,
  };
}

async function openStore({ store }: Config): Promise<Store> {
  if (store.kind === 'embedded') return EmbeddedStore.open(join(store.dataDir, 'soundings.db'));
  const { endpoint, database, key } = store;
  return CosmosStore.connect({
    endpoint,
    database,
    ...(key ? { key } : {}),
    requestTimeoutMs: cosmosTimeoutMs,
    createIfMissing: true,
  });
}

async function connect(config: Config, clock: Clock) {
  const serviceUrls = serviceUrlsOf(config);
  const transport = new ConnectorTransport({
    clock,
    serviceUrls,
    timeLimitMs: teamsTimeoutMs * config.timeScale,
  });
  const { adapter, token, botId } = await connectBot({
    isLocal: config.mode === 'local',
    transport,
    clock,
    ...(config.bot ? { bot: config.bot } : {}),
    ...(config.localSignIn ? { signIn: config.localSignIn } : {}),
  });
  const teams = new TeamsMessenger({
    transport,
    clock,
    botId,
    ...(token ? { token } : {}),
    ...(config.botServiceUrl ? { serviceUrl: config.botServiceUrl } : {}),
  });
  const inbox = new LocalInbox(teams);
  return { adapter, teams, inbox, messenger: isPlayground(config) ? inbox : teams };
}

function workOn(config: Config, { context, onPoke }: Parts, messenger: Messenger): Worker {
  const worker = startWorker({
    context,
    messenger,
    cards: currentCard(context, isPlayground(config)),
    shouldRemind: shouldRemind(context),
    campaignsShowing: (document) => (document.type === 'escalation' ? campaignsShowing(document) : []),
    handlers: intentHandlers,
    requestsPerSecond: isPlayground(config) ? 0 : config.sendRate,
    leaseUnitMs: leaseUnitMs * config.timeScale,
  });
  onPoke(() => worker.poke());
  return worker;
}

/** The local client without credentials: it knows no `refresh`, and most people have no window. */
function isPlayground({ mode, bot }: Config): boolean {
  return mode === 'local' && !bot;
}

function serviceUrlsOf({ mode }: Config): ServiceUrlRule {
  return mode === 'local' ? 'loopback' : 'teams';
}
