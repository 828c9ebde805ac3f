/** What the programme team made of a comment: whether it may be read beyond those who check it. */

import type { PersonId } from '../ids';
import type { Day } from '../instant';

export type CommentVerdict = 'released' | 'keptBack';

/** The latest verdict; a comment without one waits to be read. */
export interface CommentReview {
  readonly verdict: CommentVerdict;
  /** How often it was decided, 1 or more: an older tap can be told from a current one. */
  readonly revision: number;
  readonly reviewedBy: PersonId;
  readonly reviewedOn: Day;
}
