/** The whole Teams edge over real HTTP, with a loopback Teams in front of it and an embedded store behind it. */

import { randomUUID } from 'node:crypto';

import { CodeAttempts } from '../../src/app/assist/code-attempts';
import type { AppContext } from '../../src/app/context';
import type { Log, LogFields } from '../../src/app/ports/log';
import type { Message } from '../../src/app/ports/messenger';
import { upsertRecord } from '../../src/app/records';
import { WaveReader } from '../../src/app/wave/wave-reader';
import { HighsSolver } from '../../src/highs-solver';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { ServiceKeys } from '../../src/storage/keys/service-keys';
import { connectBot } from '../../src/teams/adapter';
import type { Chat } from '../../src/teams/chat-command';
import { ConnectorTransport } from '../../src/teams/connector-transport';
import { TeamsEdge } from '../../src/teams/edge';
import type { EdgeParts } from '../../src/teams/edge-parts';
import type { Notices } from '../../src/teams/notices';
import { type RunningServer, startServer } from '../../src/teams/server';
import { TeamsMessenger } from '../../src/teams/teams-messenger';
import type { Verb } from '../../src/teams/verb';
import { verbRegistry } from '../../src/teams/verb-registry';
import { wording } from '../../src/text/wording';
import { storeFileIn, temporaryFolder } from '../support/embedded';
import { FakeClock } from '../support/fake-clock';
import type { ClientActivity } from '../support/loopback-teams/activity';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { aProgramme } from '../support/samples';

export const cardSaying = (text: string): Message => ({
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] },
  summary: text,
});

/** The text of a card made by `cardSaying`. */
export const saidBy = (card: unknown) =>
  (card as { body?: readonly { text?: string }[] } | undefined)?.body?.[0]?.text;

const notices: Notices = {
  failed: () => cardSaying('failed'),
  refused: ({ reason }) => cardSaying(`refused: ${reason}`),
  outOfDate: () => cardSaying('out of date'),
  wrongTenant: () => cardSaying('wrong tenant'),
  unreadable: () => cardSaying('unreadable'),
  givingBack: (reply) => reply,
};

const silentChat: Chat = {
  commands: [],
  fallback: { name: 'fallback', handle: async () => cardSaying('fallback') },
  onInstalled: async () => [cardSaying('welcome')],
  onMessageAction: async (_edge, _actor, words) => cardSaying(`about: ${words}`),
};

export interface LogLine {
  readonly event: string;
  readonly fields: LogFields;
  readonly error?: unknown;
}

class LogLines implements Log {
  constructor(
    readonly lines: LogLine[],
    private readonly bound: LogFields = {},
  ) {}
  info(event: string, fields?: LogFields): void {
    this.lines.push({ event, fields: { ...this.bound, ...fields } });
  }
  warn(event: string, fields?: LogFields): void {
    this.info(event, fields);
  }
  error(event: string, error: unknown, fields?: LogFields): void {
    this.lines.push({ event, error, fields: { ...this.bound, ...fields } });
  }
  with(fields: LogFields): Log {
    return new LogLines(this.lines, { ...this.bound, ...fields });
  }
}

export interface HarnessOptions {
  readonly verbs?: readonly Verb<unknown>[];
  readonly chat?: Partial<Chat>;
  readonly check?: () => Promise<void>;
}

export interface Harness {
  readonly teams: LoopbackTeams;
  readonly clock: FakeClock;
  readonly app: AppContext;
  readonly messenger: TeamsMessenger;
  readonly transport: ConnectorTransport;
  readonly server: RunningServer;
  readonly url: string;
  readonly log: LogLine[];
  close(): Promise<void>;
}

export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const clock = new FakeClock();
  const folder = temporaryFolder();
  const log: LogLine[] = [];
  const store = EmbeddedStore.open(storeFileIn(folder));
  const keys = new ServiceKeys(new Uint8Array(32).fill(7));
  const app: AppContext = {
    store,
    clock,
    keys,
    log: new LogLines(log),
    solve: new HighsSolver().solve,
    wording,
    waves: new WaveReader(store, keys, clock, 1_000),
    codeAttempts: new CodeAttempts(),
    settings: { answerDeadlineMs: 4_000, sealWaitMs: 5_500, backupRetentionDays: 30 },
    newId: randomUUID,
    poke: () => {},
  };
  const teams = await LoopbackTeams.start({ appRequestsPerSecond: 0, conversationLimits: false });
  const transport = new ConnectorTransport({ clock, serviceUrls: 'loopback' });
  const connection = await connectBot({
    bot: {
      type: 'SingleTenant',
      id: teams.bot.appId,
      tenantId: teams.tenantId,
      password: teams.bot.password,
    },
    isLocal: false,
    signIn: signInOf(teams),
    transport,
    clock,
  });
  const { adapter, token, botId } = connection;
  const messenger = new TeamsMessenger({
    transport,
    clock,
    ...(token ? { token } : {}),
    botId,
    serviceUrl: teams.serviceUrl,
  });
  const parts: EdgeParts = {
    edge: { app, isLocal: false },
    verbs: verbRegistry(options.verbs ?? []),
    chat: { ...silentChat, ...options.chat },
    notices,
    messenger,
    tenantId: teams.tenantId,
  };
  const edge = new TeamsEdge(parts, adapter, 'loopback');
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    isUnauthenticated: false,
    receive: (authorization, body) => edge.receive(authorization, body),
    check: options.check ?? (() => store.check()),
    clock,
    log: app.log,
  });
  const url = `http://127.0.0.1:${server.port}`;
  teams.connectBot(`${url}/api/messages`);
  return {
    teams,
    clock,
    app,
    messenger,
    transport,
    server,
    url,
    log,
    async close() {
      await teams.close();
      await Promise.all([server.close(0), clock.advance(1)]);
      await transport.close();
      await store.close();
      folder.remove();
    },
  };
}

export function signInOf(teams: LoopbackTeams) {
  return {
    openIdMetadataUrl: `${teams.origin}/_login/v1/.well-known/openidconfiguration`,
    loginUrl: `${teams.origin}/_login/${teams.tenantId}`,
  };
}

/** The sample programme, in the loopback's tenant. */
export async function saveProgramme({ app, teams }: Harness): Promise<void> {
  await upsertRecord(app.store, 'programme', { ...aProgramme(), tenantId: teams.tenantId });
}

export function activityOf(
  { teams }: Harness,
  user: TeamsUser,
  rest: Readonly<Record<string, unknown>> & { readonly type: string },
): ClientActivity {
  return {
    id: '1700000000001',
    timestamp: '2026-03-02T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: user.teamsUserId, name: 'Synthetic Person', aadObjectId: user.aadObjectId },
    recipient: { id: `28:${teams.bot.appId}` },
    conversation: { id: user.conversationId, conversationType: 'personal', tenantId: user.tenantId },
    channelData: { tenant: { id: user.tenantId } },
    ...rest,
  };
}

export function executeOf(
  harness: Harness,
  user: TeamsUser,
  verb: string,
  data: unknown = {},
  trigger = 'manual',
): ClientActivity {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger };
  return activityOf(harness, user, { type: 'invoke', name: 'adaptiveCard/action', replyToId: '17', value });
}
