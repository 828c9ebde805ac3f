/** Who may decide a review now. */

import type { Instant } from '../instant';
import type { Role } from '../programme/programme';
import type { Review } from './review';

/** Whoever holds the decider's role; once the deadline has passed, whoever stands in for it as well: the deputy for the SRO,
 * the SRO and the deputy for anybody else. */
export function rolesAsked(
  { decider, decideBy }: Pick<Review, 'decider' | 'decideBy'>,
  now: Instant,
): readonly Role[] {
  if (decideBy === undefined || now < decideBy) return [decider];
  return [...new Set<Role>([decider, ...(decider === 'sro' ? [] : (['sro'] as const)), 'deputySro'])];
}
