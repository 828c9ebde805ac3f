/** A store whose calls fail when a test says so, before or after their effect, or never return because its process died. */

import { UnavailableError } from '../../src/app/ports/errors';
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

export interface StoreCall {
  readonly method: 'read' | 'create' | 'replace' | 'upsert' | 'delete' | 'list' | 'due';
  readonly isWrite: boolean;
  /** Of the document written or read, where the call says so. */
  readonly type?: string;
}

/** `died`: the process ended there; neither this call nor any later one returns. */
export type StoreFault = { readonly when: 'before' | 'after'; readonly what: 'ambiguous' | 'clean' | 'died' };

export class FaultyStore implements Store {
  private isDead = false;

  constructor(
    private readonly inner: Store,
    private readonly faultOf: (call: StoreCall) => StoreFault | undefined,
    private readonly onDeath: () => void = () => {},
  ) {}

  read<T extends StoredDocument>(
    collection: Collection,
    pk: string,
    id: string,
    options?: ReadOptions,
  ): Promise<Versioned<T> | undefined> {
    return this.call({ method: 'read', isWrite: false }, () =>
      this.inner.read<T>(collection, pk, id, options),
    );
  }

  create<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written> {
    const call = { method: 'create', isWrite: true, type: document.type } as const;
    return this.call(call, () => this.inner.create(collection, document, options));
  }

  replace<T extends StoredDocument>(
    collection: Collection,
    document: T,
    version: Version,
    options?: WriteOptions,
  ): Promise<Written> {
    const call = { method: 'replace', isWrite: true, type: document.type } as const;
    return this.call(call, () => this.inner.replace(collection, document, version, options));
  }

  upsert<T extends StoredDocument>(
    collection: Collection,
    document: T,
    options?: WriteOptions,
  ): Promise<Written> {
    const call = { method: 'upsert', isWrite: true, type: document.type } as const;
    return this.call(call, () => this.inner.upsert(collection, document, options));
  }

  delete(
    collection: Collection,
    pk: string,
    id: string,
    version?: Version,
    options?: WriteOptions,
  ): Promise<void> {
    return this.call({ method: 'delete', isWrite: true }, () =>
      this.inner.delete(collection, pk, id, version, options),
    );
  }

  list<T extends StoredDocument>(
    collection: Collection,
    query: ListQuery,
    options?: ReadOptions,
  ): Promise<Page<T>> {
    const call = { method: 'list', isWrite: false, type: query.type } as const;
    return this.call(call, () => this.inner.list<T>(collection, query, options));
  }

  due<T extends StoredDocument>(lane: Lane, now: string, limit: number): Promise<readonly Versioned<T>[]> {
    return this.call({ method: 'due', isWrite: false }, () => this.inner.due<T>(lane, now, limit));
  }

  scrub(options?: ScrubOptions): Promise<void> {
    return this.inner.scrub(options);
  }

  check(): Promise<void> {
    return this.inner.check();
  }

  async close(): Promise<void> {}

  private async call<R>(call: StoreCall, perform: () => Promise<R>): Promise<R> {
    if (this.isDead) return never();
    const fault = this.faultOf(call);
    if (fault?.when === 'before') return this.fail(fault);
    const result = await perform();
    if (this.isDead) return never();
    return fault ? this.fail(fault) : result;
  }

  private fail({ what }: StoreFault): Promise<never> {
    if (what !== 'died') return Promise.reject(new UnavailableError('injected', what === 'ambiguous'));
    this.isDead = true;
    this.onDeath();
    return never();
  }
}

/** What a dead process waits for. */
export function never<R>(): Promise<R> {
  return new Promise(() => {});
}
