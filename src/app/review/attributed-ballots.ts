/** The votes of a review that were given with a name to them. */

import type { ReviewId } from '../../domain/ids';
import type { AttributedBallot } from '../../domain/review/review';
import type { AppContext } from '../context';
import { listRecords } from '../records';

/** Of one round, or of all; in no order that tells when they were given. */
export async function attributedBallotsOf(
  { store }: Pick<AppContext, 'store'>,
  reviewId: ReviewId,
  round?: number,
): Promise<readonly AttributedBallot[]> {
  const ballots: AttributedBallot[] = [];
  for await (const { document } of listRecords(store, 'attributedBallot', reviewId)) {
    if (round === undefined || document.round === round) ballots.push(document);
  }
  return ballots;
}
