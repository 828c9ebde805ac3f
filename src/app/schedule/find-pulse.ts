/** Finds a pulse, whether the programme file declares it or somebody set it up in chat. */

import type { PulseId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { PulseDefinition } from '../../domain/pulse/question';
import { pulseDocumentId } from '../documents';
import type { Store } from '../ports/store';
import { readRecord } from '../records';

/** Undefined for one that is unknown, still a draft, or retired. */
export async function findPulse(
  store: Store,
  programme: Programme,
  pulseId: PulseId,
): Promise<PulseDefinition | undefined> {
  const declared = programme.pulses.find(({ id }) => id === pulseId);
  if (declared) return declared;
  const stored = await readRecord(store, 'pulse', programme.id, pulseDocumentId(pulseId));
  return stored?.document.status === 'confirmed' ? stored.document.definition : undefined;
}
