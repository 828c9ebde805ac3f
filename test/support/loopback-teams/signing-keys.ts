/** The keys with which a loopback Teams signs, and the form in which it publishes them. */

import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { keyOnThisMachine } from './key-on-this-machine';

export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** The channels for which a bot may accept the key. */
  readonly endorsements: readonly string[];
}

const ofThisProcess = new Map<string, SigningKey>();

// The same ones in every process: the SDK caches keys and tokens in globals, across every loopback a process starts.
const key = (keyId: string, endorsements: readonly string[]) => (): SigningKey => {
  const known = ofThisProcess.get(keyId);
  if (known) return known;
  const privateKey = createPrivateKey(keyOnThisMachine(keyId));
  const made = { keyId, privateKey, publicKey: createPublicKey(privateKey), endorsements };
  ofThisProcess.set(keyId, made);
  return made;
};

export const signingKeys = {
  endorsed: key('loopback-endorsed', ['msteams']),
  unendorsed: key('loopback-unendorsed', ['webchat']),
  /** Signs, but is never published. */
  stranger: key('loopback-stranger', []),
};

/** As a JSON Web Key Set holds them, with the endorsements that Bot Framework adds. */
export async function publishedKeys(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return Promise.all(
    [signingKeys.endorsed(), signingKeys.unendorsed()].map(async ({ publicKey, keyId, endorsements }) => ({
      ...(await exportJWK(publicKey)),
      kid: keyId,
      use: 'sig',
      alg: 'RS256',
      endorsements,
    })),
  );
}

/** Signs claims; a negative life makes a token that has expired. */
export async function signToken(
  key: SigningKey,
  claims: Readonly<Record<string, unknown>>,
  expiresInSeconds: number,
): Promise<string> {
  const nowSeconds = Math.floor(Date.now() / 1_000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.keyId })
    .setIssuedAt(nowSeconds)
    .setNotBefore(Math.min(nowSeconds, nowSeconds + expiresInSeconds) - 60)
    .setExpirationTime(nowSeconds + expiresInSeconds)
    .sign(key.privateKey);
}
