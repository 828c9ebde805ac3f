/** Opens the file with the settings that durability and erasure rest on. */

import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { storeErrorOf } from './embedded-errors';
import { migrate } from './migrations';

/** How long a write waits for another process's transaction before the store asks to slow down. */
export const patienceMs = 5_000;
/** For how long of that the whole process stands still at a time. */
const blockMs = 100;

/** `atEnd`: only what is closed is safe from a loss of power, for a file that is made whole or thrown away. */
export type Syncs = 'atOnce' | 'atEnd';

const settings = ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON', 'temp_store = MEMORY'];

/** `synchronous=FULL`: a commit that returned survives the loss of power. `temp_store=MEMORY`: no copy of an answer in
 * a temporary file. The file is readable by its owner alone.
 * @throws UnavailableError when it cannot be opened; Error when a newer version of this program wrote it. */
export function openDatabase(filePath: string, syncs: Syncs = 'atOnce'): Database.Database {
  const db = connect(filePath);
  if (syncs === 'atEnd') db.prepare('PRAGMA synchronous = OFF').all();
  migrate(db);
  waitAtMost(db, blockMs);
  return db;
}

/** Does something that is not to be begun again while another process holds the file: it stands still until it is free.
 * @throws whatever `work` throws, SQLITE_BUSY after `patienceMs`. */
export function patiently<R>(db: Database.Database, work: () => R): R {
  waitAtMost(db, patienceMs);
  try {
    return work();
  } finally {
    waitAtMost(db, blockMs);
  }
}

function waitAtMost(db: Database.Database, ms: number): void {
  db.prepare(`PRAGMA busy_timeout = ${ms}`).all();
}

function connect(filePath: string): Database.Database {
  try {
    mkdirSync(dirname(filePath), { recursive: true, mode: 0o700 });
    closeSync(openSync(filePath, 'a', 0o600));
    const db = new Database(filePath, { timeout: patienceMs });
    for (const setting of settings) db.prepare(`PRAGMA ${setting}`).all();
    return db;
  } catch (error) {
    throw storeErrorOf(error, false);
  }
}
