/** The people of the staff groups that a review affects, each in the cell of their site group and staff group. */

import type { PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { affectedStaffGroups } from '../../domain/review/affected-groups';
import type { Review } from '../../domain/review/review';
import { type CandidateInCell, readCandidates } from '../audience/read-candidates';
import type { AppContext } from '../context';

export type AskedReview = Pick<Review, 'options' | 'representatives'>;

/** Without those who speak for a group by name: they have a ballot of their own. */
export async function reviewPeople(
  { store }: Pick<AppContext, 'store'>,
  programme: Programme,
  review: AskedReview,
): Promise<readonly CandidateInCell[]> {
  const affected = new Set(affectedStaffGroups(review, programme).map(({ id }) => id));
  const byName = new Set<PersonId>(review.representatives.map(({ personId }) => personId));
  const candidates = await readCandidates(store, programme);
  return candidates
    .filter(({ personId, person }) => affected.has(person.staffGroup) && !byName.has(personId))
    .map((candidate) => {
      const cell = { siteGroup: candidate.cell.siteGroup, staffFamily: candidate.person.staffGroup };
      return { ...candidate, cell, cellKey: `${cell.siteGroup}|${cell.staffFamily}` };
    });
}
