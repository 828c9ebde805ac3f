import fc from 'fast-check';
import { hospitalNumbers, patternProblem } from '../../../src/domain/text/hospital-number';

const masked = (pattern: string, text: string) => text.replace(hospitalNumbers(pattern), '#');

it.each([
  ['^\\d{7}$', 'Mr in bay 4, 1234567, seen at 10:15', 'Mr in bay 4, #, seen at 10:15'],
  ['[A-Z]{1,2}\\d{6}', 'ab123456 and K654321.', '# and #.'],
  ['(RZZ|LK)[0-9]{5}', 'LK00123/RZZ99999', '#/#'],
  ['\\d{3}-\\d{4}X?', '(123-4567x)', '(#)'],
  ['H\\/\\d{6}', 'H/123456', '#'],
])('finds %s wherever it stands as a word of its own', (pattern, text, result) => {
  expect(masked(pattern, text)).toBe(result);
});

it('leaves a longer number alone, and a word that only begins like one', () => {
  expect(masked('\\d{7}', '12345678 and A1234567')).toBe('12345678 and A1234567');
});

it.each([
  ['x'.repeat(101), 'tooLong'],
  ['(\\d{7}', 'notUnderstood'],
  ['[Z-A]\\d{6}', 'notUnderstood'],
  ['.{7}', 'notUnderstood'],
  ['(\\d{7})\\1', 'notUnderstood'],
  ['(?=\\d)\\d{7}', 'notUnderstood'],
  ['\\w{7}', 'notUnderstood'],
  ['\\d{7,3}', 'notUnderstood'],
  ['\\d+', 'unbounded'],
  ['[A-Z]*\\d{6}', 'unbounded'],
  ['\\d{7,}', 'unbounded'],
  ['(\\d{1,9}){1,9}', 'nestedQuantifier'],
  ['((a|a)\\d{5}){3}', 'nestedQuantifier'],
  ['(\\d+)+', 'unbounded'],
  ['\\d{1,9}\\d{1,9}\\d{1,9}', 'tooManyWays'],
  ['\\d{4}', 'tooShort'],
  ['', 'tooShort'],
  ['[A-Z]{8}', 'tooFewDigits'],
  ['\\d{7}|[A-Z]{6}', 'tooFewDigits'],
] as const)('refuses %s: %s', (pattern, problem) => {
  expect(patternProblem(pattern)).toBe(problem);
  expect(() => hospitalNumbers(pattern)).toThrow(SyntaxError);
});

it('never takes a pattern that is no regular expression', () => {
  const piece = fc.constantFrom(
    '\\d',
    '[A-Z]',
    '[0-9-]',
    '{2}',
    '{1,3}',
    '(',
    ')',
    '|',
    '?',
    '7',
    '-',
    '\\-',
    '$',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 9 }).map((pieces) => `\\d{6}${pieces.join('')}`),
      (pattern) => {
        if (patternProblem(pattern) === undefined) hospitalNumbers(pattern);
      },
    ),
  );
});
