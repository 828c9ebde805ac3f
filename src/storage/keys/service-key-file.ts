/** The service key of one machine: made once, kept beside the data, readable by its owner alone. */

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key in `service.key` of that folder, created where it is missing. @throws Error when the file is not a key. */
export function serviceKeyOf(dataDir: string): Uint8Array {
  const path = join(dataDir, 'service.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = new Uint8Array(Buffer.from(readFileSync(path, 'utf8').trim(), 'base64'));
  if (key.length !== 32) throw new Error(`${path} does not hold a service key of 32 bytes in base64`);
  return key;
}
