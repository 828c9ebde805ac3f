/** A design review before anything was filled in. */

import type { Day } from '../instant';
import type { Programme } from '../programme/programme';
import type { Review } from './review';
import { reviewPolicyOf } from './review-policy';

export function emptyReview(
  programme: Pick<Programme, 'id' | 'reviewPolicy' | 'minimumGroupSize'>,
): Omit<Review, 'reviewId'> {
  return {
    programmeId: programme.id,
    workflow: '',
    title: '',
    question: '',
    kind: 'full',
    voting: 'confidential',
    proposal: { artefact: '', version: '', images: [], beforeAfter: [] },
    options: [],
    contributors: [],
    decider: 'sro',
    closesOn: '' as Day,
    reviewAgainOn: '' as Day,
    policy: reviewPolicyOf(programme),
    representatives: [],
    panel: [],
    status: 'draft',
    revision: 0,
    rounds: [],
    unsafe: [],
    actions: [],
    earlierDecisions: [],
    versions: [],
    intents: [],
  };
}
