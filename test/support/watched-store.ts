/** A store that remembers everything that was ever written to it, and can say what is in it now. */

import type {
  Collection,
  ListQuery,
  Page,
  ReadOptions,
  ScrubOptions,
  Store,
  StoredDocument,
  Version,
  Versioned,
  WriteOptions,
  Written,
} from '../../src/app/ports/store';
import type { Lane } from '../../src/domain/intent/intent';

export class WatchedStore implements Store {
  /** Every document as JSON, as often as it was written: what was deleted since is here too. */
  readonly written: string[] = [];
  /** Every attempt to change something, in order; the lease, which is renewed all the time, left out. */
  readonly changes: string[] = [];
  private readonly places = new Map<string, { collection: Collection; pk: string; type: string }>();

  constructor(private readonly inner: Store) {}

  /** What the store holds, with versions; the lease left out. */
  async dump(): Promise<readonly string[]> {
    const pages = [...this.places.values()].map(async ({ collection, ...place }) => {
      const page = await this.inner.list(collection, { ...place, limit: 1_000 });
      if (page.nextAfterId !== undefined) throw new Error('more than a dump can hold');
      return page.items.map(({ document, version }) => JSON.stringify({ version, ...document }));
    });
    return (await Promise.all(pages)).flat().sort();
  }

  read<T extends StoredDocument>(
    collection: Collection,
    pk: string,
    id: string,
    options?: ReadOptions,
  ): Promise<Versioned<T> | undefined> {
    return this.inner.read<T>(collection, pk, id, options);
  }

  create<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written> {
    this.note('create', collection, document);
    return this.inner.create(collection, document, options);
  }

  replace<T extends StoredDocument>(
    collection: Collection,
    document: T,
    version: Version,
    options?: WriteOptions,
  ): Promise<Written> {
    this.note('replace', collection, document);
    return this.inner.replace(collection, document, version, options);
  }

  upsert<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written> {
    this.note('upsert', collection, document);
    return this.inner.upsert(collection, document, options);
  }

  delete(
    collection: Collection,
    pk: string,
    id: string,
    version?: Version,
    options?: WriteOptions,
  ): Promise<void> {
    this.changes.push(`delete ${collection}`);
    return this.inner.delete(collection, pk, id, version, options);
  }

  list<T extends StoredDocument>(
    collection: Collection,
    query: ListQuery,
    options?: ReadOptions,
  ): Promise<Page<T>> {
    return this.inner.list<T>(collection, query, options);
  }

  due<T extends StoredDocument>(lane: Lane, now: string, limit: number): Promise<readonly Versioned<T>[]> {
    return this.inner.due<T>(lane, now, limit);
  }

  scrub(options?: ScrubOptions): Promise<void> {
    return this.inner.scrub(options);
  }

  check(): Promise<void> {
    return this.inner.check();
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private note(method: string, collection: Collection, document: StoredDocument): void {
    const { pk, type } = document;
    if (type === 'lease') return;
    this.changes.push(`${method} ${type}`);
    this.places.set(`${collection} ${pk} ${type}`, { collection, pk, type });
    this.written.push(JSON.stringify(document));
  }
}
