/** The store on one machine: a SQLite file that several processes may open. */

import { randomBytes } from 'node:crypto';
import type Database from 'libsql';
import { ThrottledError, UnavailableError } from '../../app/ports/errors';
import {
  type Collection,
  collections,
  type ListQuery,
  type Page,
  type ReadOptions,
  type ScrubOptions,
  type SessionToken,
  type Store,
  type StoredDocument,
  type Version,
  type Versioned,
  type WriteOptions,
  type Written,
} from '../../app/ports/store';
import type { Lane } from '../../domain/intent/intent';
import { checkLimit, isPlace, serialiseDocument } from '../document-limits';
import { pageOf } from '../page';
import { CollectionTable, versionedOf } from './collection-table';
import { storeErrorOf } from './embedded-errors';
import { openDatabase, patiently, type Syncs } from './open-database';
import { scrub } from './scrub';
import { WriteQueue } from './write-queue';

/** Every read sees the last commit, so a session token has nothing to add. */
const session = 'embedded' as SessionToken;

/** Reads are immediate; a write resolves once it is on the disk. Versions are unique for ever, across processes:
 * a random number per opening and a count. */
export class EmbeddedStore implements Store {
  private readonly tables: Readonly<Record<Collection, CollectionTable>>;
  private readonly dueIn: Readonly<Record<Lane, Database.Statement<unknown[]>>>;
  private readonly writes: WriteQueue;
  private readonly opening = randomBytes(9).toString('base64url');
  private versions = 0;
  private isClosed = false;

  private constructor(private readonly db: Database.Database) {
    this.tables = Object.fromEntries(
      collections.map((name) => [name, new CollectionTable(db, name)]),
    ) as Record<Collection, CollectionTable>;
    this.dueIn = { urgent: prepareDue(db, 'dueUrgent'), normal: prepareDue(db, 'dueNormal') };
    this.writes = new WriteQueue(db);
  }

  /** Opens the file, creating it and its folder where they are missing.
   * @throws UnavailableError when it cannot be opened; Error when a newer version wrote it. */
  static open(filePath: string, syncs: Syncs = 'atOnce'): EmbeddedStore {
    return new EmbeddedStore(openDatabase(filePath, syncs));
  }

  async read<T extends StoredDocument>(
    collection: Collection,
    pk: string,
    id: string,
    options?: ReadOptions,
  ): Promise<Versioned<T> | undefined> {
    if (!isPlace(pk, id)) return undefined;
    return this.reading(options?.signal, () => this.tables[collection].find<T>(pk, id));
  }

  async create<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written> {
    const body = serialiseDocument(document);
    return this.writing(options, (version) => this.tables[collection].create(document, body, version));
  }

  async replace<T extends StoredDocument>(
    collection: Collection,
    document: T,
    expected: Version,
    options?: WriteOptions,
  ): Promise<Written> {
    const body = serialiseDocument(document);
    return this.writing(options, (version) =>
      this.tables[collection].replace(document, body, version, expected),
    );
  }

  async upsert<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written> {
    const body = serialiseDocument(document);
    return this.writing(options, (version) => this.tables[collection].upsert(document, body, version));
  }

  async delete(
    collection: Collection,
    pk: string,
    id: string,
    version?: Version,
    options?: WriteOptions,
  ): Promise<void> {
    if (!isPlace(pk, id)) return;
    await this.writing(options, () => this.tables[collection].delete(pk, id, version));
  }

  async list<T extends StoredDocument>(
    collection: Collection,
    query: ListQuery,
    options?: ReadOptions,
  ): Promise<Page<T>> {
    checkLimit(query.limit);
    return this.reading(options?.signal, () => pageOf(this.tables[collection].list<T>(query), query.limit));
  }

  async due<T extends StoredDocument>(
    lane: Lane,
    now: string,
    limit: number,
  ): Promise<readonly Versioned<T>[]> {
    checkLimit(limit);
    return this.reading(undefined, () =>
      (this.dueIn[lane].all([now, limit]) as [string, string][]).map((row) => versionedOf<T>(row)),
    );
  }

  /** @throws ThrottledError when another process is reading the log just now: scrub again. */
  async scrub({ replacedIn }: ScrubOptions = {}): Promise<void> {
    const isClean = await this.reading(undefined, () => {
      this.writes.drain();
      if (replacedIn) this.tables[replacedIn].markForScrub();
      return patiently(this.db, () => scrub(this.db));
    });
    if (!isClean) throw new ThrottledError('another process is reading the store file');
  }

  async check(): Promise<void> {
    await this.read('system', 'check', 'check');
  }

  /** Brings the file itself up to date too, so that a copy of it alone is whole. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.writes.drain();
    this.reading(undefined, () => this.db.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(PASSIVE)'));
    this.isClosed = true;
    this.db.close();
  }

  private async writing(
    options: WriteOptions | undefined,
    perform: (version: Version) => void,
  ): Promise<Written> {
    this.checkOpen();
    this.versions += 1;
    const version = `${this.opening}.${this.versions.toString(36)}` as Version;
    await this.writes.enqueue(() => perform(version), options?.signal);
    return { version, session };
  }

  private reading<R>(signal: AbortSignal | undefined, read: () => R): R {
    this.checkOpen();
    if (signal?.aborted) throw new UnavailableError('the read was given up before it began', false);
    try {
      return read();
    } catch (error) {
      throw storeErrorOf(error, false);
    }
  }

  private checkOpen(): void {
    if (this.isClosed) throw new UnavailableError('the store is closed', false);
  }
}

function prepareDue(db: Database.Database, column: string): Database.Statement<unknown[]> {
  return db
    .prepare(`SELECT version, body FROM programmes WHERE ${column} <= ? ORDER BY ${column} LIMIT ?`)
    .raw();
}
