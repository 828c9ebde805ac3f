/** Schedules that would never run, or whose waves would be in each other's way, and checks that are more than one question. */

import { lastCheckDay } from '../pulse/may-open-check';
import type { PulseDefinition } from '../pulse/question';
import { intervalDaysOf, occurrencesFrom } from '../schedule/occurrences';
import { firstDayOf, isDay, lastDayOf } from '../schedule/resolve-day';
import type { DayOrStage, Schedule } from '../schedule/schedule';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

/** Checks after a go-live come this many days apart at the least. */
export const leastDaysBetweenChecks = 3;

type Path = readonly (string | number)[];
type Stages = NonNullable<ProgrammeDraft['stages']>;

/** Of the pulse at `path`. What hangs on stages is checked where the stages could be read. */
export function checkSchedule(
  { schedule, isCheck, questions, openForDays }: PulseDefinition,
  stages: Stages | undefined,
  path: Path,
): ProgrammeProblem[] {
  const problems: ProgrammeProblem[] = [];
  if (isCheck && questions.length !== 1) {
    problems.push({
      path: [...path, 'questions'],
      message: `a check after go-live asks one question, not ${questions.length}`,
      remedy: 'Keep one, or take out "isCheck".',
    });
  }
  if (!schedule) return problems;
  const at = [...path, 'schedule'];
  if (schedule.kind !== 'once') {
    problems.push(...checkInterval(intervalDaysOf(schedule), openForDays, isCheck ?? false, path));
  }
  return stages ? [...problems, ...checkDays(schedule, stages, isCheck ?? false, at)] : problems;
}

function checkInterval(
  interval: number,
  openForDays: number,
  isCheck: boolean,
  path: Path,
): ProgrammeProblem[] {
  const problems: ProgrammeProblem[] = [];
  if (isCheck && interval < leastDaysBetweenChecks) {
    problems.push({
      path: [...path, 'schedule', 'every'],
      message: `checks after go-live come at most every ${leastDaysBetweenChecks} days`,
      remedy: `Write "every: ${leastDaysBetweenChecks} days" or more.`,
    });
  }
  if (openForDays >= interval) {
    problems.push({
      path: [...path, 'openForDays'],
      message: `a wave that is open for ${openForDays} days would be in the way of the next one, ${interval} days later`,
      remedy: `Make openForDays at most ${interval - 1}, or the interval longer.`,
    });
  }
  return problems;
}

function checkDays(schedule: Schedule, stages: Stages, isCheck: boolean, path: Path): ProgrammeProblem[] {
  const named: readonly (readonly [string, DayOrStage | undefined])[] =
    schedule.kind === 'once'
      ? [['once', schedule.on]]
      : [
          ['from', schedule.from],
          ['until', schedule.until],
        ];
  const unknown = named.filter(([, day]) => day && !isDay(day) && !stages.some(({ name }) => name === day));
  if (unknown.length > 0) {
    return unknown.map(([key, day]) => ({
      path: [...path, key],
      message: `the programme has no stage "${day}"`,
      remedy: 'Declare it under stages with the day it begins, or write a day.',
    }));
  }
  if (schedule.kind === 'once') return [];
  const from = firstDayOf(schedule.from, { stages });
  const [first] = from ? occurrencesFrom(schedule, { stages }, from) : [];
  const last = schedule.until && lastDayOf(schedule.until, { stages });
  if (!first) {
    return [
      {
        path: [...path, 'until'],
        message: `it would never run: it ends on ${last}, and begins ${from && last && from > last ? `only on ${from}` : 'too late for its first day of the week'}`,
        remedy: 'Write a later day; until a stage is until the day before it begins.',
      },
    ];
  }
  const lastCheck = isCheck ? lastCheckDay({ stages }) : undefined;
  if (lastCheck && (last === undefined || last > lastCheck)) {
    return [
      {
        path: [...path, ...(schedule.until === undefined ? [] : ['until'])],
        message: `checks after go-live end on ${lastCheck}, four weeks after it`,
        remedy: `Write "until: ${lastCheck}" or an earlier day.`,
      },
    ];
  }
  return [];
}
