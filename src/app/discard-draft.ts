/** Throws away what is being set up; nobody was asked by it. */

import { placements } from './documents';
import { ConflictError } from './ports/errors';
import type { Store } from './ports/store';
import { readRecord } from './records';

export interface DraftPlace {
  readonly type: 'pulse' | 'review';
  readonly pk: string;
  readonly id: string;
  /** Of the card that showed it; absent: whatever is there is thrown away. */
  readonly revision?: number;
}

/** `discarded` also for one that is gone already; `outOfDate`: it was changed meanwhile, or people were asked. */
export async function discardDraft(
  store: Store,
  { type, pk, id, revision }: DraftPlace,
): Promise<'discarded' | 'outOfDate'> {
  const stored = await readRecord(store, type, pk, id);
  if (!stored) return 'discarded';
  const { status, revision: current } = stored.document;
  if (status !== 'draft' || (revision !== undefined && revision !== current)) return 'outOfDate';
  try {
    await store.delete(placements[type].collection, pk, id, stored.version);
    return 'discarded';
  } catch (error) {
    if (error instanceof ConflictError) return 'outOfDate';
    throw error;
  }
}
