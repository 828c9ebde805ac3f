/** The service key of one machine: made once, kept beside the data, readable by its owner alone. */

import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key in `service.key` of that folder, created where it is missing. The file appears with its whole content, so
 * that two processes starting at once use one key. @throws Error when the file is not a key. */
export function serviceKeyOf(dataDir: string): Uint8Array {
  const path = join(dataDir, 'service.key');
  mkdirSync(dataDir, { recursive: true });
  const whole = join(dataDir, `service.key.${process.pid}.${randomBytes(4).toString('hex')}`);
  writeFileSync(whole, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  try {
    linkSync(whole, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(whole);
  }
  const key = new Uint8Array(Buffer.from(readFileSync(path, 'utf8').trim(), 'base64'));
  if (key.length !== 32) throw new Error(`${path} does not hold a service key of 32 bytes in base64`);
  return key;
}
