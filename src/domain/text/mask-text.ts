/** Takes out of free text what could point to a patient or a person, before anything is stored or logged. */

export const maskedKinds = ['nhsNumber', 'dateOfBirth', 'phoneNumber', 'emailAddress'] as const;
export type MaskedKind = (typeof maskedKinds)[number];

export interface MaskedText {
  readonly text: string;
  /** What was found, each kind once. */
  readonly kinds: readonly MaskedKind[];
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const day = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const month = `(?:0?[1-9]|1[0-2]|(?:${months})[a-z]*)`;
const year = '(?:19|20)?\\d{2}';
const separator = '\\s*[-/. ,]\\s*';

const patterns: readonly (readonly [MaskedKind, RegExp, (match: string) => boolean])[] = [
  ['emailAddress', /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, () => true],
  ['nhsNumber', /(?<!\d)\d{3}[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/g, isNhsNumber],
  ['phoneNumber', /(?<![\d.])(?:\+44|0044|\(?0)(?:[\s().-]*\d){9,10}(?!\d)/g, () => true],
  [
    'dateOfBirth',
    new RegExp(`(?<!\\d)${day}${separator}(?:of )?${month}${separator}${year}(?!\\d)`, 'gi'),
    () => true,
  ],
  [
    'dateOfBirth',
    /(?<!\d)(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)/g,
    () => true,
  ],
];

const markers: Readonly<Record<MaskedKind, string>> = {
  nhsNumber: '[NHS number removed]',
  dateOfBirth: '[date removed]',
  phoneNumber: '[phone number removed]',
  emailAddress: '[e-mail address removed]',
};

export function maskText(text: string): MaskedText {
  const kinds = new Set<MaskedKind>();
  let masked = text;
  for (const [kind, pattern, isReal] of patterns) {
    masked = masked.replace(pattern, (match) => {
      if (!isReal(match)) return match;
      kinds.add(kind);
      return markers[kind];
    });
  }
  return { text: masked, kinds: maskedKinds.filter((kind) => kinds.has(kind)) };
}

/** Modulus 11 over ten digits, weights 10 to 2; a check digit of 10 is never issued. */
function isNhsNumber(candidate: string): boolean {
  const digits = candidate.replace(/\D/g, '');
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
