/** The issues that wait for the lead: nobody has dealt with them, the raiser has answered, or their fix is overdue. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import { closingOf, workingDayAfter } from '../../domain/calendar/working-days';
import { whatWaits } from '../../domain/issue/ageing';
import type { IssueStatus } from '../../domain/issue/issue';
import { issuePolicyOf } from '../../domain/issue/issue-policy';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { listRecords } from '../records';
import type { Waiter, WaitingItem } from './waiting-item';

const mayWait: readonly IssueStatus[] = ['untriaged', 'asking', 'fixing'];

/** Due when the programme's promise ends: after that the issue is old. A fix is due on its day. */
export async function waitingIssues(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  { programme, roles }: Waiter,
): Promise<readonly WaitingItem[]> {
  if (!roles.some((role) => leadRoles.includes(role))) return [];
  const calendar = calendarOf(programme);
  const { oldAfterWorkingDays } = issuePolicyOf(programme);
  const today = localDay(clock.now(), programme.timeZone);
  const waiting: WaitingItem[] = [];
  for (const status of mayWait) {
    for await (const { document } of listRecords(store, 'issue', programme.id, { status })) {
      const { issueId, programmeId, raisedOn, reopenings, publishedTitle, text, fix, answers } = document;
      const what = whatWaits(document, today);
      if (!what) continue;
      const promised = workingDayAfter(reopenings.at(-1)?.on ?? raisedOn, oldAfterWorkingDays, calendar);
      waiting.push({
        kind: 'issue',
        id: issueId,
        // An overdue fix is another matter than the issue was before.
        asking: reopenings.length + (what === 'overdueFix' ? answers.length : 0),
        deadline: closingOf(what === 'overdueFix' && fix ? fix.dueOn : promised, calendar),
        programmeId,
        task: 'triage',
        about: publishedTitle ?? text,
      });
    }
  }
  return waiting;
}
