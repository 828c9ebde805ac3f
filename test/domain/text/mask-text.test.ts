/** Nothing that points to a patient or a person survives masking; ordinary words do. */

import fc from 'fast-check';
import { maskText } from '../../../src/domain/text/mask-text';

const given = (words: string) => maskText(words, '[A-Z]\\d{6}|RZZ ?\\d{7}');

describe('masking', () => {
  it.each([
    ['Patient 943 476 5919 fell', 'nhsNumber'],
    ['nhs no 9434765919.', 'nhsNumber'],
    ['943/476/5919', 'nhsNumber'],
    ['(943) 476-5919', 'nhsNumber'],
    ['NHS９４３４７６５９１９', 'nhsNumber'],
    ['٩٤٣ ٤٧٦ ٥٩١٩', 'nhsNumber'],
    ['943\u200b476\u00ad5919', 'nhsNumber'],
    ['bed 12 943 476 5919 14 today', 'nhsNumber'],
    ['born 03/04/1961', 'dateOfBirth'],
    ['DOB 3rd April 1961', 'dateOfBirth'],
    ['1961-04-03', 'dateOfBirth'],
    ['03APR1961', 'dateOfBirth'],
    ['the third, 13/4/61,', 'dateOfBirth'],
    ['4/13/1961', 'dateOfBirth'],
    ['D.O.B.: 3 4 61', 'dateOfBirth'],
    ['dob 030461', 'dateOfBirth'],
    ['born in April 1961', 'dateOfBirth'],
    ['born 1961', 'dateOfBirth'],
    ['ring 07700 900123 please', 'phoneNumber'],
    ['+44 20 7946 0018', 'phoneNumber'],
    ['+44 (0)20 7946 0018', 'phoneNumber'],
    ['0044 7700900123', 'phoneNumber'],
    ['(01632) 960 983', 'phoneNumber'],
    ['7700 900123', 'phoneNumber'],
    ['+353 1 496 0123', 'phoneNumber'],
    ['room 12 07700 900123 09:30', 'phoneNumber'],
    ['write to jo.o\u2019neil@example.nhs.uk', 'emailAddress'],
    ['jo＠example．nhs．uk', 'emailAddress'],
    ['jo.bloggs @nhs.net', 'emailAddress'],
    ['k123456 on the list', 'hospitalNumber'],
    ['RZZ 1234567', 'hospitalNumber'],
  ])('takes out %s', (text, kind) => {
    const masked = given(text);
    expect(masked.kinds).toEqual([kind]);
    expect(masked.text).not.toMatch(/\p{Nd}{3}/u);
    expect(masked.text).not.toMatch(/[@＠]/);
  });

  it.each([
    'The Wi-Fi drops on ward 12 every night after 02:00.',
    'Give 500 mg paracetamol 4 times a day, max 4 g in 24 hours.',
    'paracetamol 1 g at 14:00',
    'Observations 120/80, sats 94 to 98, temp 37.5.',
    'BP 120/80 HR 72 RR 18 sats 96% on 2 l',
    'bay 4 bed 12',
    'beds 3, 4, 12 and 14',
    'off for 2/7, back in 3/52',
    'Wave 3 of 4; NEWS 7; GCS 15/15',
    'Version 10.2.1 was better than v10.2.15, and release 1.2.34 than either.',
    'Log-in took 14 minutes; 3 of 7 devices work in bay 2.',
    'Enoxaparin 1.5 mg/kg once daily for 10 days',
    'Give 1 decongestant 20 mg and 2 augmentin 62 hours apart',
    'go-live in April 2027, or by 18 January',
    'bleep 2345 or extension 4521',
    'between 09.00 and 17.30 on 5-6 wards',
    'We meet @ 14.00 in room G.12',
    'Insulin 0.5 0.25 0.125 units',
    '4½ hours, 10⁹/l, 20 m²',
    'address 10.2.10.45, port 8080',
    'ICD-10 code S72.0, OPCS W37.1',
  ])('leaves alone: %s', (text) => {
    expect(given(text)).toEqual({ text, kinds: [] });
  });

  it('says what was found, each kind once, and keeps the words around it', () => {
    expect(given('Mr X, K123456, 943 476 5919, 943-476-5919: call 020 7946 0018!')).toEqual({
      text: 'Mr X, [hospital number removed], [NHS number removed], [NHS number removed]: call [phone number removed]!',
      kinds: ['nhsNumber', 'hospitalNumber', 'phoneNumber'],
    });
  });

  it('takes a time that grows with the length alone', () => {
    const hostile = ['1 ', '0-', 'a.', '@', '1.1/', 'born ', '07', 'K1'].map((part) =>
      part.repeat(4_000 / part.length),
    );
    for (const text of hostile) expect(given(text).text).not.toBe('');
  });
});

const separators = [' ', '.', '-', '\u00a0', '\u2009', ' - ', '–', '\u202f', '  ', ''];
const fullWidth = (digits: string) =>
  [...digits].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
const someDigits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

const nhsNumber = someDigits(9)
  .map((nine) => {
    const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
    return `${nine}${(11 - (sum % 11)) % 11}`;
  })
  .filter((number) => number.length === 10);

/** The digits in groups of any length, parted by any of these. */
const grouped = (digits: fc.Arbitrary<string>, parts: readonly string[]) =>
  fc
    .tuple(digits, fc.array(fc.constantFrom(...parts), { minLength: 20, maxLength: 20 }), fc.boolean())
    .map(([number, gaps, isWide]) => {
      const text = isWide ? fullWidth(number) : number;
      return [...text].map((digit, index) => `${index === 0 ? '' : (gaps[index] ?? '')}${digit}`).join('');
    });

const born = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 1910, max: 2026 }),
});
const two = (number: number) => String(number).padStart(2, '0');
const monthsInFull = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
type Born = typeof born extends fc.Arbitrary<infer T> ? T : never;
const inFull = ({ month }: Born) => monthsInFull[month - 1] ?? '';
const ordinalOf = (day: number) =>
  `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`;
const writings: readonly ((date: Born) => string)[] = [
  ({ day, month, year }) => `${two(day)}/${two(month)}/${year}`,
  ({ day, month, year }) => `${day}/${month}/${year}`,
  ({ day, month, year }) => `${day}/${month}/${two(year % 100)}`,
  ({ day, month, year }) => `${two(month)}/${two(day)}/${year}`,
  ({ day, month, year }) => `${two(day)}-${two(month)}-${year}`,
  ({ day, month, year }) => `${day}-${month}-${two(year % 100)}`,
  ({ day, month, year }) => `${two(day)}.${two(month)}.${year}`,
  ({ day, month, year }) => `${day}.${month}.${two(year % 100)}`,
  ({ day, month, year }) => `${two(day)} ${two(month)} ${year}`,
  ({ day, month, year }) => `${two(day)} / ${two(month)} / ${year}`,
  ({ day, month, year }) => `${two(day)}${two(month)}${year}`,
  ({ day, month, year }) => `${year}-${two(month)}-${two(day)}`,
  ({ day, month, year }) => `${year}/${month}/${day}`,
  ({ day, month, year }) => `${year}${two(month)}${two(day)}`,
  (date) => `${date.day} ${inFull(date)} ${date.year}`,
  (date) => `${ordinalOf(date.day)} of ${inFull(date)}, ${date.year}`,
  (date) => `${date.day} ${inFull(date).slice(0, 3)} ${two(date.year % 100)}`,
  (date) => `${two(date.day)}-${inFull(date).slice(0, 3).toUpperCase()}-${date.year}`,
  (date) => `${inFull(date)} ${ordinalOf(date.day)}, ${date.year}`,
  (date) => `${inFull(date).slice(0, 3).toLowerCase()} ${date.day} ’${two(date.year % 100)}`,
  (date) => `${date.year} ${inFull(date)} ${date.day}`,
  ({ day, month, year }) => `DOB: ${day} ${month} ${two(year % 100)}`,
  ({ day, month, year }) => `dob ${two(day)}${two(month)}${two(year % 100)}`,
  (date) => `born in ${inFull(date)} ${date.year}`,
];

const subscriber = someDigits(9).map((nine) => nine.replace(/^0/, '7'));
const phoneWritings: readonly ((nine: string) => string)[] = [
  (nine) => `0${nine.slice(0, 4)} ${nine.slice(4)}${nine[0]}`,
  (nine) => `0${nine}${nine[0]}`,
  (nine) => `0${nine.slice(0, 4)}-${nine.slice(4, 7)}-${nine.slice(7)}1`,
  (nine) => `(0${nine.slice(0, 3)}) ${nine.slice(3, 6)} ${nine.slice(6)}4`,
  (nine) => `0${nine.slice(0, 2)}.${nine.slice(2, 6)}.${nine.slice(6)}2`,
  (nine) => `+44 ${nine.slice(0, 4)} ${nine.slice(4)}8`,
  (nine) => `+44${nine}5`,
  (nine) => `+44 (0) ${nine.slice(0, 4)} ${nine.slice(4)}6`,
  (nine) => `0044\u00a0${nine.slice(0, 4)}\u00a0${nine.slice(4)}6`,
  (nine) => `+1 (${nine.slice(0, 3)}) ${nine.slice(3, 6)}-${nine.slice(6)}3`,
  (nine) => fullWidth(`0${nine}${nine[0]}`),
  (nine) => [...`0${nine}7`].join(' '),
];

const around = fc.tuple(
  fc.constantFrom('', 'Pt ', 'Bed 12: ', 'see ', '(', 'ward 4, ', '“', 'NHS no.'),
  fc.constantFrom('', '.', ' on ward 4', ', then', ')', '?', '\nbay 2', '”'),
);
const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/g, '');

describe('masking, whatever the writing', () => {
  it('leaves no valid NHS number', () => {
    const written = fc.oneof(
      grouped(nhsNumber, separators),
      nhsNumber.map((ten) => `${ten.slice(0, 3)} ${ten.slice(3, 6)} ${ten.slice(6)}`),
    );
    fc.assert(
      fc.property(written, around, (number, [before, after]) => {
        const masked = maskText(`${before}${number}${after}`);
        expect(masked.kinds).toContain('nhsNumber');
        expect(digitsOf(masked.text)).not.toContain(digitsOf(number));
      }),
      { numRuns: 90 },
    );
  });

  it('leaves no date of birth', () => {
    const written = fc.tuple(born, fc.constantFrom(...writings), fc.boolean());
    fc.assert(
      fc.property(written, around, ([date, write, isNarrow], [before, after]) => {
        const text = isNarrow ? write(date).replace(/ /g, '\u00a0') : write(date);
        const masked = maskText(`${before}${text}${after}`);
        expect(masked.kinds).not.toEqual([]);
        expect(masked.text).not.toContain(text);
        expect(masked.text).not.toMatch(new RegExp(`(?<!\\d)${date.year}(?!\\d)`));
      }),
      { numRuns: 90 },
    );
  });

  it('leaves no phone number', () => {
    fc.assert(
      fc.property(subscriber, fc.constantFrom(...phoneWritings), around, (nine, write, [before, after]) => {
        const masked = maskText(`${before}${write(nine)}${after}`);
        // Some pass modulus 11, or read as a date, and are taken out as that.
        expect(masked.kinds).not.toEqual([]);
        expect(digitsOf(masked.text)).not.toContain(nine);
      }),
      { numRuns: 90 },
    );
  });

  it('leaves no e-mail address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), around, (email, [before, after]) => {
        const masked = maskText(`${before}${email}${after}`);
        expect(masked.kinds).toContain('emailAddress');
        expect(masked.text).not.toContain('@');
      }),
      { numRuns: 90 },
    );
  });

  it('finds nothing in what it has masked', () => {
    const piece = fc.constantFrom(
      '1',
      '0',
      '7',
      '9',
      ' ',
      '.',
      '-',
      '/',
      'born',
      'May',
      '@a.uk',
      '+',
      '61',
      'K',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const once = given(pieces.join(''));
        expect(given(once.text)).toEqual({ text: once.text, kinds: [] });
      }),
      { numRuns: 90 },
    );
  });

  it('leaves ordinary clinical sentences and doses alone', () => {
    const small = (most: number) => fc.integer({ min: 1, max: most });
    const sentence = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('paracetamol', 'amoxicillin', 'bisoprolol', 'morphine', 'insulin'),
          fc.constantFrom(0.5, 1, 1.25, 2.5, 5, 10, 20, 62.5, 250, 500, 1000),
          fc.constantFrom('mg', 'g', 'micrograms', 'units', 'ml/h', 'mg/kg'),
          small(23),
          fc.constantFrom('00', '15', '30', '45'),
        )
        .map(([drug, dose, unit, hour, minute]) => `Give ${drug} ${dose} ${unit} at ${two(hour)}:${minute}.`),
      fc
        .tuple(small(220), small(120), small(180), small(40), small(100))
        .map(
          ([high, low, pulse, breaths, sats]) =>
            `BP ${high}/${low}, HR ${pulse}, RR ${breaths}, sats ${sats}%.`,
        ),
      fc
        .tuple(small(12), small(40), small(20))
        .map(([bay, bed, news]) => `bay ${bay} bed ${bed}, NEWS ${news}`),
      fc.tuple(small(6), small(9)).map(([days, weeks]) => `Review in ${days}/7, clinic in ${weeks}/52.`),
      fc
        .tuple(small(30), small(20), small(9))
        .map(([a, b, c]) => `Version ${a}.${b}.${c} of the form is slow.`),
      fc
        .tuple(small(9), small(30))
        .map(([wave, pages]) => `Wave ${wave} took ${pages} clicks over 3-4 minutes.`),
      fc
        .tuple(small(400), small(99))
        .map(([min, pc]) => `Log-in took ${min} s; ${pc}% of 12 PCs work, 4 of 7 print.`),
      fc
        .tuple(small(12), small(59))
        .map(([hour, minute]) => `From ${hour}.${two(minute)} to ${hour + 8}pm on nights`),
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
        const text = sentences.join(' ');
        expect(maskText(text)).toEqual({ text, kinds: [] });
      }),
      { numRuns: 90 },
    );
  });
});
