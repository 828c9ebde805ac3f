/** When a programme writes to its staff: the days it leaves out, and who approved the checks after go-live. */

import { addDays } from '../calendar/local-time';
import { checkReference } from './check-reference';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

/** A year: whoever waits for a suitable hour is looked through its days. */
const mostDaysLeftOut = 366;

export function checkSending(programme: ProgrammeDraft): ProgrammeProblem[] {
  return [...checkBlackouts(programme), ...checkApproval(programme), ...checkAnyTime(programme)];
}

function checkBlackouts({ sending, siteGroups }: ProgrammeDraft): ProgrammeProblem[] {
  const declared = siteGroups?.map(({ id }) => id);
  return (sending?.blackouts ?? []).flatMap((blackout, index) => {
    const path = ['sending', 'blackouts', index];
    const { from, to, siteGroups: named = [] } = blackout;
    const isBackwards = {
      path: [...path, 'to'],
      message: `the days left out end on ${to}, and begin only on ${from}`,
      remedy: 'Write a day that is not earlier; "to" is the last day of it.',
    };
    const isEndless = {
      path: [...path, 'to'],
      message: `the days left out last from ${from} to ${to}`,
      remedy: `Write at most ${mostDaysLeftOut} days; where there is no end yet, add more of them later.`,
    };
    return [
      ...(to < from ? [isBackwards] : []),
      ...(to > addDays(from, mostDaysLeftOut - 1) ? [isEndless] : []),
      ...(declared
        ? named.flatMap((siteGroup, place) =>
            checkReference(siteGroup, declared, [...path, 'siteGroups', place], 'siteGroups'),
          )
        : []),
    ];
  });
}

function checkApproval({ sending, roles }: ProgrammeDraft): ProgrammeProblem[] {
  const approver = sending?.goLiveChecks?.approvedBy.toLowerCase();
  if (approver === undefined || !roles) return [];
  if ((roles.sro ?? []).some(({ aadObjectId }) => aadObjectId.toLowerCase() === approver)) return [];
  return [
    {
      path: ['sending', 'goLiveChecks', 'approvedBy'],
      message: 'checks after go-live need the approval of somebody who holds the role of SRO',
      remedy: 'Write the aadObjectId of somebody under roles.sro, with the day on which they approved.',
    },
  ];
}

function checkAnyTime({ sending, isSynthetic }: ProgrammeDraft): ProgrammeProblem[] {
  if (!sending?.anyTime || isSynthetic) return [];
  return [
    {
      path: ['sending', 'anyTime'],
      message: 'only a programme of invented people may do without quiet hours',
      remedy: 'Leave it out, or write isSynthetic: true where nobody in it is real.',
    },
  ];
}
