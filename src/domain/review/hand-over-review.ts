/** Puts a review to whoever stands in while nobody is there who holds its decider's role. */

import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { askingOf, rolesAsked } from './deciding-roles';
import type { Review } from './review';

/** They are asked as well until it is decided, and the deadline stays. Undefined where they were, or nobody is to decide. */
export function askStandIns(review: Review, now: Instant): Review | undefined {
  if (review.status !== 'closed' || rolesAsked(review, now).length > 1) return undefined;
  const asking = askingOf(review);
  return planIntents({ ...review, handedOver: asking }, [
    { id: `put-on-desk:stands-in:${asking}`, kind: 'put-on-desk', lane: 'urgent', dueAt: now },
  ]);
}
