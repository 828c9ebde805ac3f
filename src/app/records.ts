/** Typed reading and writing of documents through the store port, and the one loop for changing an aggregate. */

import { type DocumentOf, type DocumentType, type DocumentTypes, documentOf, placements } from './documents';
import { ConflictError, UnavailableError } from './ports/errors';
import type { ListField, ReadOptions, Store, Versioned, WriteOptions, Written } from './ports/store';
import { upcast } from './upcast';

/** Undefined also where another type of document has that id. */
export async function readRecord<T extends DocumentType>(
  store: Store,
  type: T,
  pk: string,
  id: string,
  options?: ReadOptions,
): Promise<Versioned<DocumentOf<T>> | undefined> {
  const stored = await store.read(placements[type].collection, pk, id, options);
  if (stored?.document.type !== type) return undefined;
  return { ...stored, document: upcast(type, stored.document) };
}

/** @throws ConflictError when it exists already. */
export async function createRecord<T extends DocumentType>(
  store: Store,
  type: T,
  content: DocumentTypes[T],
  options?: WriteOptions,
): Promise<Written> {
  return store.create(placements[type].collection, documentOf(type, content), options);
}

/** Creates it, or leaves what is there: for documents whose content follows from their id. */
export async function ensureRecord<T extends DocumentType>(
  store: Store,
  type: T,
  content: DocumentTypes[T],
): Promise<'created' | 'existed'> {
  try {
    await createRecord(store, type, content);
    return 'created';
  } catch (error) {
    if (error instanceof ConflictError) return 'existed';
    if (error instanceof UnavailableError && error.isAmbiguous) {
      const document = documentOf(type, content);
      if (await readRecord(store, type, document.pk, document.id)) return 'existed';
    }
    throw error;
  }
}

export async function replaceRecord<T extends DocumentType>(
  store: Store,
  type: T,
  content: DocumentTypes[T],
  version: Versioned<unknown>['version'],
  options?: WriteOptions,
): Promise<Written> {
  return store.replace(placements[type].collection, documentOf(type, content), version, options);
}

export async function upsertRecord<T extends DocumentType>(
  store: Store,
  type: T,
  content: DocumentTypes[T],
): Promise<Written> {
  return store.upsert(placements[type].collection, documentOf(type, content));
}

/** Every document of one type in a partition, page by page, in order of id. */
export async function* listRecords<T extends DocumentType>(
  store: Store,
  type: T,
  pk: string,
  where?: Readonly<Partial<Record<ListField, string | number>>>,
  options: ReadOptions & { readonly afterId?: string; readonly pageSize?: number } = {},
): AsyncGenerator<Versioned<DocumentOf<T>>> {
  const { afterId: startAfterId, pageSize = 500, ...readOptions } = options;
  let afterId = startAfterId;
  do {
    const page = await store.list(
      placements[type].collection,
      { pk, type, where, limit: pageSize, ...(afterId === undefined ? {} : { afterId }) },
      readOptions,
    );
    for (const { document, version } of page.items) yield { document: upcast(type, document), version };
    afterId = page.nextAfterId;
  } while (afterId !== undefined);
}

/** What a rule makes of an aggregate: the outcome, and the new state where there is one to save. */
export interface Change<S, O> {
  readonly outcome: O;
  readonly next?: S;
}

const attempts = 8;

/** Read, decide, write on the version that was read; on a conflict read and decide again.
 * `decide` must be pure: it may run several times.
 * @returns the outcome that holds, or undefined when there is no such document. @throws UnavailableError, possibly
 * after the write. */
export async function changeRecord<T extends DocumentType, O>(
  store: Store,
  type: T,
  pk: string,
  id: string,
  decide: (current: DocumentOf<T>) => Change<DocumentTypes[T], O>,
): Promise<O | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const current = await readRecord(store, type, pk, id);
    if (!current) return undefined;
    const { outcome, next } = decide(current.document);
    if (!next) return outcome;
    try {
      await replaceRecord(store, type, next, current.version);
      return outcome;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === attempts) throw error;
    }
  }
}
