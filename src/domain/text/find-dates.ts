/** Finds whole dates, which may be a date of birth, in text that is in its plain form. */

import type { Span } from './digit-chains';

const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const monthNumber = String.raw`(?:0?[1-9]|1[0-2])`;
const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const century = String.raw`(?:1[89]|20)\d{2}`;
const year = String.raw`(?:${century}|['’]?\d{2})`;
const ordinal = String.raw`(?:\s?(?:st|nd|rd|th))?`;
const gap = String.raw`[\s,.\-/]{0,3}`;
const notInNumber = String.raw`(?<!\d|\d[./-])`;
const endsNumber = String.raw`(?!\d|[./-]\d)`;
/** A version or a release is no date. */
const notVersion = String.raw`(?<!\b(?:v|ver|version|versions|release|build|update|upgrade)\.?\s?)`;

/** In digits, day or month first, one separator throughout: short years not with a space, which parts a list of numbers. */
const inDigits = ['/', '-', String.raw`\.`].flatMap((sign) => {
  const parted = String.raw`\s?${sign}\s?`;
  return [
    String.raw`${notVersion}(?<!\d)(?:${day}${parted}${monthNumber}|${monthNumber}${parted}${day})${parted}${century}(?!\d)`,
    String.raw`${notVersion}${notInNumber}(?:${day}${parted}${monthNumber}|${monthNumber}${parted}${day})${parted}\d{2}${endsNumber}`,
    String.raw`(?<!\d)${century}${parted}${monthNumber}${parted}${day}(?!\d)`,
  ];
});
const spaced = [
  String.raw`(?<!\d|\d\.)${day}\s${monthNumber}\s${century}(?!\d)`,
  String.raw`(?<!\d)${century}\s${monthNumber}\s${day}(?!\d)`,
];
const unparted = [
  String.raw`(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d)`,
  String.raw`(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)`,
];
const inWords = [
  // A number before the month may be a bed: what follows the month is then the day.
  String.raw`(?<!\d)(?:${day}${gap}|(?<!\p{L}))${monthName}${gap}${day}${ordinal}[\s,.\-/]{1,3}${year}(?!\d)`,
  String.raw`(?<!\d)${day}${ordinal}${gap}(?:of\s)?${monthName}${gap}${year}(?!\d|st|nd|rd|th)`,
  String.raw`(?<!\d)${century}${gap}${monthName}${gap}${day}${ordinal}(?!\d)`,
];

/** After words that announce a date of birth even a part of one, or an unusual writing, is one. */
const birth = String.raw`(?<=\b(?:d\.?\s?o\.?\s?b\.?|born|birth(?:day|date)?|date of birth)(?:\s(?:is|was|on|in|of))?[\s:=,.(-]{0,4})`;
const sign = String.raw`[\s./,-]{0,3}`;
const announced = [
  String.raw`${birth}(?:${day}${ordinal}${sign})?${monthName}${sign}${year}(?!\d)`,
  String.raw`${birth}\d{1,4}${sign}\d{1,2}${sign}\d{2,4}(?!\d)`,
  String.raw`${birth}\d{6}(?!\d)`,
  String.raw`${birth}(?:${day}${sign}${monthNumber}|${century})(?!\d)`,
];

const anyOf = (writings: readonly string[]) => new RegExp(writings.join('|'), 'giu');
const afterBirth = anyOf([...announced, ...inDigits, ...spaced, ...unparted, ...inWords]);
const withMonths = anyOf([...inDigits, ...spaced, ...unparted, ...inWords]);
const withoutMonths = anyOf([...inDigits, ...spaced, ...unparted]);
const announces = /born|birth|d\.?\s?o\.?\s?b/iu;
const namesMonth = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/iu;

/** Day, month and year, in any order and writing people use; after "born" or "DOB" parts of a date too. */
export function findDates(plain: string): Span[] {
  // Most texts announce no birth and name no month, and are looked through in a third of the time.
  const dates = announces.test(plain) ? afterBirth : namesMonth.test(plain) ? withMonths : withoutMonths;
  return [...plain.matchAll(dates)].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}
