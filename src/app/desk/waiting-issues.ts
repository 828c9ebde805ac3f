/** The issues that wait for the lead: nobody has dealt with them yet, or they came back. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { closingOf, workingDayAfter } from '../../domain/calendar/working-days';
import type { AppContext } from '../context';
import { leadRoles } from '../plan-campaign';
import { listRecords } from '../records';
import type { Waiter, WaitingItem } from './waiting-items';

const usuallyOldAfterWorkingDays = 5;

/** Due when the programme's promise ends: after that the issue is old. */
export async function waitingIssues(
  { store }: Pick<AppContext, 'store'>,
  { programme, roles }: Waiter,
): Promise<readonly WaitingItem[]> {
  if (!roles.some((role) => leadRoles.includes(role))) return [];
  const calendar = calendarOf(programme);
  const within = programme.issuePolicy?.oldAfterWorkingDays ?? usuallyOldAfterWorkingDays;
  const waiting: WaitingItem[] = [];
  for await (const { document } of listRecords(store, 'issue', programme.id, { status: 'untriaged' })) {
    const { issueId, programmeId, raisedOn, reopenings, publishedTitle, text } = document;
    const since = reopenings.at(-1)?.on ?? raisedOn;
    waiting.push({
      kind: 'issue',
      id: issueId,
      asking: reopenings.length,
      deadline: closingOf(workingDayAfter(since, within, calendar), calendar),
      programmeId,
      task: 'triage',
      about: publishedTitle ?? text,
    });
  }
  return waiting;
}
