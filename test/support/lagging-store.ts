/** A store at the end of a slow, lossy line: a call is late, fails, or takes effect after its caller has given up. */

import { UnavailableError } from '../../src/app/ports/errors';
import type {
  Collection,
  ListQuery,
  Page,
  ReadOptions,
  Store,
  StoredDocument,
  Version,
  Versioned,
  WriteOptions,
  Written,
} from '../../src/app/ports/store';
import type { Lane } from '../../src/domain/intent/intent';

export interface LineCall {
  readonly method: 'read' | 'create' | 'replace' | 'upsert' | 'delete' | 'list' | 'due';
  /** `read seal`, `create answerSheet`, `delete responses`: the id where no type is known. */
  readonly words: string;
}

/** What the line does to one call. */
export interface Lag {
  /** Resolves when the call may reach the store. */
  readonly before?: () => Promise<unknown>;
  /** Resolves when its reply may reach the caller. */
  readonly after?: () => Promise<unknown>;
  readonly fails?: 'neverArrives' | 'replyLost';
}

export class LaggingStore implements Store {
  private readonly onTheWay = new Set<Promise<unknown>>();

  constructor(
    private readonly inner: Store,
    private readonly lagOf: (call: LineCall) => Lag | undefined,
  ) {}

  /** Resolves when whatever was late has landed. */
  async settled(): Promise<void> {
    while (this.onTheWay.size > 0) await Promise.allSettled([...this.onTheWay]);
  }

  read<T extends StoredDocument>(
    collection: Collection,
    pk: string,
    id: string,
    options?: ReadOptions,
  ): Promise<Versioned<T> | undefined> {
    const { signal, ...rest } = options ?? {};
    return this.call('read', id, signal, () => this.inner.read<T>(collection, pk, id, rest));
  }

  create<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written> {
    return this.call('create', document.type, options?.signal, () => this.inner.create(collection, document));
  }

  replace<T extends StoredDocument>(
    collection: Collection,
    document: T,
    version: Version,
    options?: WriteOptions,
  ): Promise<Written> {
    return this.call('replace', document.type, options?.signal, () =>
      this.inner.replace(collection, document, version),
    );
  }

  upsert<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written> {
    return this.call('upsert', document.type, options?.signal, () => this.inner.upsert(collection, document));
  }

  delete(
    collection: Collection,
    pk: string,
    id: string,
    version?: Version,
    options?: WriteOptions,
  ): Promise<void> {
    return this.call('delete', collection, options?.signal, () =>
      this.inner.delete(collection, pk, id, version),
    );
  }

  list<T extends StoredDocument>(
    collection: Collection,
    query: ListQuery,
    options?: ReadOptions,
  ): Promise<Page<T>> {
    return this.call('list', query.type, options?.signal, () =>
      this.inner.list<T>(collection, query, options),
    );
  }

  due<T extends StoredDocument>(lane: Lane, now: string, limit: number): Promise<readonly Versioned<T>[]> {
    return this.inner.due<T>(lane, now, limit);
  }

  scrub(): Promise<void> {
    return this.inner.scrub();
  }

  check(): Promise<void> {
    return this.inner.check();
  }

  async close(): Promise<void> {}

  /** The signal ends the wait, never the effect: what is on the line lands whenever it lands. */
  private call<R>(
    method: LineCall['method'],
    what: string,
    signal: AbortSignal | undefined,
    perform: () => Promise<R>,
  ): Promise<R> {
    const isWrite = method !== 'read' && method !== 'list';
    if (signal?.aborted) return Promise.reject(new UnavailableError('given up before it began', false));
    const lag = this.lagOf({ method, words: `${method} ${what}` });
    const carried = this.carry(lag, perform, isWrite);
    const landed = carried.catch(() => undefined).finally(() => this.onTheWay.delete(landed));
    this.onTheWay.add(landed);
    if (!signal) return carried;
    return new Promise((resolve, reject) => {
      const giveUp = () => reject(new UnavailableError('given up', isWrite));
      signal.addEventListener('abort', giveUp, { once: true });
      carried.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    });
  }

  private async carry<R>(lag: Lag | undefined, perform: () => Promise<R>, isWrite: boolean): Promise<R> {
    await lag?.before?.();
    if (lag?.fails === 'neverArrives') throw new UnavailableError('lost on the way', isWrite);
    const result = await perform();
    await lag?.after?.();
    if (lag?.fails === 'replyLost') throw new UnavailableError('the reply was lost', isWrite);
    return result;
  }
}
