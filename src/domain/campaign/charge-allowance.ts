/** Two messages a week that nobody asked for, over all programmes of an organisation: the third is not sent. */

import { type Day, dayOf, type Instant, plusDays } from '../instant';

export interface Charge {
  /** Derived from the message, so that charging twice is charging once. */
  readonly chargeId: string;
  readonly chargedOn: Day;
}

export const messagesAWeek = 2;
const weekDays = 7;

export type ChargeOutcome =
  | { readonly outcome: 'charged'; readonly charges: readonly Charge[] }
  | { readonly outcome: 'chargedBefore' }
  | { readonly outcome: 'over' };

/** Charges one message at `now`. A charge counts on its own day and the six after it; older ones are dropped, except
 * this message's own: a send resumed after a week is still the same message. */
export function chargeAllowance(charges: readonly Charge[], chargeId: string, now: Instant): ChargeOutcome {
  if (charges.some((charge) => charge.chargeId === chargeId)) return { outcome: 'chargedBefore' };
  const today = dayOf(now);
  const weekAgo = dayOf(plusDays(now, -weekDays));
  const counting = charges.filter(({ chargedOn }) => chargedOn > weekAgo);
  if (counting.length >= messagesAWeek) return { outcome: 'over' };
  return { outcome: 'charged', charges: [...counting, { chargeId, chargedOn: today }] };
}
