/** The app's own token for Microsoft Graph: fetched once for everybody who waits, kept until shortly before it ends. */

import { z } from 'zod';

import type { Clock } from '../app/ports/clock';
import { epochMsOf } from '../domain/instant';
import { type GraphTransport, NoGraphReply } from './graph-transport';
import { jsonOf } from './json';

export interface FetchedToken {
  readonly token: string;
  readonly livesForMs: number;
}
export type FetchToken = () => Promise<FetchedToken>;

/** The identity has no token: its password is wrong, it is not known, or the host has none. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
}

const renewBeforeMs = 300_000;

export class GraphToken {
  #known: { readonly token: string; readonly renewAtMs: number } | undefined;
  #inFlight: Promise<string> | undefined;

  constructor(
    private readonly fetchToken: FetchToken,
    private readonly clock: Clock,
  ) {}

  /** @throws NoTokenError or NoGraphReply. */
  get(): Promise<string> {
    if (this.#known && this.clock.monotonicMs() < this.#known.renewAtMs) {
      return Promise.resolve(this.#known.token);
    }
    this.#inFlight ??= this.#fetch().finally(() => {
      this.#inFlight = undefined;
    });
    return this.#inFlight;
  }

  /** This one was refused: the next is fetched anew. */
  forget(): void {
    this.#known = undefined;
  }

  async #fetch(): Promise<string> {
    const begunAtMs = this.clock.monotonicMs();
    const { token, livesForMs } = await this.fetchToken();
    this.#known = { token, renewAtMs: begunAtMs + livesForMs - renewBeforeMs };
    return token;
  }
}

const tokenReply = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** The client-credentials grant of RFC 6749, 4.4. */
export function byClientSecret(
  transport: GraphTransport,
  client: {
    readonly id: string;
    readonly password: string;
    readonly loginUrl: string;
    readonly scope: string;
  },
): FetchToken {
  return async () => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: client.id,
      client_secret: client.password,
      scope: client.scope,
    });
    const reply = await transport.request({
      method: 'POST',
      url: `${client.loginUrl}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    const said = `the sign-in service answered ${reply.status}`;
    if (reply.status === 429 || reply.status >= 500) throw new NoGraphReply(said);
    const granted = tokenReply.safeParse(jsonOf(reply.text));
    if (reply.status !== 200 || !granted.success) throw new NoTokenError(said);
    const { access_token: token, expires_in: seconds } = granted.data;
    return { token, livesForMs: seconds * 1_000 };
  };
}

/** The managed identity of the host, whose client id is the bot's. */
export function byManagedIdentity(clientId: string, scope: string, clock: Clock): FetchToken {
  return async () => {
    // Loaded only where it is used: it is large.
    const { ManagedIdentityCredential } = await import('@azure/identity');
    try {
      const granted = await new ManagedIdentityCredential({ clientId }).getToken(scope);
      return {
        token: granted.token,
        livesForMs: granted.expiresOnTimestamp - epochMsOf(clock.now()),
      };
    } catch (error) {
      throw new NoTokenError('the managed identity gives no token', { cause: error });
    }
  };
}
