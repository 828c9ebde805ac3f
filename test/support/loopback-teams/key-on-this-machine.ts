/** Keys that tests sign with, made once on a machine: finding primes takes a quarter of a second each. */

import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(__dirname, '../../../node_modules/.cache/soundings');

/** A private key of this name as PEM. Processes that make it at once each use their own. */
export function keyOnThisMachine(name: string): string {
  const file = resolve(folder, `${name}.pem`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const own = `${file}.${process.pid}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(own, pem, { mode: 0o600 });
    renameSync(own, file);
    return pem;
  }
}
