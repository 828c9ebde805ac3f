/** What one reporting group says of a review, as far as it may be told: all that an outcome is made of. */

import type { GroupId } from '../ids';
import type { ReviewPolicy } from './review-terms';

export interface GroupSays {
  readonly name: string;
  /** Absent for a group that spoke by name. */
  readonly groupId?: GroupId;
  /** False where at least 80 in 100 of those who answered say that it is not their area. */
  readonly isAffected: boolean;
  /** Enough of them voted, and what they said may be told. */
  readonly isHeard: boolean;
  /** The agreed share of the votes is for the option that leads. */
  readonly isBehindIt: boolean;
  /** For the agreed share it works, be it with changes. */
  readonly canWork: boolean;
  /** For at least 80 in 100 it works as it is. */
  readonly worksAsItIs: boolean;
}

export type GroupPolicy = Pick<ReviewPolicy, 'agreedShare' | 'quorumShare' | 'quorumMinimum'>;

/** The edge of the highest band: the one share beyond half that can be told of a group of whom nearly all say the same. */
export const asItIsShare = 0.8;

/** Whether `count` of `all` is at least `share` (0 to 1): 14 of 20 is 0.7, whatever a computer makes of 0.7 × 20. */
export function isShareOf(count: number, all: number, share: number): boolean {
  return count >= share * all - 1e-9;
}
