/** Throws away a pulse that is being set up; nobody was asked by it. */

import type { AppContext } from '../context';
import { discardDraft } from '../discard-draft';
import { pulseDocumentId } from '../documents';
import type { PulsePlace } from './find-pulse-draft';

/** `discarded` also for one that is gone already; `outOfDate`: it was changed meanwhile, or confirmed. */
export async function discardPulseDraft(
  { store }: Pick<AppContext, 'store'>,
  { programmeId: pk, pulseId, revision }: PulsePlace & { readonly revision: number },
): Promise<'discarded' | 'outOfDate'> {
  return discardDraft(store, { type: 'pulse', pk, id: pulseDocumentId(pulseId), revision });
}
