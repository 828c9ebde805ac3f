/** Between what Cosmos DB stores and what the port returns. */

import type { SessionToken, StoredDocument, Version, Versioned, Written } from '../../app/ports/store';

/** A document with the fields that Cosmos DB adds to it. */
export type Item<T> = T & {
  readonly _etag: string;
  readonly _rid: string;
  readonly _self: string;
  readonly _ts: number;
  readonly _attachments?: string;
};

export function versionedOf<T extends StoredDocument>(item: Item<T>): Versioned<T> {
  const { _etag, _rid, _self, _ts, _attachments, ...document } = item;
  return { document: document as unknown as T, version: _etag as Version };
}

interface WriteResponse {
  readonly etag: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The token is empty where the service gives none, as its stand-ins do; reads then carry none. */
export function writtenOf({ etag, headers }: WriteResponse): Written {
  return {
    version: etag as Version,
    session: String(headers['x-ms-session-token'] ?? '') as SessionToken,
  };
}
