/** Turns one row more than was asked for into a page that knows whether it is the last. */

import type { Page, StoredDocument, Versioned } from '../app/ports/store';

export function pageOf<T extends StoredDocument>(found: readonly Versioned<T>[], limit: number): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, nextAfterId: last.document.id } : { items };
}
