/** Hours in which nobody is ever at work would make every deadline endless. */

import { minutesOf } from '../calendar/calendar-of';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

export function checkWorkingHours({ workingHours }: ProgrammeDraft): ProgrammeProblem[] {
  if (!workingHours) return [];
  const { opensAt, closesAt, weekdays } = workingHours;
  const problems: ProgrammeProblem[] = [];
  if (minutesOf(closesAt) <= minutesOf(opensAt)) {
    problems.push({
      path: ['workingHours', 'closesAt'],
      message: `the working day closes at ${closesAt}, and opens only at ${opensAt}`,
      remedy: 'Write a later time; "24:00" is midnight.',
    });
  }
  const repeated = weekdays.findIndex((weekday, index) => weekdays.indexOf(weekday) !== index);
  if (repeated !== -1) {
    problems.push({
      path: ['workingHours', 'weekdays', repeated],
      message: `day ${weekdays[repeated]} of the week is there twice`,
      remedy: 'Write each day once; 1 is Monday, 7 Sunday.',
    });
  }
  if (weekdays.length === 0) {
    problems.push({
      path: ['workingHours', 'weekdays'],
      message: 'no day of the week is a working day',
      remedy: 'Write at least one; 1 is Monday, 7 Sunday.',
    });
  }
  return problems;
}
