/** Which issue goes up by itself because nobody has dealt with it. */

import type { IssuePolicy } from '../programme/programme';
import { type Issue, supportLevelOf } from './issue';

export type EscalationTrigger = 'severity' | 'supporters' | 'age';

/** Times the promised working days after which any issue goes up. */
const longAfter = 2;

/** Only what nobody has dealt with, or whose fix is overdue, and not before the promised time is over: then what could harm
 * care and what more than ten people stand behind, and after twice that time every one. The lead has had it for so long.
 * @param waitingDays as `workingDaysUndone` counts them. */
export function issueNeedsEscalation(
  issue: Pick<Issue, 'status' | 'effect' | 'fix'>,
  { waitingDays, supporters }: { readonly waitingDays: number; readonly supporters: number },
  { oldAfterWorkingDays }: Pick<IssuePolicy, 'oldAfterWorkingDays'>,
): EscalationTrigger | undefined {
  const mayWait = issue.status === 'untriaged' || (issue.status === 'fixing' && issue.fix !== undefined);
  if (!mayWait || waitingDays <= oldAfterWorkingDays) return undefined;
  if (issue.effect === 'careCouldSuffer') return 'severity';
  if (supportLevelOf(supporters) === 'moreThanTen') return 'supporters';
  return waitingDays > longAfter * oldAfterWorkingDays ? 'age' : undefined;
}
