/** Writes days, shares, counts and lists the way British readers expect them. */

import type { Instant } from '../domain/instant';

export interface Format {
  /** “Tuesday 24 November”: for days near at hand. */
  day(instant: Instant): string;
  /** “24 November 2026”: for when something began. */
  date(instant: Instant): string;
  /** “Tuesday 24 November 2026”: for what is looked up later. */
  dayAndYear(instant: Instant): string;
  /** “24 Nov 2026”: where there is little room. */
  dayInShort(instant: Instant): string;
  /** “17:00”. */
  time(instant: Instant): string;
  /** The last day on which something that ends at `end` can still be done. */
  lastDay(end: Instant): string;
  /** “62%” for a share from 0 to 1. */
  percent(share: number): string;
  /** “62” for a share from 0 to 1. */
  inHundred(share: number): string;
  count(whole: number): string;
  /** “+12”, “−12” or “0”. */
  signed(value: number): string;
  /** “A, B and C”. */
  list(items: readonly string[]): string;
  plural(count: number, one: string, other: string): string;
}

/** Formatting a day costs more than the rest of a card, and most cards name the same few. */
const daysKept = 500;

function spellOut(
  formatted: readonly Intl.DateTimeFormatPart[],
  parts: readonly Intl.DateTimeFormatPartTypes[],
): string {
  return parts.map((type) => formatted.find((part) => part.type === type)?.value ?? '').join(' ');
}

export function createFormat(locale: string, timeZone: string): Format {
  const days = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const shortDays = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const times = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const wholes = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const signedWholes = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const plurals = new Intl.PluralRules(locale);
  const known = new Map<string, string>();
  const words = (instant: Instant, parts: readonly Intl.DateTimeFormatPartTypes[]) => {
    const key = `${instant} ${parts.length} ${parts[0]}`;
    const found = known.get(key) ?? spellOut(days.formatToParts(new Date(instant)), parts);
    if (known.size >= daysKept) known.clear();
    known.set(key, found);
    return found;
  };
  const day = (instant: Instant) => words(instant, ['weekday', 'day', 'month']);
  return {
    day,
    date: (instant) => words(instant, ['day', 'month', 'year']),
    dayAndYear: (instant) => words(instant, ['weekday', 'day', 'month', 'year']),
    dayInShort: (instant) => shortDays.format(new Date(instant)),
    time: (instant) => times.format(new Date(instant)),
    lastDay: (end) => day(new Date(Date.parse(end) - 1).toISOString() as Instant),
    percent: (share) => percents.format(share),
    inHundred: (share) => wholes.format(share * 100),
    count: (whole) => wholes.format(whole),
    signed: (value) => signedWholes.format(value).replace('-', '−'),
    list: (items) => lists.format(items),
    plural: (count, one, other) => `${wholes.format(count)} ${plurals.select(count) === 'one' ? one : other}`,
  };
}
