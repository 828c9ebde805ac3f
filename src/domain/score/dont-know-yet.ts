/** Notes where so many do not know yet that a score alone would mislead. */

import type { Figures } from '../disclosure/release';

/** A share of all who answered. */
export const mostDontKnowYet = 0.3;

/** True when more than 30 % of those who answered said "I don't know yet", or, where only the joint share may be shown,
 * "I don't know yet" or "not my area". Says nothing of groups whose outside shares are not shown. */
export function isDontKnowYetHigh(figures: Figures): boolean {
  if (!('n' in figures) || !figures.outside) return false;
  const { outside } = figures;
  return (outside.kind === 'each' ? outside.dontKnowYet : outside.dontKnowYetOrNotMyArea) > mostDontKnowYet;
}
