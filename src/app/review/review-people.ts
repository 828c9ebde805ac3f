/** The people of the staff groups that a review affects, each in the cell of their site group and staff group. */

import type { PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { affectedStaffGroups } from '../../domain/review/affected-groups';
import type { Review } from '../../domain/review/review';
import { type CandidateInCell, candidatesOf } from '../audience/candidates-of';
import type { AppContext } from '../context';

export type AskedReview = Pick<Review, 'options' | 'representatives'>;

/** Without those who speak for a group by name: they have a ballot of their own. In ascending order of person id. */
export async function* reviewPeople(
  { store }: Pick<AppContext, 'store'>,
  programme: Programme,
  review: AskedReview,
): AsyncGenerator<CandidateInCell> {
  const affected = new Set(affectedStaffGroups(review, programme).map(({ id }) => id));
  const byName = new Set<PersonId>(review.representatives.map(({ personId }) => personId));
  for await (const candidate of candidatesOf(store, programme)) {
    const { staffGroup } = candidate.person;
    if (!affected.has(staffGroup) || byName.has(candidate.personId)) continue;
    const cell = { siteGroup: candidate.cell.siteGroup, staffFamily: staffGroup };
    yield { ...candidate, cell, cellKey: `${cell.siteGroup}|${staffGroup}` };
  }
}
