/** Charges a message that nobody asked for to a person's week, and a pulse to their fortnight: one read, and one write when
 * it is new. */

import { type AskedWave, chargeMessage } from '../../domain/campaign/charge-message';
import type { OrganisationId, PersonId } from '../../domain/ids';
import type { AppContext } from '../context';
import { addressPk } from '../documents';
import { ConflictError } from '../ports/errors';
import { createRecord, readRecord, replaceRecord } from '../records';

const attempts = 8;

export interface AllowanceCharge {
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  /** Derived from the message: the same charge counts once, however often it is made. */
  readonly chargeId: string;
  /** Of the first message of a pulse: it counts in the person's budget as well. */
  readonly asks?: AskedWave;
}

/** @returns whether the message may go out; where not, nothing was charged. @throws ThrottledError, UnavailableError (then it may be charged: charge
 * again), ConflictError after eight lost races. */
export async function takeAllowance(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  { organisationId, personId, chargeId, asks }: AllowanceCharge,
): Promise<'within' | 'over' | 'overBudget'> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await readRecord(store, 'allowance', addressPk(organisationId, personId), 'allowance');
    const result = chargeMessage(known?.document ?? { charges: [] }, { chargeId, asks }, clock.now());
    if (result.outcome === 'chargedBefore') return 'within';
    if (result.outcome !== 'charged') return result.outcome;
    const { charges, pulses } = result;
    const allowance = { personId, organisationId, charges, ...(pulses.length > 0 ? { pulses } : {}) };
    try {
      await (known
        ? replaceRecord(store, 'allowance', allowance, known.version)
        : createRecord(store, 'allowance', allowance));
      return 'within';
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === attempts) throw error;
    }
  }
}
