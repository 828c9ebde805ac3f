/** Writes what became of an intent into its document, whoever else is changing it. */

import type { IntendingDocument } from '../app/intent-handler';
import type { Store } from '../app/ports/store';
import { changeRecord } from '../app/records';
import type { Intending } from '../domain/intent/intent';

/** @param rule pure: it may run several times; undefined means that there is nothing to change. */
export async function settleIntent(
  store: Store,
  document: IntendingDocument,
  rule: <T extends Intending>(current: T) => T | undefined,
): Promise<void> {
  await changeRecord(store, document.type, document.pk, document.id, (current) => {
    const next = rule(current);
    return next ? { outcome: undefined, next } : { outcome: undefined };
  });
}
