/** The store on Azure Cosmos DB: one container per collection, single-document conditional writes, simple queries. */

import type { Container, CosmosClient, RequestOptions, SqlQuerySpec } from '@azure/cosmos';
import { UnavailableError } from '../../app/ports/errors';
import {
  type Collection,
  collections,
  type ListQuery,
  type Page,
  type ReadOptions,
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
import { attempt } from './attempt';
import { type CosmosOptions, connectClient } from './connect-client';
import { ensureContainers } from './cosmos-containers';
import { failureOf } from './cosmos-failure';
import { dueQuery, listQuery } from './cosmos-queries';
import { type Item, versionedOf, writtenOf } from './item';

/** Session consistency: without a token a read sees at least this instance's own writes; with one, at least the write
 * that returned it, whichever instance made it. */
export class CosmosStore implements Store {
  private isClosed = false;

  private constructor(
    private readonly client: CosmosClient,
    private readonly containers: Readonly<Record<Collection, Container>>,
    private readonly operationTimeoutMs: number,
  ) {}

  /** Connects, and looks every container up once, so that what is missing is known at the start.
   * @throws UnavailableError when the account does not answer, refuses us, or a container is missing. */
  static async connect(options: CosmosOptions): Promise<CosmosStore> {
    const { requestTimeoutMs = 3_000, operationTimeoutMs = 10_000 } = options;
    const client = await connectClient({ ...options, requestTimeoutMs });
    const database = client.database(options.database);
    const containers = Object.fromEntries(
      collections.map((name) => [name, database.container(name)]),
    ) as Record<Collection, Container>;
    const limits = { effect: 'read', limitMs: operationTimeoutMs * 3 } as const;
    try {
      if (options.createIfMissing) {
        await attempt(limits, (signal) => ensureContainers(client, options.database, signal));
      }
      await attempt(limits, (abortSignal) =>
        Promise.all(Object.values(containers).map((container) => container.read({ abortSignal }))),
      );
    } catch (error) {
      client.dispose();
      throw error;
    }
    return new CosmosStore(client, containers, operationTimeoutMs);
  }

  async read<T extends StoredDocument>(
    collection: Collection,
    pk: string,
    id: string,
    options: ReadOptions = {},
  ): Promise<Versioned<T> | undefined> {
    if (!isPlace(pk, id)) return undefined;
    const { resource } = await this.attempt('read', options.signal, (abortSignal) =>
      this.containers[collection].item(id, pk).read<Item<T>>({ abortSignal, ...sessionOf(options) }),
    );
    return resource && versionedOf(resource);
  }

  async create<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written> {
    serialiseDocument(document);
    return writtenOf(
      await this.attempt('write', options?.signal, (abortSignal) =>
        this.containers[collection].items.create<StoredDocument>(document, { abortSignal }),
      ),
    );
  }

  async replace<T extends StoredDocument>(
    collection: Collection,
    document: T,
    version: Version,
    options?: WriteOptions,
  ): Promise<Written> {
    serialiseDocument(document);
    return writtenOf(
      await this.attempt('write', options?.signal, (abortSignal) =>
        this.containers[collection]
          .item(document.id, document.pk)
          .replace<StoredDocument>(document, { abortSignal, ...ifStill(version) }),
      ),
    );
  }

  async upsert<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written> {
    serialiseDocument(document);
    return writtenOf(
      await this.attempt('write', options?.signal, (abortSignal) =>
        this.containers[collection].items.upsert<StoredDocument>(document, { abortSignal }),
      ),
    );
  }

  async delete(
    collection: Collection,
    pk: string,
    id: string,
    version?: Version,
    options?: WriteOptions,
  ): Promise<void> {
    if (!isPlace(pk, id)) return;
    await this.attempt('write', options?.signal, async (abortSignal) => {
      const condition = version === undefined ? {} : ifStill(version);
      try {
        await this.containers[collection].item(id, pk).delete({ abortSignal, ...condition });
      } catch (error) {
        if (failureOf(error).kind !== 'absent') throw error;
      }
    });
  }

  async list<T extends StoredDocument>(
    collection: Collection,
    query: ListQuery,
    options: ReadOptions = {},
  ): Promise<Page<T>> {
    checkLimit(query.limit);
    const found = await this.query<T>(collection, listQuery(query), query.limit + 1, {
      ...options,
      pk: query.pk,
    });
    return pageOf(found, query.limit);
  }

  async due<T extends StoredDocument>(
    lane: Lane,
    now: string,
    limit: number,
  ): Promise<readonly Versioned<T>[]> {
    checkLimit(limit);
    return this.query<T>('programmes', dueQuery(lane, now, limit), limit, {});
  }

  /** Cosmos DB keeps no free pages that we could reach. */
  async scrub(): Promise<void> {}

  async check(): Promise<void> {
    await this.read('system', 'check', 'check');
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.client.dispose();
  }

  private async query<T extends StoredDocument>(
    collection: Collection,
    spec: SqlQuerySpec,
    maxItemCount: number,
    { pk, signal, ...options }: ReadOptions & { readonly pk?: string },
  ): Promise<Versioned<T>[]> {
    const partition = pk === undefined ? {} : { partitionKey: pk };
    const { resources } = await this.attempt('read', signal, (abortSignal) =>
      this.containers[collection].items
        .query<Item<T>>(spec, { abortSignal, maxItemCount, ...partition, ...sessionOf(options) })
        .fetchAll(),
    );
    return resources.map((item) => versionedOf(item));
  }

  private attempt<R>(
    effect: 'read' | 'write',
    signal: AbortSignal | undefined,
    request: (abortSignal: AbortSignal) => Promise<R>,
  ): Promise<R> {
    if (this.isClosed) throw new UnavailableError('the store is closed', false);
    return attempt({ effect, signal, limitMs: this.operationTimeoutMs }, request);
  }
}

function ifStill(version: Version): RequestOptions {
  return { accessCondition: { type: 'IfMatch', condition: version } };
}

function sessionOf({ session }: { readonly session?: SessionToken }): { readonly sessionToken?: string } {
  return session ? { sessionToken: session } : {};
}
