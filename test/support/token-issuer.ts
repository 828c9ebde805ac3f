/** The sign-in side of a loopback Teams: keys, the documents that publish them, and tokens good and bad. */

import { jwtVerify } from 'jose';
import { publishedKeys, signingKeys, signToken } from './loopback-teams/signing-keys';

const botFramework = 'https://api.botframework.com';
const hour = 3_600;

export interface BotRegistration {
  readonly appId: string;
  readonly password: string;
  readonly tenantId: string;
}

/** What can be wrong with a token that the bot must refuse. */
export type TokenFlaw =
  | 'absent'
  | 'garbage'
  | 'expired'
  | 'wrongAudience'
  | 'wrongIssuer'
  | 'wrongServiceUrl'
  | 'wrongSignature'
  | 'unknownKey'
  | 'unendorsed';

/** botbuilder's settings that make it trust a loopback Teams instead of Microsoft's services. */
export function loopbackAuthSettings(origin: string, tenantId = 'botframework.com'): Record<string, string> {
  const metadata = `${origin}/_login/v1/.well-known/openidconfiguration`;
  return {
    ToChannelFromBotLoginUrl: `${origin}/_login/${tenantId}`,
    ToChannelFromBotOAuthScope: botFramework,
    ToBotFromChannelTokenIssuer: botFramework,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    OAuthUrl: `${origin}/_oauth`,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: 'false',
  };
}

/** What botbuilder calls on a ServiceClientCredentialsFactory and on the credentials it makes. */
export interface LoopbackCredentialsFactory {
  isValidAppId(appId?: string): Promise<boolean>;
  isAuthenticationDisabled(): Promise<boolean>;
  createCredentials(): Promise<{
    signRequest<R extends { headers: { set(name: string, value: string): void } }>(request: R): Promise<R>;
  }>;
}

/**
 * Credentials that fetch the bot's token from the loopback's login endpoint. botbuilder's own refuse it, because
 * their library asks for https; everything else of the sign-in stays real.
 */
export function loopbackCredentials(origin: string, bot: BotRegistration): LoopbackCredentialsFactory {
  let token: Promise<string> | undefined;
  return {
    isValidAppId: async (appId) => appId === bot.appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        token ??= fetchBotToken(origin, bot);
        request.headers.set('authorization', `Bearer ${await token}`);
        return request;
      },
    }),
  };
}

async function fetchBotToken(origin: string, bot: BotRegistration): Promise<string> {
  const response = await fetch(`${origin}/_login/${bot.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: bot.appId,
      client_secret: bot.password,
      scope: `${botFramework}/.default`,
    }),
  });
  if (!response.ok) throw new Error(`The loopback refused to sign the bot in: ${response.status}`);
  const { access_token: accessToken } = (await response.json()) as { readonly access_token: string };
  return accessToken;
}

export class TokenIssuer {
  readonly #bot: BotRegistration;
  readonly #accepted = new Map<string, number>();
  readonly #channelTokens = new Map<string, Promise<string>>();

  constructor(bot: BotRegistration) {
    this.#bot = bot;
  }

  openIdConfiguration(origin: string): Record<string, unknown> {
    return {
      issuer: botFramework,
      jwks_uri: `${origin}/_login/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint: `${origin}/_login/${this.#bot.tenantId}/oauth2/v2.0/token`,
    };
  }

  async keySet(): Promise<{ readonly keys: readonly Record<string, unknown>[] }> {
    return { keys: await publishedKeys() };
  }

  /** Signs any claims with the published key: for tokens of a person who opens the dashboard, for example. */
  async sign(claims: Readonly<Record<string, unknown>>, expiresInSeconds = hour): Promise<string> {
    return signToken(signingKeys.endorsed(), claims, expiresInSeconds);
  }

  /** The Authorization header of a request from Teams to the bot; undefined for the flaw `absent`. */
  async channelAuthorization(serviceUrl: string, flaw?: TokenFlaw): Promise<string | undefined> {
    if (flaw === 'absent') return undefined;
    if (flaw === 'garbage') return 'Bearer not.a.token';
    const cacheKey = `${serviceUrl} ${flaw ?? ''}`;
    const cached = this.#channelTokens.get(cacheKey) ?? this.#signChannelToken(serviceUrl, flaw);
    this.#channelTokens.set(cacheKey, cached);
    return `Bearer ${await cached}`;
  }

  /** Answers the bot's client-credentials request. */
  async login(
    form: URLSearchParams,
  ): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
    const isKnown =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === this.#bot.appId &&
      form.get('client_secret') === this.#bot.password;
    if (!isKnown) return { status: 401, body: { error: 'invalid_client' } };
    const claims = { iss: 'loopback', aud: botFramework, appid: this.#bot.appId, tid: this.#bot.tenantId };
    const token = await signToken(signingKeys.endorsed(), claims, hour);
    return {
      status: 200,
      body: { token_type: 'Bearer', expires_in: hour, ext_expires_in: hour, access_token: token },
    };
  }

  /** Whether a request to the connector carries this bot's own, unexpired token. */
  async acceptsBot(authorization: string | undefined): Promise<boolean> {
    if (authorization === undefined || !authorization.startsWith('Bearer ')) return false;
    const known = this.#accepted.get(authorization);
    if (known !== undefined) return known > Date.now();
    try {
      const key = signingKeys.endorsed().publicKey;
      const options = { audience: botFramework, algorithms: ['RS256'] };
      const { payload } = await jwtVerify(authorization.slice('Bearer '.length), key, options);
      if (payload.appid !== this.#bot.appId) return false;
      this.#accepted.set(authorization, (payload.exp ?? 0) * 1_000);
      return true;
    } catch {
      return false;
    }
  }

  async #signChannelToken(serviceUrl: string, flaw: TokenFlaw | undefined): Promise<string> {
    const claims = {
      iss: flaw === 'wrongIssuer' ? 'https://issuer.invalid' : botFramework,
      aud: flaw === 'wrongAudience' ? '00000000-dead-beef-0000-000000000000' : this.#bot.appId,
      serviceurl: flaw === 'wrongServiceUrl' ? 'https://elsewhere.invalid/' : serviceUrl,
    };
    const key = flaw === 'unendorsed' ? signingKeys.unendorsed() : signingKeys.endorsed();
    // The SDK forgives five minutes.
    const expiresInSeconds = flaw === 'expired' ? -2 * hour : 24 * hour;
    if (flaw === 'unknownKey') return signToken(signingKeys.stranger(), claims, expiresInSeconds);
    if (flaw === 'wrongSignature') {
      return signToken(
        { ...signingKeys.stranger(), keyId: signingKeys.endorsed().keyId },
        claims,
        expiresInSeconds,
      );
    }
    return signToken(key, claims, expiresInSeconds);
  }
}
