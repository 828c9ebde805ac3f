/** Whether a programme hangs together: everything it names is declared, and the figures can protect people. */

import { checkChampions } from './check-champions';
import { checkDirectory } from './check-directory';
import { checkEscalationPolicy } from './check-escalation-policy';
import { checkGates } from './check-gates';
import { checkHeadcounts } from './check-headcounts';
import { checkPlaces } from './check-places';
import { checkPulses } from './check-pulses';
import { checkReviewPolicy } from './check-review-policy';
import { checkRoles } from './check-roles';
import { checkSafety } from './check-safety';
import { checkSending } from './check-sending';
import { checkStaff } from './check-staff';
import { checkWorkingHours } from './check-working-hours';
import { findDuplicates } from './find-duplicates';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

/** k: no smaller group may ever be shown. */
export const lowestMinimumGroupSize = 5;

/** Every problem at once, in the order of the sections; none means that the programme may be stored. Sections that
 * are absent are not checked, nor are references to them. */
export function checkProgramme(programme: ProgrammeDraft): ProgrammeProblem[] {
  return [
    ...checkFigures(programme),
    ...checkTimeZone(programme),
    ...checkPlaces(programme),
    ...checkStaff(programme),
    ...findDuplicates(programme.stages ?? [], 'name', ['stages'], 'stage'),
    ...checkRoles(programme),
    ...checkChampions(programme),
    ...checkPulses(programme),
    ...checkGates(programme),
    ...checkDirectory(programme),
    ...checkHeadcounts(programme),
    ...checkEscalationPolicy(programme),
    ...checkWorkingHours(programme),
    ...findDuplicates(programme.workflows ?? [], 'id', ['workflows'], 'workflow'),
    ...checkReviewPolicy(programme),
    ...checkSending(programme),
    ...checkSafety(programme),
  ];
}

function checkFigures({ minimumGroupSize, confidenceFloor }: ProgrammeDraft): ProgrammeProblem[] {
  const problems: ProgrammeProblem[] = [];
  if (minimumGroupSize !== undefined && !(minimumGroupSize >= lowestMinimumGroupSize)) {
    problems.push({
      path: ['minimumGroupSize'],
      message: `a group of fewer than ${lowestMinimumGroupSize} would give people away, so ${minimumGroupSize} is too low`,
      remedy: `Write ${lowestMinimumGroupSize} or more; 11 is usual.`,
    });
  }
  if (confidenceFloor !== undefined && !(confidenceFloor >= 0 && confidenceFloor <= 1)) {
    problems.push({
      path: ['confidenceFloor'],
      message: `the floor is a share from 0 to 1, not ${confidenceFloor}`,
      remedy: 'Write 60 % as 0.6.',
    });
  }
  return problems;
}

function checkTimeZone({ timeZone }: ProgrammeDraft): ProgrammeProblem[] {
  if (timeZone === undefined || isTimeZone(timeZone)) return [];
  return [
    {
      path: ['timeZone'],
      message: `"${timeZone}" is not a time zone`,
      remedy: 'Use a name such as Europe/London.',
    },
  ];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
