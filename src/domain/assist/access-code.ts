/** One-time codes that people read off a slip and type on somebody else's phone: short, and hard to mistake. */

/** No two of these look alike, so a letter is never taken for a digit. There are 31, a prime: see `checkOf`. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const size = alphabet.length;
const drawn = 7;

/** Seven characters drawn by chance (35 bits) and one to check them by.
 * @param randomHex at least 100 random bits in hexadecimal: so many that what is left over favours no code. */
export function accessCodeOf(randomHex: string): string {
  let rest = BigInt(`0x${randomHex.replace(/-/g, '')}`);
  let code = '';
  for (let place = 0; place < drawn; place += 1) {
    code += alphabet[Number(rest % BigInt(size))];
    rest /= BigInt(size);
  }
  return code + checkOf(code);
}

/** The code that somebody typed, whatever they did with capitals, spaces and hyphens, or their phone with dashes; undefined for what cannot be one,
 * such as any code with one wrong character or two neighbours changed over. */
export function readAccessCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  const isSpelt = code.length === drawn + 1 && [...code].every((character) => alphabet.includes(character));
  return isSpelt && checkOf(code.slice(0, drawn)) === code.at(-1) ? code : undefined;
}

/** As it is printed: two groups of four. */
export function spellAccessCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The sum of the characters, the first counted once, the second twice and so on, modulo 31: because 31 is a prime, every
 * single wrong character and every change-over of neighbours gives another one. */
function checkOf(code: string): string {
  const sum = [...code].reduce(
    (left, character, place) => left + (place + 1) * alphabet.indexOf(character),
    0,
  );
  return alphabet[sum % size] ?? '';
}
