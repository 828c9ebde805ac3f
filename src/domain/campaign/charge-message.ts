/** One message to a person as a respondent: charged to their week and, where it is the first of a pulse, to their budget. */

import type { WaveId } from '../ids';
import { type Day, dayOf, type Instant, plusDays } from '../instant';
import { type Charge, chargeAllowance } from './charge-allowance';
import { type AskedOn, mayAskInBudget } from './pulse-budget';

/** A wave that asked somebody. */
export interface AskedWave extends AskedOn {
  readonly waveId: WaveId;
}

export interface Charged {
  readonly charges: readonly Charge[];
  readonly pulses?: readonly AskedWave[];
}

export type MessageOutcome =
  | {
      readonly outcome: 'charged';
      readonly charges: readonly Charge[];
      readonly pulses: readonly AskedWave[];
    }
  | { readonly outcome: 'chargedBefore' | 'over' | 'overBudget' };

/** Longer than any wave is open, and the fortnight after it: what opened earlier counts against nothing. */
const keptDays = 90;

/** Both or neither: a message over the budget costs nothing of the week, and the other way round. */
export function chargeMessage(
  { charges, pulses = [] }: Charged,
  { chargeId, asks }: { readonly chargeId: string; readonly asks?: AskedWave | undefined },
  now: Instant,
): MessageOutcome {
  const charge = chargeAllowance(charges, chargeId, now);
  if (charge.outcome === 'chargedBefore') return charge;
  const others = pulses.filter(({ waveId }) => waveId !== asks?.waveId);
  const isCheck = asks?.isCheck ?? false;
  if (asks && !mayAskInBudget(others, { openedOn: asks.openedOn, isCheck })) return { outcome: 'overBudget' };
  if (charge.outcome === 'over') return charge;
  const oldest: Day = dayOf(plusDays(now, -keptDays));
  const counting = others.filter(({ openedOn }) => openedOn > oldest);
  return { outcome: 'charged', charges: charge.charges, pulses: asks ? [...counting, asks] : counting };
}
