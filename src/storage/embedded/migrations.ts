/** The file's tables, built up step by step; a step that was released is never edited. */

import type Database from 'libsql';
import { collections } from '../../app/ports/store';

/** The columns of every collection at the first step; `scratch` has all columns too, so that a whole table can be copied out and back. */
const columns = `
  pk TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL,
  dueUrgent TEXT, dueNormal TEXT, status, personId, waveId, pulseId`;

function createCollection(name: string): string {
  return `CREATE TABLE ${name} (${columns}, PRIMARY KEY (pk, id));
    CREATE INDEX ${name}_by_type ON ${name} (pk, type, id);`;
}

function indexField(collection: string, field: string): string {
  return `CREATE INDEX ${collection}_by_${field} ON ${collection} (pk, type, ${field}, id) WHERE ${field} IS NOT NULL;`;
}

function indexDue(field: string): string {
  return `CREATE INDEX programmes_by_${field} ON programmes (${field}) WHERE ${field} IS NOT NULL;`;
}

const steps: readonly string[] = [
  [
    ...collections.map(createCollection),
    ...['status', 'personId', 'waveId', 'pulseId'].map((field) => indexField('programmes', field)),
    ...['status', 'personId'].map((field) => indexField('deliveries', field)),
    ...['dueUrgent', 'dueNormal'].map(indexDue),
    `CREATE TABLE scratch (${columns});`,
    'CREATE TABLE scrubDue (collection TEXT PRIMARY KEY);',
  ].join('\n'),
  [
    ...[...collections, 'scratch'].map((name) => `ALTER TABLE ${name} ADD COLUMN issueId;`),
    indexField('responses', 'issueId'),
  ].join('\n'),
];

/** Brings a file to the newest step, whichever process opens it first.
 * @throws Error when the file was written by a newer version of this program. */
export function migrate(db: Database.Database): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    const { user_version: done } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (done > steps.length) {
      throw new Error(
        `the store file is at step ${done}; this program knows ${steps.length}: use a newer one`,
      );
    }
    for (const step of steps.slice(done)) db.exec(step);
    if (done < steps.length) db.exec(`PRAGMA user_version = ${steps.length}`);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
