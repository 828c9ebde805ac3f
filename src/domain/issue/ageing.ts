/** What waits for the lead and for how long, so that an issue that nobody dealt with ages where it is seen. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import { workingDaysBetween } from '../calendar/working-days';
import type { EscalationFact } from '../escalation/escalation';
import type { Day } from '../instant';
import type { IssuePolicy } from '../programme/programme';
import { type Issue, issueCategories } from './issue';

/** `untriaged`: nobody has dealt with it. `answered`: the raiser answered the programme's question. `overdueFix`: its owner
 * did not say by the day that it is done. */
export type WaitsFor = 'untriaged' | 'answered' | 'overdueFix';

type Waiting = Pick<Issue, 'status' | 'fix' | 'threads' | 'raisedOn' | 'reopenings'>;

/** What the lead is to do about it; undefined where somebody else is. `today` is in the programme's time zone. */
export function whatWaits(issue: Waiting, today: Day): WaitsFor | undefined {
  switch (issue.status) {
    case 'untriaged':
      return 'untriaged';
    case 'asking':
      return issue.threads.some(({ entries }) => entries.at(-1)?.from === 'person') ? 'answered' : undefined;
    case 'fixing':
      return issue.fix && issue.fix.dueOn < today ? 'overdueFix' : undefined;
    default:
      return undefined;
  }
}

/** Working days since it was raised, or since it last came back. */
export function workingDaysWaiting(
  { raisedOn, reopenings }: Pick<Issue, 'raisedOn' | 'reopenings'>,
  today: Day,
  calendar: WorkingCalendar,
): number {
  return workingDaysBetween(reopenings.at(-1)?.on ?? raisedOn, today, calendar);
}

/** Working days for which nobody dealt with it, or for which its fix is overdue; 0 where somebody else is to act. */
export function workingDaysUndone(issue: Waiting, today: Day, calendar: WorkingCalendar): number {
  const waits = whatWaits(issue, today);
  if (waits === 'untriaged') return workingDaysWaiting(issue, today, calendar);
  return waits === 'overdueFix' && issue.fix ? workingDaysBetween(issue.fix.dueOn, today, calendar) : 0;
}

/** Nobody has dealt with it, and for longer than the programme promises. */
export function isOld(
  issue: Waiting,
  today: Day,
  calendar: WorkingCalendar,
  { oldAfterWorkingDays }: Pick<IssuePolicy, 'oldAfterWorkingDays'>,
): boolean {
  const waits = whatWaits(issue, today);
  return (
    (waits === 'untriaged' || waits === 'answered') &&
    workingDaysWaiting(issue, today, calendar) > oldAfterWorkingDays
  );
}

export type BacklogFact = Extract<EscalationFact, { kind: 'backlog' }>;

/** Fewer of one category could point to who raised them. */
const fewestOfACategory = 5;

/** All old ones as one fact; undefined while there are fewer than `backlogOf`. A category is named from five on. */
export function backlogOf(
  issues: readonly (Waiting & Pick<Issue, 'category'>)[],
  today: Day,
  calendar: WorkingCalendar,
  policy: IssuePolicy,
): BacklogFact | undefined {
  const old = issues.filter((issue) => isOld(issue, today, calendar, policy));
  if (old.length < policy.backlogOf) return undefined;
  const byCategory = issueCategories
    .map((category) => ({ category, issues: old.filter((issue) => issue.category === category).length }))
    .filter((counted) => counted.issues >= fewestOfACategory);
  return {
    kind: 'backlog',
    issues: old.length,
    olderThanWorkingDays: policy.oldAfterWorkingDays,
    byCategory,
  };
}
