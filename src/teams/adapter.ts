/** The SDK's adapter, closed: no identity, no start; no token, no turn; no error text in any reply. */

import {
  type Activity,
  CloudAdapter,
  type ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';

import type { Clock } from '../app/ports/clock';
import { type BotIdentity, checkedIdentity, type SignInEndpoints } from './bot-identity';
import { ConnectorHttpClient } from './connector-http-client';
import { ConnectorToken, type TokenSource } from './connector-token';
import type { ConnectorTransport } from './connector-transport';
import type { IncomingActivity } from './incoming-activity';
import { ThriftyAuthentication } from './thrifty-authentication';
import { TokenEndpoint } from './token-endpoint';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;
type CredentialsFactory = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;

/** `unauthorised`: the token is absent or wrong. `unavailable`: it could not be checked. */
export type TurnResult =
  | { readonly outcome: 'done'; readonly response?: InvokeResponse }
  | { readonly outcome: 'unauthorised' }
  | { readonly outcome: 'unavailable'; readonly error: unknown };

export class TeamsAdapter extends CloudAdapter {
  constructor(private readonly authentication: Authentication) {
    super(authentication);
  }

  /** Runs a turn for an activity whose sender has proved to be Teams; `onAuthenticated` is told in between. */
  async receive(
    authorization: string,
    activity: IncomingActivity,
    logic: (context: TurnContext) => Promise<void>,
    onAuthenticated: () => void = () => {},
  ): Promise<TurnResult> {
    // The SDK's type asks for fields that Teams does not send with every activity.
    const sdkActivity = activity as Partial<Activity> as Activity;
    let authenticated: Authenticated;
    try {
      authenticated = await this.authentication.authenticateRequest(sdkActivity, authorization);
    } catch (error) {
      return isRefusal(error) ? { outcome: 'unauthorised' } : { outcome: 'unavailable', error };
    }
    onAuthenticated();
    const response = await this.processActivity(authenticated, sdkActivity, logic);
    return { outcome: 'done', ...(response ? { response } : {}) };
  }
}

export interface AdapterOptions {
  /** Absent in local use only: posts are then accepted from this machine without a token. */
  readonly bot?: BotIdentity;
  readonly isLocal: boolean;
  readonly signIn?: SignInEndpoints;
  readonly transport: ConnectorTransport;
  readonly clock: Clock;
}

export interface BotConnection {
  readonly adapter: TeamsAdapter;
  readonly token?: ConnectorToken;
  /** The bot's id in Teams. */
  readonly botId: string;
}

const publicLogin = 'https://login.microsoftonline.com';
const connectorScope = 'https://api.botframework.com';
const channelIssuer = 'https://api.botframework.com';

/** @throws Error when the identity is absent outside local use, incomplete, or of an unknown type. */
export async function connectBot(options: AdapterOptions): Promise<BotConnection> {
  const { isLocal, transport } = options;
  if (!options.bot) {
    if (!isLocal) throw new Error('the bot has no identity: every post would be accepted');
    return { adapter: new TeamsAdapter(unauthenticated(transport)), botId: 'soundings' };
  }
  const bot = checkedIdentity(options.bot);
  const credentials = credentialsFor(bot, options);
  const login = options.signIn?.loginUrl ?? `${publicLogin}/${bot.tenantId}`;
  const source = await credentials.createCredentials(bot.id, connectorScope, login, true);
  return {
    adapter: new TeamsAdapter(authenticationFor(bot, credentials, options)),
    token: new ConnectorToken(asTokenSource(source), options.clock),
    botId: `28:${bot.id}`,
  };
}

function unauthenticated(transport: ConnectorTransport): Authentication {
  return new ThriftyAuthentication({}, undefined, undefined, undefined, {
    httpClient: new ConnectorHttpClient(transport),
  });
}

function authenticationFor(
  bot: BotIdentity,
  credentials: CredentialsFactory,
  { signIn, transport }: AdapterOptions,
): Authentication {
  const endpoints = signIn && {
    ToChannelFromBotLoginUrl: signIn.loginUrl,
    ToChannelFromBotOAuthScope: connectorScope,
    ToBotFromChannelTokenIssuer: channelIssuer,
    ToBotFromChannelOpenIdMetadataUrl: signIn.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: signIn.openIdMetadataUrl,
    OAuthUrl: signIn.loginUrl,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
  };
  return new ThriftyAuthentication(
    { MicrosoftAppId: bot.id, MicrosoftAppTenantId: bot.tenantId, ...endpoints },
    credentials,
    { requiredEndorsements: [], validateClaims: refuseOtherIssuers },
    undefined,
    { httpClient: new ConnectorHttpClient(transport) },
  );
}

/** The SDK would also take tokens of its emulator and of other bots, whose service URL it does not check. */
async function refuseOtherIssuers(
  claims: readonly { readonly type: string; readonly value: string }[],
): Promise<void> {
  const issuer = claims.find((claim) => claim.type === 'iss')?.value;
  if (issuer !== channelIssuer)
    throw Object.assign(new Error('the issuer is not Teams'), { statusCode: 401 });
}

function credentialsFor(bot: BotIdentity, { signIn, clock }: AdapterOptions): CredentialsFactory {
  if (signIn?.loginUrl.startsWith('http:')) {
    const endpoint = new TokenEndpoint(signIn.loginUrl, bot, connectorScope, clock);
    return {
      isValidAppId: async (appId?: string) => appId === bot.id,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => endpoint,
    };
  }
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: bot.type,
    MicrosoftAppId: bot.id,
    MicrosoftAppTenantId: bot.tenantId,
    ...(bot.type === 'SingleTenant' ? { MicrosoftAppPassword: bot.password } : {}),
  });
}

function asTokenSource(credentials: object): TokenSource {
  if ('getToken' in credentials) return credentials as TokenSource;
  throw new TypeError('the credentials give no token');
}

/** The SDK's own refusals carry a status; those of its token library, for instance of a false signature, do not. */
function isRefusal(error: unknown): boolean {
  const { statusCode, name } = error as { readonly statusCode?: unknown; readonly name?: unknown };
  return (
    statusCode === 401 || statusCode === 403 || name === 'JsonWebTokenError' || name === 'NotBeforeError'
  );
}
