/** The configuration: the only reader of the environment, parsed once, refused by name. */

import { z } from 'zod';

export type BotCredentials =
  | {
      readonly type: 'SingleTenant';
      readonly id: string;
      readonly tenantId: string;
      readonly password: string;
    }
  | { readonly type: 'UserAssignedMsi'; readonly id: string; readonly tenantId: string };

export type StoreConfig =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | {
      readonly kind: 'cosmos';
      readonly endpoint: string;
      readonly database: string;
      /** Absent: the managed identity is used. */
      readonly key?: string;
    };

export interface GraphConfig {
  /** Without a slash at the end, as is `loginUrl`, which names the tenant. */
  readonly baseUrl: string;
  readonly loginUrl: string;
  /** The app's id in the organisation's catalogue; absent: the bot installs itself for nobody. */
  readonly installAppId?: string;
}

export interface Config {
  readonly mode: 'local' | 'production';
  /** Where the server listens: loopback alone in `local`. */
  readonly host: '127.0.0.1' | '0.0.0.0';
  readonly port: number;
  readonly store: StoreConfig;
  /** Also holds the created service key in `local`. */
  readonly dataDir: string;
  /** Absent in `local` only: the bot then talks to the local client without credentials. */
  readonly bot?: BotCredentials;
  /** The one tenant that is served. */
  readonly tenantId?: string;
  /** Where a first message to a person is sent, without a slash at the end. */
  readonly botServiceUrl?: string;
  /** 32 bytes; absent in `local` only, where a key is created once. */
  readonly serviceKey?: Uint8Array;
  /** Microsoft Graph, reached with the bot's identity; absent without one. Nothing is asked of it until somebody does. */
  readonly graph?: GraphConfig;
  /** Requests to Teams per second, for this app in this tenant. */
  readonly sendRate: number;
  /** The address at which others reach this server, without a slash at the end. */
  readonly publicUrl: string;
  readonly backupRetentionDays: number;
  /** Stand-ins for Microsoft's sign-in on this machine; `local` alone. */
  readonly localSignIn?: { readonly openIdMetadataUrl: string; readonly loginUrl: string };
  /** Shortens the lease's times and the wait at closing, 0.01 to 1; always 1 in `production`. */
  readonly timeScale: number;
}

/** Everything that is wrong with the environment, at once; each sentence begins with the variable's name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(`the configuration is refused: ${problems.join('; ')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const text = z.string().min(1).optional();
const wholeNumber = (minimum: number, maximum: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum))
    .optional()
    .transform((value) => value ?? otherwise)
    .describe(`a whole number from ${minimum} to ${maximum}`);
const url = z
  .string()
  .regex(/^https?:\/\/[^\s]+$/)
  .refine((value) => URL.canParse(value))
  .transform((value) => value.replace(/\/+$/, ''))
  .optional()
  .describe('an address that begins with https:// (http:// on this machine alone)');

const variables = {
  SOUNDINGS_MODE: z.enum(['local', 'production']).optional().describe('local or production'),
  SOUNDINGS_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .transform((value) => new Uint8Array(Buffer.from(value, 'base64')))
    .optional()
    .describe('32 bytes in base64, for instance from: openssl rand -base64 32'),
  SOUNDINGS_LOCAL_OPENID_URL: url,
  SOUNDINGS_LOCAL_LOGIN_URL: url,
  SOUNDINGS_LOCAL_TIME_SCALE: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number)
    .pipe(z.number().min(0.01).max(1))
    .optional()
    .describe('a number from 0.01 to 1'),
  PORT: wholeNumber(0, 65_535, 3978),
  STORE: z.enum(['embedded', 'cosmos']).optional().describe('embedded or cosmos'),
  DATA_DIR: text,
  COSMOS_ENDPOINT: url,
  COSMOS_DATABASE: z
    .string()
    .regex(/^[^/\\#?\s]{1,255}$/)
    .optional()
    .describe('a name of up to 255 characters without spaces, slashes, # or ?'),
  COSMOS_KEY: text,
  BOT_ID: text,
  BOT_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMsi'])
    .optional()
    .describe('SingleTenant or UserAssignedMsi'),
  BOT_PASSWORD: text,
  TENANT_ID: text,
  BOT_SERVICE_URL: url,
  GRAPH_INSTALL_APP_ID: z
    .string()
    .regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/)
    .optional()
    .describe(
      'the id of the app in the catalogue of Teams apps, such as 1b2c3d4e-0000-4000-8000-0123456789ab',
    ),
  GRAPH_BASE_URL: url,
  SEND_RATE: wholeNumber(1, 10_000, 50),
  PUBLIC_URL: url,
  BACKUP_RETENTION_DAYS: wholeNumber(0, 3_650, 30),
};
type VariableName = keyof typeof variables;
type Values = z.infer<z.ZodObject<typeof variables>>;

/** Where the clouds that have Teams bots sign in, by the address of their Graph. */
const signInOfGraph: Readonly<Record<string, string>> = {
  'https://graph.microsoft.com': 'https://login.microsoftonline.com',
  'https://graph.microsoft.us': 'https://login.microsoftonline.us',
  'https://dod-graph.microsoft.us': 'https://login.microsoftonline.us',
};
const publicGraph = 'https://graph.microsoft.com';
const publicServiceUrl = 'https://smba.trafficmanager.net/teams';

/** Reads this process's environment. @throws ConfigError listing every problem. */
export function readConfig(): Config {
  return parseConfig(process.env);
}

/** An empty value counts as missing. @throws ConfigError listing every problem by the variable's name. */
export function parseConfig(environment: Environment): Config {
  const problems = unknownNames(environment);
  const values = parseValues(environment, problems);
  const mode = values.SOUNDINGS_MODE ?? (values.BOT_ID ? undefined : 'local');
  if (!mode && !isRefused(problems, 'SOUNDINGS_MODE')) {
    problems.push('SOUNDINGS_MODE is missing: with BOT_ID given it must say local or production');
  }
  const bot = botOf(values, mode, problems);
  const store = storeOf(values, mode, problems);
  const localSignIn = localSignInOf(values, problems);
  const graph = graphOf(values, bot, localSignIn, problems);
  if (mode === 'production') problems.push(...missingInProduction(values, environment));
  problems.push(...insecureUrls(values, mode));
  if (problems.length > 0 || !mode) throw new ConfigError([...new Set(problems)]);

  const host = mode === 'local' ? '127.0.0.1' : '0.0.0.0';
  const botServiceUrl = values.BOT_SERVICE_URL ?? (mode === 'production' ? publicServiceUrl : undefined);
  return {
    mode,
    host,
    port: values.PORT,
    store,
    dataDir: dataDirOf(values),
    ...(bot ? { bot } : {}),
    ...(values.TENANT_ID ? { tenantId: values.TENANT_ID } : {}),
    ...(botServiceUrl ? { botServiceUrl } : {}),
    ...(values.SOUNDINGS_KEY ? { serviceKey: values.SOUNDINGS_KEY } : {}),
    ...(graph ? { graph } : {}),
    sendRate: values.SEND_RATE,
    publicUrl: values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}`,
    backupRetentionDays: values.BACKUP_RETENTION_DAYS,
    ...(localSignIn ? { localSignIn } : {}),
    timeScale: values.SOUNDINGS_LOCAL_TIME_SCALE ?? 1,
  };
}

function unknownNames(environment: Environment): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('SOUNDINGS_') && !(name in variables))
    .sort()
    .map((name) => `${name} is not a variable of Soundings: check its spelling`);
}

/** A value that is refused is reported and then treated as missing, so that the rest can still be checked. */
function parseValues(environment: Environment, problems: string[]): Values {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(variables) as VariableName[]) {
    const result = variables[name].safeParse(environment[name] || undefined);
    if (!result.success) problems.push(`${name} must be ${variables[name].description ?? 'a text'}`);
    values[name] = result.success ? result.data : variables[name].safeParse(undefined).data;
  }
  return values as Values;
}

function isRefused(problems: readonly string[], name: VariableName): boolean {
  return problems.some((problem) => problem.startsWith(`${name} `));
}

function botOf(
  values: Values,
  mode: Config['mode'] | undefined,
  problems: string[],
): BotCredentials | undefined {
  const { BOT_ID: id, BOT_TYPE: type, BOT_PASSWORD: password, TENANT_ID: tenantId } = values;
  const need = (name: VariableName, why: string) => {
    if (!values[name] && !isRefused(problems, name)) problems.push(`${name} is missing: ${why}`);
  };
  if (!id && mode !== 'production') {
    if (type || password) need('BOT_ID', 'BOT_TYPE or BOT_PASSWORD is given without it');
    return undefined;
  }
  need('BOT_ID', 'without it every post would be accepted');
  need('BOT_TYPE', 'say SingleTenant or UserAssignedMsi');
  need('TENANT_ID', 'say whose staff are served');
  if (type === 'SingleTenant') need('BOT_PASSWORD', 'BOT_TYPE=SingleTenant signs in with it');
  if (!id || !type || !tenantId) return undefined;
  if (type === 'UserAssignedMsi') return { type, id, tenantId };
  return password ? { type, id, tenantId, password } : undefined;
}

function dataDirOf(values: Values): string {
  return values.DATA_DIR ?? '.soundings';
}

function storeOf(values: Values, mode: Config['mode'] | undefined, problems: string[]): StoreConfig {
  if (!values.STORE && !isRefused(problems, 'STORE')) {
    if (mode === 'production') problems.push('STORE is missing: say embedded or cosmos');
    else if (values.COSMOS_ENDPOINT) problems.push('STORE is missing: COSMOS_ENDPOINT is given, say cosmos');
  }
  const embedded = { kind: 'embedded', dataDir: dataDirOf(values) } as const;
  if (values.STORE !== 'cosmos') return embedded;
  const { COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: database, COSMOS_KEY: key } = values;
  for (const name of ['COSMOS_ENDPOINT', 'COSMOS_DATABASE'] as const) {
    if (!values[name] && !isRefused(problems, name))
      problems.push(`${name} is missing: STORE=cosmos needs it`);
  }
  return endpoint && database ? { kind: 'cosmos', endpoint, database, ...(key ? { key } : {}) } : embedded;
}

function localSignInOf(values: Values, problems: string[]): Config['localSignIn'] {
  const { SOUNDINGS_LOCAL_OPENID_URL: openIdMetadataUrl, SOUNDINGS_LOCAL_LOGIN_URL: loginUrl } = values;
  if (openIdMetadataUrl && loginUrl) return { openIdMetadataUrl, loginUrl };
  if (openIdMetadataUrl || loginUrl) {
    problems.push(
      `${openIdMetadataUrl ? 'SOUNDINGS_LOCAL_LOGIN_URL' : 'SOUNDINGS_LOCAL_OPENID_URL'} is missing: the two go together`,
    );
  }
  return undefined;
}

function graphOf(
  values: Values,
  bot: BotCredentials | undefined,
  localSignIn: Config['localSignIn'],
  problems: string[],
): GraphConfig | undefined {
  const { GRAPH_INSTALL_APP_ID: installAppId, GRAPH_BASE_URL: baseUrl = publicGraph, BOT_ID } = values;
  if (installAppId && !BOT_ID && !isRefused(problems, 'BOT_ID')) {
    problems.push('BOT_ID is missing: GRAPH_INSTALL_APP_ID is given without it');
  }
  const cloud = signInOfGraph[baseUrl];
  const isStandIn = baseUrl.startsWith('http:');
  if (!cloud && !isStandIn) {
    problems.push(`GRAPH_BASE_URL must be one of: ${Object.keys(signInOfGraph).join(', ')}`);
  }
  if (isStandIn && !localSignIn) {
    problems.push('SOUNDINGS_LOCAL_LOGIN_URL is missing: a GRAPH_BASE_URL on this machine signs in there');
  }
  if (!bot) return undefined;
  const loginUrl = (isStandIn && localSignIn?.loginUrl) || `${cloud}/${bot.tenantId}`;
  return { baseUrl, loginUrl, ...(installAppId ? { installAppId } : {}) };
}

function missingInProduction(values: Values, environment: Environment): string[] {
  const local = Object.keys(variables).filter(
    (name) => name.startsWith('SOUNDINGS_LOCAL_') && environment[name],
  );
  return [
    ...(values.SOUNDINGS_KEY || environment.SOUNDINGS_KEY
      ? []
      : ['SOUNDINGS_KEY is missing: give 32 bytes in base64, for instance from: openssl rand -base64 32']),
    ...local.map((name) => `${name} is for local use alone: remove it in production`),
  ];
}

/** Plain http only on this machine, and never in production; the local stand-ins are on this machine alone. */
function insecureUrls(values: Values, mode: Config['mode'] | undefined): string[] {
  const problems: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string' || !/^https?:/.test(value)) continue;
    const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(value).hostname);
    if (value.startsWith('http:') && (mode === 'production' || !isLoopback)) {
      problems.push(`${name} must begin with https://`);
    } else if (name.startsWith('SOUNDINGS_LOCAL_') && !isLoopback) {
      problems.push(`${name} must be an address of this machine, such as http://127.0.0.1:4000`);
    }
  }
  return problems;
}
