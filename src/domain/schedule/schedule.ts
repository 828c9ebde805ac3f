/** When a pulse is asked: once, or again and again, by the wall clock of the programme's time zone. */

import type { Day, Instant } from '../instant';
import type { StageName } from '../programme/stage-name';

/** A day, or the first day of a stage: it moves with the stage. */
export type DayOrStage = Day | StageName;

export interface OnceSchedule {
  readonly kind: 'once';
  readonly on: DayOrStage;
  /** Local time, `HH:MM`. */
  readonly at: string;
}

/** Every so many weeks on one weekday, counted from the first such day on or after `from`. */
export interface WeeklySchedule {
  readonly kind: 'weekly';
  /** 1 to 52. */
  readonly everyWeeks: number;
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  readonly at: string;
  readonly from: DayOrStage;
  /** The last day on which it may run; of a stage, the day before it begins. Absent: without end. */
  readonly until?: DayOrStage;
}

/** Every so many days: what one-question checks after a go-live use. */
export interface DailySchedule {
  readonly kind: 'daily';
  /** 1 to 90. */
  readonly everyDays: number;
  readonly at: string;
  readonly from: DayOrStage;
  readonly until?: DayOrStage;
}

export type Schedule = OnceSchedule | WeeklySchedule | DailySchedule;

/** One run that a schedule has planned. */
export interface PlannedRun {
  readonly at: Instant;
  /** The day that the schedule named, where the run was moved off it. */
  readonly movedFrom?: Day;
  readonly movedBecause?: 'bankHoliday' | 'blackout';
}
