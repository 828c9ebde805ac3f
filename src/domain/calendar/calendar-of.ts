/** The calendar in which a programme's deadlines are counted. */

import type { WorkingHours } from '../programme/programme';
import { isEnglandBankHoliday } from './england-bank-holidays';
import type { CalendarOwner, WorkingCalendar } from './working-calendar';

const usualHours: WorkingHours = {
  opensAt: '09:00',
  closesAt: '17:00',
  weekdays: [1, 2, 3, 4, 5],
  bankHolidays: 'england',
};

/** Nine to five, Monday to Friday, with England's bank holidays, unless the programme says otherwise. A programme's own
 * list of days takes the place of England's.
 * @throws RangeError when it would never open. */
export function calendarOf({ timeZone, workingHours = usualHours }: CalendarOwner): WorkingCalendar {
  const { bankHolidays } = workingHours;
  const opensAt = minutesOf(workingHours.opensAt);
  const closesAt = minutesOf(workingHours.closesAt);
  const weekdays = new Set(workingHours.weekdays);
  if (!(opensAt < closesAt) || weekdays.size === 0) throw new RangeError('a calendar without working time');
  const listed = bankHolidays === 'england' ? undefined : new Set(bankHolidays);
  return {
    timeZone,
    opensAt,
    closesAt,
    weekdays,
    isBankHoliday: (day) => (listed ? listed.has(day) : isEnglandBankHoliday(day)),
  };
}

/** Minutes after midnight of `HH:MM`; `24:00` is the end of the day. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
