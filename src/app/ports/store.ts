/** The one narrow door to stored documents, the same over Cosmos DB and over the embedded file. */

import type { DueAt, Lane } from '../../domain/intent/intent';

export const collections = ['programmes', 'responses', 'deliveries', 'addresses', 'system'] as const;
export type Collection = (typeof collections)[number];

/** What every document has. `pk` is the partition; ids are unique within collection and partition. */
export interface StoredDocument {
  readonly id: string;
  readonly pk: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly dueAt?: DueAt;
}

/** Opaque; changes with every write of the document. */
export type Version = string & { readonly __brand: 'version' };
/** Opaque; a read that carries it sees at least the write that returned it. */
export type SessionToken = string & { readonly __brand: 'session' };

export interface Versioned<T> {
  readonly document: T;
  readonly version: Version;
}

export interface Written {
  readonly version: Version;
  readonly session: SessionToken;
}

export interface ReadOptions {
  readonly session?: SessionToken;
  readonly signal?: AbortSignal;
}

export interface WriteOptions {
  readonly signal?: AbortSignal;
}

export interface ScrubOptions {
  readonly replacedIn?: Collection;
}

export interface ListQuery {
  readonly pk: string;
  readonly type: string;
  /** Equality on a top-level string or number field: `status`, `personId`, `waveId`, `pulseId`, `issueId`. */
  readonly where?: Readonly<Partial<Record<ListField, string | number>>>;
  /** At most this many; 1 to 1,000. */
  readonly limit: number;
  /** Only ids after this one, exclusive: a cursor stays valid whatever is written meanwhile. */
  readonly afterId?: string;
}

/** The fields a list may filter on: the indexed ones. */
export type ListField = 'status' | 'personId' | 'waveId' | 'pulseId' | 'issueId';

export interface Page<T> {
  /** In ascending order of id (code-unit order). */
  readonly items: readonly Versioned<T>[];
  /** Pass as `afterId` for the next page; absent on the last. */
  readonly nextAfterId?: string;
}

/**
 * Every method may throw `ThrottledError` (nothing was written) and `UnavailableError`. After an ambiguous
 * `UnavailableError` a write may or may not have happened; the caller reads again. Reads retry by themselves within
 * their time limit, writes never do once they may have been received. Documents are plain JSON up to 1.5 MB.
 */
export interface Store {
  /** The document, or undefined. */
  read<T extends StoredDocument>(
    collection: Collection,
    pk: string,
    id: string,
    options?: ReadOptions,
  ): Promise<Versioned<T> | undefined>;

  /** Writes a new document. @throws ConflictError when the id is taken in its partition. */
  create<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written>;

  /** Writes only if the stored version is still `version`. @throws ConflictError when it is not, or it is gone. */
  replace<T extends StoredDocument>(
    collection: Collection,
    document: T,
    version: Version,
    options?: WriteOptions,
  ): Promise<Written>;

  /** Writes whatever is there: only for documents whose content follows from their id. */
  upsert<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written>;

  /** Deletes; a document that is not there is already deleted. @throws ConflictError when `version` is given and stale. */
  delete(
    collection: Collection,
    pk: string,
    id: string,
    version?: Version,
    options?: WriteOptions,
  ): Promise<void>;

  /** One page of a partition's documents of one type. */
  list<T extends StoredDocument>(
    collection: Collection,
    query: ListQuery,
    options?: ReadOptions,
  ): Promise<Page<T>>;

  /** Documents of `programmes` with an intent due in `lane` at or before `now`, earliest first. */
  due<T extends StoredDocument>(lane: Lane, now: string, limit: number): Promise<readonly Versioned<T>[]>;

  /** Leaves no trace of what was deleted in free pages or in a log, where the technology lets us: the embedded store
   * truncates its write-ahead log; Cosmos DB has nothing to do.
   * @param options.replacedIn nor of what earlier versions of that collection's documents held. */
  scrub(options?: ScrubOptions): Promise<void>;

  /** Resolves when a trivial read succeeds. @throws UnavailableError otherwise. */
  check(): Promise<void>;

  close(): Promise<void>;
}
