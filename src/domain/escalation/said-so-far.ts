/** How much has been advised and answered: nobody decides on a card that is behind it. */

import type { Escalation } from './escalation';

/** Never falls. A question that waits does not count: whoever decides may decide without its answer. */
export function saidSoFar({ advice = [], moreAsked = [] }: Pick<Escalation, 'advice' | 'moreAsked'>): number {
  return advice.length + moreAsked.filter(({ answer }) => answer).length;
}
