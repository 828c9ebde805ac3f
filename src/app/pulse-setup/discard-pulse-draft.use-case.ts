/** Throws away a pulse that is being set up; nobody was asked by it. */

import type { AppContext } from '../context';
import { placements, pulseDocumentId } from '../documents';
import { ConflictError } from '../ports/errors';
import { readRecord } from '../records';
import type { PulsePlace } from './find-pulse-draft';

/** `discarded` also for one that is gone already; `outOfDate`: it was changed meanwhile, or confirmed. */
export async function discardPulseDraft(
  { store }: Pick<AppContext, 'store'>,
  { programmeId, pulseId, revision }: PulsePlace & { readonly revision: number },
): Promise<'discarded' | 'outOfDate'> {
  const id = pulseDocumentId(pulseId);
  const stored = await readRecord(store, 'pulse', programmeId, id);
  if (!stored) return 'discarded';
  if (stored.document.status !== 'draft' || stored.document.revision !== revision) return 'outOfDate';
  try {
    await store.delete(placements.pulse.collection, programmeId, id, stored.version);
    return 'discarded';
  } catch (error) {
    if (error instanceof ConflictError) return 'outOfDate';
    throw error;
  }
}
