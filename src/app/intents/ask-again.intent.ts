/** A deferred escalation comes back to the people it was asked of, on the day they named. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { endOfWorkingDay } from '../../domain/calendar/working-days';
import { askExecutive } from '../../domain/escalation/ask-executive';
import { currentProgramme } from '../current-programme';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

export const askAgainIntent = defineIntent('ask-again', 'escalation', async (context, escalation) => {
  const { store, clock } = context;
  const programme = await currentProgramme(context, escalation.programmeId);
  if (!programme) return;
  await changeRecord(store, 'escalation', escalation.programmeId, escalation.escalationId, (current) => {
    if (current.status !== 'deferred' || !current.assignment) return { outcome: 'settled' };
    const now = clock.now();
    const { decideWithinWorkingDays } = current.policy;
    const decideBy = endOfWorkingDay(now, decideWithinWorkingDays, calendarOf(programme));
    const { asked } = current.assignment;
    return { outcome: 'asked', next: askExecutive(current, { asked, assignedAt: now, decideBy }, now) };
  });
});
