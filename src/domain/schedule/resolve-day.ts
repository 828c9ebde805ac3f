/** The days that a schedule means: a stage's name stands for the day on which it begins, and moves with it. */

import { addDays } from '../calendar/local-time';
import type { Day } from '../instant';
import type { Programme } from '../programme/programme';
import type { DayOrStage } from './schedule';

type Stages = Pick<Programme, 'stages'>;

/** Undefined for a stage that the programme does not have. */
export function firstDayOf(named: DayOrStage, { stages }: Stages): Day | undefined {
  return isDay(named) ? named : stages.find(({ name }) => name === named)?.startsOn;
}

/** The last day "until" it: that day itself, or the day before a stage begins. Undefined for a stage that the programme
 * does not have. */
export function lastDayOf(named: DayOrStage, programme: Stages): Day | undefined {
  const day = firstDayOf(named, programme);
  return day && !isDay(named) ? addDays(day, -1) : day;
}

/** False for the name of a stage. */
export function isDay(named: DayOrStage): named is Day {
  return /^\d/.test(named);
}
