/** One collection's table and its prepared statements. */

import type Database from 'libsql';
import { ConflictError } from '../../app/ports/errors';
import type {
  Collection,
  ListField,
  ListQuery,
  StoredDocument,
  Version,
  Versioned,
} from '../../app/ports/store';

type Value = string | number | null;
type Row = readonly [version: string, body: string];

const listFields: readonly ListField[] = ['status', 'personId', 'waveId', 'pulseId', 'issueId'];
const written = 'type, version, body, dueUrgent, dueNormal, status, personId, waveId, pulseId, issueId';

export class CollectionTable {
  private readonly selectOne;
  private readonly insert;
  private readonly update;
  private readonly insertOrUpdate;
  private readonly remove;
  private readonly removeVersion;
  private readonly markScrubDue;
  private readonly lists = new Map<string, Database.Statement<unknown[]>>();

  constructor(
    private readonly db: Database.Database,
    private readonly name: Collection,
  ) {
    const values = `INSERT INTO ${name} (${written}, pk, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const assignments = (value: (column: string) => string) =>
      written.split(', ').map((column) => `${column} = ${value(column)}`);
    const place = 'pk = ? AND id = ?';
    this.selectOne = db.prepare(`SELECT version, body FROM ${name} WHERE ${place}`).raw();
    this.insert = db.prepare(`${values} ON CONFLICT DO NOTHING`);
    this.update = db.prepare(`UPDATE ${name} SET ${assignments(() => '?')} WHERE ${place} AND version = ?`);
    this.insertOrUpdate = db.prepare(
      `${values} ON CONFLICT DO UPDATE SET ${assignments((column) => `excluded.${column}`)}`,
    );
    this.remove = db.prepare(`DELETE FROM ${name} WHERE ${place}`);
    this.removeVersion = db.prepare(`DELETE FROM ${name} WHERE ${place} AND version = ?`);
    this.markScrubDue = db.prepare(`INSERT OR IGNORE INTO scrubDue VALUES ('${name}')`);
  }

  find<T extends StoredDocument>(pk: string, id: string): Versioned<T> | undefined {
    const row = this.selectOne.get([pk, id]) as Row | undefined;
    return row && versionedOf<T>(row);
  }

  /** @throws ConflictError when the id is taken. */
  create(document: StoredDocument, body: string, version: Version): void {
    const { changes } = this.insert.run(rowOf(document, body, version));
    if (changes === 0) throw new ConflictError(`the ${document.type} exists already`);
  }

  /** @throws ConflictError when the stored version is another one, or there is none. */
  replace(document: StoredDocument, body: string, version: Version, expected: Version): void {
    const { changes } = this.update.run([...rowOf(document, body, version), expected]);
    if (changes === 0) throw new ConflictError(`the ${document.type} was changed or is gone`);
  }

  upsert(document: StoredDocument, body: string, version: Version): void {
    this.insertOrUpdate.run(rowOf(document, body, version));
  }

  /** @throws ConflictError when `expected` is given and the stored version is another one. */
  delete(pk: string, id: string, expected: Version | undefined): void {
    const { changes } =
      expected === undefined ? this.remove.run([pk, id]) : this.removeVersion.run([pk, id, expected]);
    if (changes > 0) this.markScrubDue.run([]);
    else if (expected !== undefined && this.selectOne.get([pk, id])) {
      throw new ConflictError('the document was changed since it was read');
    }
  }

  /** A replaced document may have left an earlier version behind, too. */
  markForScrub(): void {
    this.markScrubDue.run([]);
  }

  /** In order of id, one more than the page holds. */
  list<T extends StoredDocument>({ pk, type, where = {}, limit, afterId = '' }: ListQuery): Versioned<T>[] {
    const filters = listFields.flatMap((field) => {
      const value = where[field];
      return value === undefined ? [] : [{ field, value }];
    });
    const statement = this.listStatement(filters.map(({ field }) => field));
    const values = [pk, type, ...filters.map(({ value }) => value), afterId, limit + 1];
    return (statement.all(values) as Row[]).map((row) => versionedOf<T>(row));
  }

  private listStatement(fields: readonly ListField[]): Database.Statement<unknown[]> {
    const key = fields.join();
    const known = this.lists.get(key);
    if (known) return known;
    const conditions = ['pk = ?', 'type = ?', ...fields.map((field) => `${field} = ?`), 'id > ?'];
    const statement = this.db
      .prepare(`SELECT version, body FROM ${this.name} WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT ?`)
      .raw();
    this.lists.set(key, statement);
    return statement;
  }
}

export function versionedOf<T extends StoredDocument>([version, body]: Row): Versioned<T> {
  return { document: JSON.parse(body) as T, version: version as Version };
}

function rowOf(document: StoredDocument, body: string, version: Version): Value[] {
  const fields = document as unknown as Readonly<Record<ListField, unknown>>;
  return [
    document.type,
    version,
    body,
    document.dueAt?.urgent ?? null,
    document.dueAt?.normal ?? null,
    ...listFields.map((field) => indexable(fields[field])),
    document.pk,
    document.id,
  ];
}

function indexable(value: unknown): Value {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
