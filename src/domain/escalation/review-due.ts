/** Whether a decision is to be looked at again. */

import type { Day } from '../instant';
import type { Escalation } from './escalation';

/** From the day that was named on, in the programme's time zone. */
export function isReviewDue({ status, decision }: Escalation, today: Day): boolean {
  return status === 'decided' && decision?.reviewOn !== undefined && decision.reviewOn <= today;
}
