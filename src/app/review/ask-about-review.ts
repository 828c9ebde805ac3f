/** Lets a design review whose decider is away wait for whoever stands in. */

import type { PersonId, ReviewId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { rolesAsked, standInsOf } from '../../domain/review/deciding-roles';
import { askStandIns } from '../../domain/review/hand-over-review';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { presentHolders } from '../people/who-is-there';
import { changeRecord, readRecord } from '../records';

/** One that is to be confirmed is left: it waits for every lead, and is asked again by itself.
 * @returns who can settle it and is there. */
export async function askAboutReview(
  context: AppContext,
  programme: Programme,
  reviewId: ReviewId,
): Promise<readonly PersonId[]> {
  const { store, clock } = context;
  const review = (await readRecord(store, 'review', programme.id, reviewId))?.document;
  if (!review) return [];
  if (review.status === 'toBeConfirmed') return presentHolders(context, programme, leadRoles);
  const asked = await presentHolders(context, programme, rolesAsked(review, clock.now()));
  if (asked.length > 0) return asked;
  const standIns = await presentHolders(context, programme, standInsOf(review));
  if (standIns.length === 0) return [];
  await changeRecord(store, 'review', programme.id, reviewId, (current) => {
    const next = askStandIns(current, clock.now());
    return next ? { outcome: 'handedOver', next } : { outcome: 'stays' };
  });
  return standIns;
}
