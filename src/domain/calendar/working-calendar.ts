/** When people are at work: the hours, the days and the bank holidays that deadlines are counted in. */

import type { Day } from '../instant';
import type { Programme } from '../programme/programme';

export interface WorkingCalendar {
  /** An IANA name, such as `Europe/London`. */
  readonly timeZone: string;
  /** Minutes after local midnight. */
  readonly opensAt: number;
  /** Minutes after local midnight, later than `opensAt`. */
  readonly closesAt: number;
  /** 1 is Monday, 7 Sunday. */
  readonly weekdays: ReadonlySet<number>;
  isBankHoliday(day: Day): boolean;
}

/** What of a programme its calendar follows from. */
export type CalendarOwner = Pick<Programme, 'timeZone' | 'workingHours'>;
