/** The bank holidays of England and Wales, by their rules and with the days that were proclaimed or moved. */

import type { Day } from '../instant';
import { addDays, weekdayOf } from './local-time';

/** Days that were added once. */
const proclaimed: readonly string[] = [
  '2002-06-03',
  '2011-04-29',
  '2012-06-05',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
];
/** Days that stood in for the one by rule, by that one. */
const moved: Readonly<Record<string, string>> = {
  '2002-05-27': '2002-06-04',
  '2012-05-28': '2012-06-04',
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
};

const monday = 1;
const saturday = 6;
const sunday = 7;
const years = new Map<string, ReadonlySet<Day>>();

/** True on a bank holiday; of one that falls on a weekend, on the day itself and on its substitute. Right from 2000 on, as
 * far as no day is proclaimed after this was written. Source: gov.uk/bank-holidays; Banking and Financial Dealings Act
 * 1971, schedule 1. */
export function isEnglandBankHoliday(day: Day): boolean {
  const year = day.slice(0, 4);
  const known = years.get(year);
  if (known) return known.has(day);
  const holidays = new Set(englandBankHolidays(Number(year)));
  years.set(year, holidays);
  return holidays.has(day);
}

function englandBankHolidays(year: number): readonly Day[] {
  const easter = easterSunday(year);
  return [
    ...withSubstitute(dayIn(year, 1, 1), 0),
    addDays(easter, -2),
    addDays(easter, 1),
    asProclaimed(firstMondayFrom(dayIn(year, 5, 1))),
    asProclaimed(firstMondayFrom(dayIn(year, 5, 25))),
    firstMondayFrom(dayIn(year, 8, 25)),
    // The Monday after a Christmas weekend belongs to the one of the two that is nearer.
    ...withSubstitute(dayIn(year, 12, 25), 1),
    ...withSubstitute(dayIn(year, 12, 26), 1),
    ...proclaimed.filter((day) => day.startsWith(`${year}-`)).map((day) => day as Day),
  ];
}

/** Itself and, on a weekend, the following Monday. `further`: days after that Monday where it falls on a Sunday. */
function withSubstitute(day: Day, further: number): readonly Day[] {
  const weekday = weekdayOf(day);
  if (weekday === saturday) return [day, addDays(day, 2)];
  if (weekday === sunday) return [day, addDays(day, 1 + further)];
  return [day];
}

function asProclaimed(day: Day): Day {
  return (moved[day] ?? day) as Day;
}

function firstMondayFrom(day: Day): Day {
  return addDays(day, (monday - weekdayOf(day) + 7) % 7);
}

function dayIn(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as Day;
}

/** Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  return dayIn(year, Math.floor(sum / 31), (sum % 31) + 1);
}
