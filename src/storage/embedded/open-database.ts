/** Opens the file with the settings that durability and erasure rest on. */

import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { migrate } from './migrations';

/** How long a write waits for another process's transaction before the store asks to slow down. */
const busyTimeoutMs = 5_000;

/** `synchronous=FULL`: a commit that returned survives the loss of power. `temp_store=MEMORY`: no copy of an answer in
 * a temporary file. The file is readable by its owner alone. */
export function openDatabase(filePath: string): Database.Database {
  mkdirSync(dirname(filePath), { recursive: true, mode: 0o700 });
  closeSync(openSync(filePath, 'a', 0o600));
  const db = new Database(filePath, { timeout: busyTimeoutMs });
  for (const setting of [
    `busy_timeout = ${busyTimeoutMs}`,
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'temp_store = MEMORY',
  ]) {
    db.prepare(`PRAGMA ${setting}`).all();
  }
  migrate(db);
  return db;
}
