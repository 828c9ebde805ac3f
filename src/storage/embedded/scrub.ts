/** Removes what deletion leaves behind in a SQLite file. */

import type Database from 'libsql';

/**
 * `secure_delete` overwrites a deleted row where it stands, but a row that SQLite once moved to another page leaves a
 * copy in the page it left. So every collection with a deletion since the last scrub is copied out, emptied (which
 * overwrites each of its pages) and copied back; then the write-ahead log is emptied.
 * Takes time in proportion to the rows that are left in those collections.
 * @returns false when another process is still reading the log: nothing is lost, scrub again.
 */
export function scrub(db: Database.Database): boolean {
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const [collection] of db.prepare('SELECT collection FROM scrubDue').raw().all([]) as [string][]) {
      db.exec(`INSERT INTO scratch SELECT * FROM ${collection} ORDER BY pk, id;
        DELETE FROM ${collection};
        INSERT INTO ${collection} SELECT * FROM scratch ORDER BY rowid;
        DELETE FROM scratch;
        DELETE FROM scrubDue WHERE collection = '${collection}'`);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
  const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
  return busy === 0;
}
