/** Understands until when somebody says they are away, in the words they use for a day. */

import { addDays, weekdayOf } from '../calendar/local-time';
import type { Day } from '../instant';

export type LastDayAway =
  | { readonly outcome: 'until'; readonly day: Day }
  | { readonly outcome: 'unreadable' | 'past' | 'tooFar' };

const mostDays = 366;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `Friday`, `24 December`, `December 24th 2026`, `24/12/2026`, `2026-12-24`, `today` or `tomorrow`. A weekday is the next
 * such day after `today`; a day without a year the next such day from `today` on. Past days, and days more than a year
 * ahead, are told apart from what is no day at all. Day comes before month, as the British write it. */
export function readLastDay(words: string, today: Day): LastDayAway {
  const day = dayIn(words.trim().toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' '), today);
  if (!day) return { outcome: 'unreadable' };
  if (day < today) return { outcome: 'past' };
  return day > addDays(today, mostDays) ? { outcome: 'tooFar' } : { outcome: 'until', day };
}

function dayIn(words: string, today: Day): Day | undefined {
  if (words === 'today') return today;
  if (words === 'tomorrow') return addDays(today, 1);
  const weekday = indexOf(weekdays, words.replace(/^(next|this) /, ''));
  if (weekday !== undefined) return addDays(today, ((weekday + 1 - weekdayOf(today) + 6) % 7) + 1);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return dayOfParts(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?$/.exec(words);
  if (slashed) return onwards(Number(slashed[1]), Number(slashed[2]), slashed[3], today);
  return namedDay(words, today);
}

function namedDay(words: string, today: Day): Day | undefined {
  const dayFirst = /^(?:[a-z]+ )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)(?: (\d{4}))?$/.exec(words);
  const monthFirst = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(words);
  const [day, month, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : [];
  const index = month === undefined ? undefined : indexOf(months, month);
  return index === undefined ? undefined : onwards(Number(day), index + 1, year, today);
}

function onwards(day: number, month: number, year: string | undefined, today: Day): Day | undefined {
  if (year !== undefined) return dayOfParts(Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const found = [0, 1, 2, 3, 4, 5, 6, 7, 8]
    .map((ahead) => dayOfParts(thisYear + ahead, month, day))
    .filter((one) => one !== undefined);
  return found.find((one) => one >= today);
}

/** Undefined for a day that no calendar has, such as 31 April. */
function dayOfParts(year: number, month: number, day: number): Day | undefined {
  const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  const epochMs = Date.parse(`${text.join('-')}T00:00:00.000Z`);
  const isReal = !Number.isNaN(epochMs) && new Date(epochMs).getUTCDate() === day;
  return isReal ? (text.join('-') as Day) : undefined;
}

/** A name in full or from its first three letters on. */
function indexOf(names: readonly string[], word: string): number | undefined {
  if (word.length < 3) return undefined;
  const index = names.findIndex((name) => name.startsWith(word));
  return index === -1 ? undefined : index;
}
