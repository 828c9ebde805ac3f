/** Charges a message that nobody asked for to a person's week: one read, and one write when it is new. */

import { chargeAllowance } from '../domain/campaign/charge-allowance';
import type { OrganisationId, PersonId } from '../domain/ids';
import type { AppContext } from './context';
import { addressPk } from './documents';
import { ConflictError } from './ports/errors';
import { createRecord, readRecord, replaceRecord } from './records';

const attempts = 8;

export interface AllowanceCharge {
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  /** Derived from the message: the same charge counts once, however often it is made. */
  readonly chargeId: string;
}

/** @returns whether the message may go out. @throws ThrottledError, UnavailableError (then it may be charged: charge
 * again), ConflictError after eight lost races. */
export async function takeAllowance(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  { organisationId, personId, chargeId }: AllowanceCharge,
): Promise<'within' | 'over'> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await readRecord(store, 'allowance', addressPk(organisationId, personId), 'allowance');
    const result = chargeAllowance(known?.document.charges ?? [], chargeId, clock.now());
    if (result.outcome === 'over') return 'over';
    if (result.outcome === 'chargedBefore') return 'within';
    const allowance = { personId, organisationId, charges: result.charges };
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
