/** What kind of trouble an escalation is about, for its words. */

import type { EscalationEvidence } from './escalation';

export type Trouble = 'low' | 'falling' | 'lowOrFalling';

/** `low`: every group is below the floor. `falling`: none is, and all fall from wave to wave. */
export function troubleOf(evidence: readonly Pick<EscalationEvidence, 'kind'>[]): Trouble {
  const falling = evidence.filter(({ kind }) => kind === 'deterioratingTrend').length;
  if (falling === 0) return 'low';
  return falling === evidence.length ? 'falling' : 'lowOrFalling';
}
