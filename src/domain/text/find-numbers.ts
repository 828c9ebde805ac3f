/** Finds NHS numbers and phone numbers in text that is in its plain form. */

import { type Candidate, findInChains, type Span } from './digit-chains';

/** Ten digits that pass modulus 11, however they are grouped. One random number in eleven passes as well. */
export function findNhsNumbers(plain: string): Span[] {
  return findInChains(plain, 10, (candidate) => isNhsNumber(candidate.digits) && isGrouped(candidate));
}

/** British numbers of 10 or 11 digits with their area code, mobiles also without the zero, and any number that begins
 * with an international prefix. Extensions and bleeps are too short to tell from anything else. */
export function findPhoneNumbers(plain: string): Span[] {
  return findInChains(plain, 17, isPhoneNumber).map(({ start, end }) => ({
    start:
      start - (/[+(\s]{1,3}$/.exec(plain.slice(Math.max(0, start - 3), start))?.[0].trimStart().length ?? 0),
    end,
  }));
}

/** Strokes, lines and brackets stand in an NHS number only where everybody would group it: 3, 3 and 4. */
function isGrouped({ groups, gaps }: Candidate): boolean {
  const lengths = groups.map((group) => group.length).join();
  return lengths === '3,3,4' || gaps.every((gap) => /^[\s.-]*$/.test(gap));
}

/** Modulus 11 over ten digits, weights 10 to 2; a check digit of 10 is never issued. */
function isNhsNumber(digits: string): boolean {
  if (digits.length !== 10) return false;
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

const mostGroups = 6;

function isPhoneNumber({ digits, groups, gaps, before }: Candidate): boolean {
  const [first = ''] = groups;
  const isSpelt = groups.every((group) => group.length === 1) && digits.length >= 10;
  if (groups.length > mostGroups && !isSpelt) return false;
  if (/\+[\s(]{0,2}$/.test(before)) return digits.length >= 8 && digits.length <= 15;
  if (/^00[1-9]/.test(digits)) return first.startsWith('00') && digits.length >= 11;
  const isDecimal = first === '0' && gaps[0] === '.';
  if (/^0[1-9]/.test(digits))
    return !isDecimal && (digits.length === 11 || (digits.length === 10 && !isSpelt));
  if (digits.length !== 10) return false;
  if (digits.startsWith('7')) return first.length >= 3 && groups.length <= 3;
  return groups.map((group) => group.length).join() === '3,3,4' && gaps.some((gap) => /[-)]/.test(gap));
}
