/** The staff groups that a review affects: those that any of its options affects. */

import type { Named, Programme } from '../programme/programme';
import type { Review } from './review';

/** In the order in which the programme declares them; what it does not declare is left out. */
export function affectedStaffGroups(
  { options }: Pick<Review, 'options'>,
  { staffGroups }: Pick<Programme, 'staffGroups'>,
): readonly Named[] {
  const affected = new Set(options.flatMap(({ affects }) => affects));
  return staffGroups.filter(({ id }) => affected.has(id)).map(({ id, name }) => ({ id, name }));
}
