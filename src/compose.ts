/** Builds the bot from its parts. With the other `compose-….ts` the only place that knows what stands behind a port. */

import { join } from 'node:path';
import { shouldRemind } from './app/campaign/should-remind';
import { campaignsShowing } from './app/desk/campaigns-showing';
import { intentHandlers } from './app/intents/registry';
import type { Clock } from './app/ports/clock';
import type { AppInstaller } from './app/ports/directory';
import type { Messenger } from './app/ports/messenger';
import { type OpenContext, type Outside, openContext } from './compose-context';
import { openDirectory } from './compose-directory';
import type { Config } from './config';
import { connectBot } from './teams/adapter';
import { chat } from './teams/chat/registry';
import { ConnectorTransport } from './teams/connector-transport';
import { TeamsEdge } from './teams/edge';
import { LocalInbox } from './teams/local-inbox';
import { InboxCards } from './teams/local-inbox-cards';
import { inboxRoute } from './teams/local-inbox-page';
import { noticeCards } from './teams/notice-cards';
import { type GetRoute, startServer } from './teams/server';
import type { ServiceUrlRule } from './teams/service-url';
import { TeamsMessenger } from './teams/teams-messenger';
import { verbs } from './teams/verbs/registry';
import { ChartPage } from './web/charts/chart-page';
import { ChartPictures } from './web/charts/chart-pictures';
import { concernedCard } from './worker/concerned-card';
import { currentCard } from './worker/current-card';
import { startWorker, type Worker } from './worker/worker';

export interface Bot extends Pick<OpenContext, 'context' | 'close'> {
  readonly worker: Worker;
  readonly port: number;
}

const leaseUnitMs = 5_000;
/** Shorter than the two units that lie between the last request of one sender and the first of the next. */
const teamsTimeoutMs = 8_000;
/** Whose staff the local client plays where no tenant is named. */
const localTenantId = '00000000-0000-0000-0000-000000000001';

/** The whole product: server, edge and worker. @throws Error when the port is taken. */
export async function openBot(config: Config, outside: Outside): Promise<Bot> {
  const parts = await openContext(config, outside);
  const { context } = parts;
  const { transport, adapter, teams, messenger, inboxCards } = await connect(config, context.clock);
  const graph = config.graph?.installAppId ? openDirectory(config, context.clock) : undefined;
  const worker = workOn(config, parts, messenger, graph?.installer);
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
    routes: [chartRoute(context), ...(isLocal ? [inboxRoute(inboxCards)] : [])],
  });
  return {
    context,
    worker,
    port: server.port,
    close: async () => {
      await server.close();
      await worker.stop();
      await transport.close();
      await graph?.close();
      if (isLocal) inboxCards.save();
      await parts.close();
    },
  };
}

/** For who draws charts without a bot: the gallery of cards. */
export function chartPictures(): ChartPictures {
  return new ChartPictures();
}

/** A token is longer than a named part of a path may be. */
function chartRoute(context: OpenContext['context']): GetRoute {
  const page = new ChartPage(context);
  return { path: '/charts/*', handle: ({ params }) => page.reply(params['*'] ?? '') };
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
  const inboxCards = InboxCards.open(join(config.dataDir, 'local-inbox.json'));
  const messenger = isPlayground(config) ? new LocalInbox(teams, inboxCards) : teams;
  return { transport, adapter, teams, messenger, inboxCards };
}

function workOn(
  config: Config,
  { context, onPoke }: OpenContext,
  messenger: Messenger,
  installer: AppInstaller | undefined,
): Worker {
  const worker = startWorker({
    context,
    messenger,
    ...(installer ? { installer } : {}),
    cards: currentCard(context, isPlayground(config)),
    concernedCard: concernedCard(context, isPlayground(config)),
    shouldRemind: shouldRemind(context),
    campaignsShowing,
    handlers: intentHandlers,
    identifiesPeople: !isPlayground(config),
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

/** A bot with real credentials speaks to the real Teams, also from a developer's machine. */
function serviceUrlsOf({ mode, bot, localSignIn }: Config): ServiceUrlRule {
  return mode === 'local' && (!bot || localSignIn) ? 'loopback' : 'teams';
}
