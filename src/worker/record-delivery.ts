/** Writes what became of a delivery, once: nothing that was sent may be forgotten because the store was slow. */

import type { DocumentOf } from '../app/documents';
import type { Clock } from '../app/ports/clock';
import { ConflictError, ThrottledError } from '../app/ports/errors';
import type { Store, Version, Versioned } from '../app/ports/store';
import { readRecord, replaceRecord } from '../app/records';
import type { Delivery } from '../domain/campaign/campaign';
import { retryAfter } from '../domain/campaign/decide-attempt';
import { isInfrastructure } from './is-infrastructure';

export type StoredDelivery = Versioned<DocumentOf<'delivery'>>;
/** What a recipient's outcome adds to the delivery. */
export type DeliveryChange = Partial<
  Pick<
    Delivery,
    | 'status'
    | 'reason'
    | 'attempts'
    | 'possibleDuplicate'
    | 'activityId'
    | 'carried'
    | 'wording'
    | 'epoch'
    | 'reminderProcessed'
    | 'copies'
  >
>;

const mostTriesAfterStop = 3;

/** Writes on the version that was read, and tries until it is written. When another writer was first,
 * `isStillWanted` decides on what is there now; an unclear write settles that way too.
 * @returns the new version, or undefined when the outcome was recorded already.
 * @throws whatever the store throws for three tries after `signal` was aborted. */
export async function recordDelivery(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  stored: StoredDelivery,
  change: DeliveryChange,
  isStillWanted: (current: Delivery) => boolean,
  signal: AbortSignal,
): Promise<Version | undefined> {
  let current: StoredDelivery | undefined = stored;
  let triesAfterStop = 0;
  for (let tries = 0; ; tries += 1) {
    try {
      current ??= await readRecord(store, 'delivery', stored.document.pk, stored.document.id);
      if (!current || (current !== stored && !isStillWanted(current.document))) return undefined;
      const next = { ...current.document, ...change };
      return (await replaceRecord(store, 'delivery', next, current.version)).version;
    } catch (error) {
      if (signal.aborted) triesAfterStop += 1;
      if (!isInfrastructure(error) || triesAfterStop >= mostTriesAfterStop) throw error;
      if (error instanceof ConflictError) {
        current = undefined;
        continue;
      }
      const hintMs = error instanceof ThrottledError ? error.retryAfterMs : undefined;
      await pause(clock, hintMs ?? retryAfter(tries, 0), signal);
    }
  }
}

/** After the stop a short pause is all there is time for. */
async function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) await clock.sleep(Math.min(ms, 500));
  else await clock.sleep(ms, signal).catch(() => undefined);
}
