/** Tokens from a sign-in service on this machine: Microsoft's library insists on https, a loopback has none. */

import { request } from 'undici';
import { z } from 'zod';

import type { Clock } from '../app/ports/clock';
import type { BotIdentity } from './bot-identity';
import type { TokenSource } from './connector-token';

const tokenReply = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const renewBeforeMs = 300_000;

/** The client-credentials grant of RFC 6749, 4.4; the token is kept until five minutes before it ends. */
export class TokenEndpoint implements TokenSource {
  #known: { readonly token: string; readonly renewAtMs: number } | undefined;

  constructor(
    private readonly loginUrl: string,
    private readonly bot: BotIdentity,
    private readonly scope: string,
    private readonly clock: Clock,
  ) {}

  async getToken(forceRefresh = false): Promise<string> {
    const nowMs = this.clock.monotonicMs();
    if (!forceRefresh && this.#known && nowMs < this.#known.renewAtMs) return this.#known.token;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: this.bot.id,
      client_secret: this.bot.type === 'SingleTenant' ? this.bot.password : '',
      scope: `${this.scope}/.default`,
    });
    const reply = await request(`${this.loginUrl.replace(/\/+$/, '')}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    if (reply.statusCode !== 200) {
      await reply.body.dump();
      throw new Error(`the sign-in service answered ${reply.statusCode}`);
    }
    const { access_token: token, expires_in: seconds } = tokenReply.parse(await reply.body.json());
    this.#known = { token, renewAtMs: nowMs + seconds * 1_000 - renewBeforeMs };
    return token;
  }

  /** As the SDK's connector asks for it. */
  async signRequest<T extends { headers: { set(name: string, value: string): void } }>(
    webRequest: T,
  ): Promise<T> {
    webRequest.headers.set('authorization', `Bearer ${await this.getToken()}`);
    return webRequest;
  }
}
