/** Somebody concerned has said more about a hazard: whoever has it gets it again, with what was said. */

import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { isOpenHazard } from './hazard';
import type { Issue } from './issue';

/** While it is open and somebody has acknowledged it; as it is otherwise: the next alert shows what was said.
 * @param dueAt the beginning of the day: nothing that is kept says at what time a person spoke. */
export function passToOfficer(issue: Issue, dueAt: Instant): Issue {
  const { hazard } = issue;
  if (!hazard?.acknowledged || !isOpenHazard(issue)) return issue;
  const replies = (hazard.replies ?? 0) + 1;
  const id = 'start-campaign:hazard-reply';
  return planIntents(
    { ...issue, hazard: { ...hazard, replies } },
    [
      {
        id,
        kind: 'start-campaign',
        lane: 'urgent',
        dueAt,
        data: { purpose: 'hazard', reply: replies, to: hazard.acknowledged.by },
      },
    ],
    [id],
  );
}
