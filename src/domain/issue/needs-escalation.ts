/** Which issue goes up by itself because nobody has dealt with it. */

import type { IssuePolicy } from '../programme/programme';
import { type Issue, supportLevelOf } from './issue';

export type EscalationTrigger = 'severity' | 'supporters' | 'age';

/** Times the promised working days after which any issue goes up. */
const longAfter = 2;

/** Only what nobody has dealt with, and not before the promised time is over: then what could harm care and what more than
 * ten people stand behind, and after twice that time every one. It goes to the lead first, like everything.
 * @param waitingDays working days. */
export function issueNeedsEscalation(
  issue: Pick<Issue, 'status' | 'effect'>,
  { waitingDays, supporters }: { readonly waitingDays: number; readonly supporters: number },
  { oldAfterWorkingDays }: Pick<IssuePolicy, 'oldAfterWorkingDays'>,
): EscalationTrigger | undefined {
  if (issue.status !== 'untriaged' || waitingDays <= oldAfterWorkingDays) return undefined;
  if (issue.effect === 'careCouldSuffer') return 'severity';
  if (supportLevelOf(supporters) === 'moreThanTen') return 'supporters';
  return waitingDays > longAfter * oldAfterWorkingDays ? 'age' : undefined;
}
