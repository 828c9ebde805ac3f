/** What both stores accept, so that a document that one of them takes never fails in the other. */

import type { StoredDocument } from '../app/ports/store';

/** In bytes of UTF-8 JSON; Cosmos DB itself refuses above 2 MB, its own fields included. */
export const maximumDocumentBytes = 1_500_000;

/** Printable ASCII without the four characters that Cosmos DB forbids in an id. Such ids sort alike as code units
 * (the port's order), as UTF-8 bytes (SQLite) and in Cosmos DB, so that a cursor means the same in both. */
const placePattern = /^(?!.*[/\\?#])[!-~]{1,255}$/;

/** Whether a document can stand there at all; nothing was ever stored anywhere else. */
export function isPlace(pk: string, id: string): boolean {
  return placePattern.test(pk) && placePattern.test(id);
}

/** The document's JSON.
 * @throws RangeError when its place or its size is outside what both stores accept. */
export function serialiseDocument(document: StoredDocument): string {
  if (!isPlace(document.pk, document.id)) {
    throw new RangeError(
      `a ${document.type} document needs a partition and an id of 1 to 255 printable ASCII characters without / \\ ? #`,
    );
  }
  const json = JSON.stringify(document);
  const bytes = Buffer.byteLength(json);
  if (bytes > maximumDocumentBytes) {
    throw new RangeError(`a ${document.type} document of ${bytes} bytes is over ${maximumDocumentBytes}`);
  }
  return json;
}

/** @throws RangeError when a page is asked for that is not between 1 and 1,000 documents. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) {
    throw new RangeError(`a page holds 1 to 1,000 documents, not ${limit}`);
  }
}
