/** The sign-in endpoints: the OpenID documents for the bot's checks, and the bot's own token. */

import type { ServerResponse } from 'node:http';
import type { TokenIssuer } from '../token-issuer';
import { sendJson } from './http-listener';

export async function answerSignIn(
  issuer: TokenIssuer,
  origin: string,
  path: string,
  body: string,
  response: ServerResponse,
): Promise<void> {
  if (path.endsWith('/.well-known/openidconfiguration')) {
    return sendJson(response, 200, issuer.openIdConfiguration(origin));
  }
  if (path.endsWith('/.well-known/keys')) return sendJson(response, 200, await issuer.keySet());
  if (path.endsWith('/oauth2/v2.0/token')) {
    const answer = await issuer.login(new URLSearchParams(body));
    return sendJson(response, answer.status, answer.body);
  }
  sendJson(response, 404, { error: 'not_found' });
}
