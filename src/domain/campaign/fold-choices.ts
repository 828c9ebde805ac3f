/** Who asked not to be asked is nobody's business: where they are few, they are told together with those who had enough. */

import type { ReasonCount } from './campaign-report';

/** The reason that stands for several: this person was not asked this time. */
export const notThisTime = 'notThisTime';
/** A choice, or what looks like one from outside. */
const personal: ReadonlySet<string> = new Set(['choseNotToBeAsked', 'allowance', 'budget', 'noSuitableTime']);

/** In a list of names, whatever their number. */
export function foldedReason(reason: string): string {
  return personal.has(reason) ? notThisTime : reason;
}

/** The counts with fewer than `minimumGroupSize` who chose folded into those of the week's and the fortnight's limits; the sum
 * stays what it was. */
export function foldChoices(
  reasons: readonly ReasonCount[],
  minimumGroupSize: number,
): readonly ReasonCount[] {
  const chose = reasons.find(({ reason }) => reason === 'choseNotToBeAsked');
  if (!chose || chose.people >= minimumGroupSize) return reasons;
  const folded = reasons.filter(({ reason }) => personal.has(reason));
  const people = folded.reduce((sum, one) => sum + one.people, 0);
  const rest = reasons.filter((one) => !folded.includes(one));
  return [...rest, { status: chose.status, reason: notThisTime, people }].sort((a, b) => b.people - a.people);
}
