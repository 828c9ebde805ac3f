/** Opens the file with the settings that durability and erasure rest on. */

import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { storeErrorOf } from './embedded-errors';
import { migrate } from './migrations';

/** How long a write waits for another process's transaction before the store asks to slow down. */
const busyTimeoutMs = 5_000;

/** `atEnd`: only what is closed is safe from a loss of power, for a file that is made whole or thrown away. */
export type Syncs = 'atOnce' | 'atEnd';

const settings = [
  `busy_timeout = ${busyTimeoutMs}`,
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'temp_store = MEMORY',
];

/** `synchronous=FULL`: a commit that returned survives the loss of power. `temp_store=MEMORY`: no copy of an answer in
 * a temporary file. The file is readable by its owner alone.
 * @throws UnavailableError when it cannot be opened; Error when a newer version of this program wrote it. */
export function openDatabase(filePath: string, syncs: Syncs = 'atOnce'): Database.Database {
  const db = connect(filePath);
  if (syncs === 'atEnd') db.prepare('PRAGMA synchronous = OFF').all();
  migrate(db);
  return db;
}

function connect(filePath: string): Database.Database {
  try {
    mkdirSync(dirname(filePath), { recursive: true, mode: 0o700 });
    closeSync(openSync(filePath, 'a', 0o600));
    const db = new Database(filePath, { timeout: busyTimeoutMs });
    for (const setting of settings) db.prepare(`PRAGMA ${setting}`).all();
    return db;
  } catch (error) {
    throw storeErrorOf(error, false);
  }
}
