/** Who may decide a review now. */

import type { Instant } from '../instant';
import type { Role } from '../programme/programme';
import type { Review } from './review';

/** Whoever holds the decider's role; once the deadline has passed, or while nobody who holds it is there, whoever stands in for
 * it as well. */
export function rolesAsked(
  review: Pick<Review, 'decider' | 'decideBy' | 'rounds' | 'decision' | 'earlierDecisions' | 'handedOver'>,
  now: Instant,
): readonly Role[] {
  const { decider, decideBy, handedOver } = review;
  const isLate = decideBy !== undefined && now >= decideBy;
  return isLate || handedOver === askingOf(review) ? [decider, ...standInsOf(review)] : [decider];
}

/** The deputy for the SRO, the SRO and the deputy for anybody else. */
export function standInsOf({ decider }: Pick<Review, 'decider'>): readonly Role[] {
  return (['sro', 'deputySro'] as const).filter((role) => role !== decider);
}

/** Tells one asking from the next: a deferred review is asked anew, and so is every round. */
export function askingOf({
  rounds,
  decision,
  earlierDecisions,
}: Pick<Review, 'rounds' | 'decision' | 'earlierDecisions'>): number {
  return rounds.length * 100 + earlierDecisions.length + (decision ? 1 : 0);
}
