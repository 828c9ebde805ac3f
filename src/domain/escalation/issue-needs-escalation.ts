/** When an issue goes up by itself: care could suffer, many say the same, or what was promised is long overdue. */

import { localDay } from '../calendar/local-time';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { workingDaysBetween } from '../calendar/working-days';
import type { Instant } from '../instant';
import { whatWaits, workingDaysWaiting } from '../issue/ageing';
import { type Issue, supportLevelOf } from '../issue/issue';
import type { IssuePolicy } from '../programme/programme';

export type EscalationTrigger = 'severity' | 'supporters' | 'age';

export interface TriggerFacts {
  readonly issue: Pick<Issue, 'status' | 'effect' | 'hazard' | 'fix' | 'threads' | 'raisedOn' | 'reopenings'>;
  /** How many added their voice, the raiser not counted. */
  readonly supporters: number;
  readonly policy: Pick<IssuePolicy, 'oldAfterWorkingDays'>;
  readonly calendar: WorkingCalendar;
}

/**
 * Undefined while the lead deals with it in time. `severity`: care could suffer, or an open hazard, and nobody has dealt with
 * it after one whole working day. `supporters`: more than ten say the same and nobody has dealt with it. `age`: a fix is
 * overdue by more working days than the programme calls old. What merely waits for the lead goes up together, as a backlog.
 */
export function issueNeedsEscalation(
  { issue, supporters, policy, calendar }: TriggerFacts,
  now: Instant,
): EscalationTrigger | undefined {
  const today = localDay(now, calendar.timeZone);
  const waits = whatWaits(issue, today);
  if (waits === 'overdueFix' && issue.fix) {
    const overdue = workingDaysBetween(issue.fix.dueOn, today, calendar);
    return overdue > policy.oldAfterWorkingDays ? 'age' : undefined;
  }
  if (waits !== 'untriaged') return undefined;
  const isSevere = issue.effect === 'careCouldSuffer' || issue.hazard?.status === 'open';
  if (isSevere && workingDaysWaiting(issue, today, calendar) > 1) return 'severity';
  return supportLevelOf(supporters) === 'moreThanTen' ? 'supporters' : undefined;
}
