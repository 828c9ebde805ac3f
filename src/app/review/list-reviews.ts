/** The design reviews of a programme, what waits for somebody first. */

import type { ProgrammeId } from '../../domain/ids';
import type { Review, ReviewStatus } from '../../domain/review/review';
import type { AppContext } from '../context';
import { listRecords } from '../records';

const order: readonly ReviewStatus[] = ['toBeConfirmed', 'closed', 'open', 'draft', 'decided'];

export async function listReviews(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<readonly Review[]> {
  const found: Review[] = [];
  for await (const { document } of listRecords(store, 'review', programmeId)) found.push(document);
  const keyOf = (review: Review) =>
    `${order.indexOf(review.status)} ${review.rounds.at(-1)?.closesAt ?? ''} ${review.reviewId}`;
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
