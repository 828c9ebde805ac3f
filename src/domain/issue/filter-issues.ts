/** The parts into which a list of issues is split. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import type { Day } from '../instant';
import type { IssuePolicy } from '../programme/programme';
import { isOld, whatWaits } from './ageing';
import type { Issue } from './issue';

/** `waiting`: the lead is to act. `old`: those of them that waited longer than promised. Every issue is in exactly one of the
 * others. */
export const issueFilters = ['waiting', 'old', 'underWay', 'withExecutive', 'answered'] as const;
export type IssueFilter = (typeof issueFilters)[number];

export function isIn(
  issue: Issue,
  filter: IssueFilter,
  today: Day,
  calendar: WorkingCalendar,
  policy: IssuePolicy,
): boolean {
  if (filter === 'old') return isOld(issue, today, calendar, policy);
  return partOf(issue, today) === filter;
}

function partOf(issue: Issue, today: Day): IssueFilter {
  if (whatWaits(issue, today)) return 'waiting';
  switch (issue.status) {
    case 'untriaged':
    case 'asking':
    case 'fixing':
      return 'underWay';
    case 'escalated':
      return 'withExecutive';
    case 'answered':
    case 'confirmed':
    case 'merged':
      return 'answered';
  }
}
