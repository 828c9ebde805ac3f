/** Throws away a design review that is being set up; nobody was asked by it. */

import type { AppContext } from '../context';
import { discardDraft } from '../discard-draft';
import type { ReviewPlace } from './open-review.use-case';

/** @param place with the revision that a card showed; without one, whatever is there is thrown away.
 * @returns `discarded` also for one that is gone already; `outOfDate`: it was changed meanwhile, or people were asked. */
export async function discardReviewDraft(
  { store }: Pick<AppContext, 'store'>,
  { programmeId: pk, reviewId: id, ...shown }: ReviewPlace & { readonly revision?: number },
): Promise<'discarded' | 'outOfDate'> {
  return discardDraft(store, { type: 'review', pk, id, ...shown });
}
