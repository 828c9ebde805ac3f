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

/** Charges one message at `now`. A charge counts on its own day and the six after it; older ones are dropped. A message that
 * was charged and did not go out that day, because its turn came too late, is charged to the day on which it does. */
export function chargeAllowance(charges: readonly Charge[], chargeId: string, now: Instant): ChargeOutcome {
  const today = dayOf(now);
  const own = charges.find((charge) => charge.chargeId === chargeId);
  if (own?.chargedOn === today) return { outcome: 'chargedBefore' };
  const weekAgo = dayOf(plusDays(now, -weekDays));
  const counting = charges.filter((charge) => charge !== own && charge.chargedOn > weekAgo);
  if (counting.length >= messagesAWeek) return { outcome: 'over' };
  return { outcome: 'charged', charges: [...counting, { chargeId, chargedOn: today }] };
}
