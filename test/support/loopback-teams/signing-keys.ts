/** The keys with which a loopback Teams signs, and the form in which it publishes them. */

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';

export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** The channels for which a bot may accept the key. */
  readonly endorsements: readonly string[];
}

interface SigningKeys {
  readonly endorsed: SigningKey;
  readonly unendorsed: SigningKey;
  /** Signs, but is never published. */
  readonly stranger: SigningKey;
}

// One set a process: the SDK caches keys and tokens in globals, across every loopback a test file starts.
let shared: SigningKeys | undefined;

export function signingKeys(): SigningKeys {
  shared ??= {
    endorsed: newKey('loopback-endorsed', ['msteams']),
    unendorsed: newKey('loopback-unendorsed', ['webchat']),
    stranger: newKey('loopback-stranger', []),
  };
  return shared;
}

/** As a JSON Web Key Set holds them, with the endorsements that Bot Framework adds. */
export async function publishedKeys(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { endorsed, unendorsed } = signingKeys();
  return Promise.all(
    [endorsed, unendorsed].map(async ({ publicKey, keyId, endorsements }) => ({
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

function newKey(keyId: string, endorsements: readonly string[]): SigningKey {
  return { keyId, ...generateKeyPairSync('rsa', { modulusLength: 2_048 }), endorsements };
}
