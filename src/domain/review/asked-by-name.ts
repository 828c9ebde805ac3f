/** Who votes on a review with a name to it. */

import type { PersonId } from '../ids';
import type { Review } from './review';

/** The panel, or those who speak for a group too small to be shown; each once. */
export function askedByName({
  voting,
  panel,
  representatives,
}: Pick<Review, 'voting' | 'panel' | 'representatives'>): readonly PersonId[] {
  const people = voting === 'attributed' ? panel : representatives.map(({ personId }) => personId);
  return [...new Set(people)];
}
