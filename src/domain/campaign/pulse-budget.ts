/** One pulse a fortnight and person, over all programmes of an organisation; checks after a go-live have a budget of their own. */

import type { Day } from '../instant';

/** A wave that asked a person, by the day on which it opened where its programme is. */
export interface AskedOn {
  readonly openedOn: Day;
  readonly isCheck?: boolean;
}

/** Days between the openings of two pulses that ask one person. */
export const daysBetweenPulses = 14;
/** The same of two checks: 72 hours, told in days as openings are. */
export const daysBetweenChecks = 3;

const dayMs = 86_400_000;

/** Whether a wave that opened then may ask somebody whom those other waves asked. Opening days count, whichever opened
 * first; pulses and checks do not count against one another. */
export function mayAskInBudget(
  asked: readonly AskedOn[],
  opening: { readonly openedOn: Day; readonly isCheck: boolean },
): boolean {
  const least = opening.isCheck ? daysBetweenChecks : daysBetweenPulses;
  return asked
    .filter(({ isCheck = false }) => isCheck === opening.isCheck)
    .every(({ openedOn }) => daysApart(openedOn, opening.openedOn) >= least);
}

export function daysApart(one: Day, other: Day): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / dayMs;
}
