/** The first issue of a programme begins the daily look at all of them. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { newIssueWatch } from '../../domain/issue/issue-watch';
import { currentProgramme } from '../programme/current-programme';
import { ensureRecord } from '../records';
import { defineIntent } from './define-intent';

export const watchIssuesIntent = defineIntent('watch-issues', 'issue', async (context, issue) => {
  const { store, clock } = context;
  const programme = await currentProgramme(context, issue.programmeId);
  if (!programme) return;
  await ensureRecord(store, 'issueWatch', newIssueWatch(programme.id, calendarOf(programme), clock.now()));
});
