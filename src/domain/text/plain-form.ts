/** The same text as plain as it can be written, so that a number in wide digits or with hidden spaces is found too. */

export interface PlainForm {
  readonly plain: string;
  /** For each place in `plain`, where in the original it begins; one more for the end. */
  readonly origins: readonly number[];
}

const alreadyPlain = /^[\t\n\r\x20-\x7e]*$/;
/** Seen by nobody: soft hyphens, joiners, marks of direction, variation selectors. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const dash = /[\p{Pd}\u2212\u02d7]/u;
const dot = /[\u00b7\u2022\u2024\u2027\u3002\uff61\u30fb]/u;

/** Digits of every script as 0 to 9, every space as one, every dash as a hyphen; what cannot be seen is left out. */
export function plainForm(text: string): PlainForm {
  if (alreadyPlain.test(text)) {
    return { plain: text, origins: Array.from({ length: text.length + 1 }, (_, index) => index) };
  }
  let plain = '';
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    const form = plainCharacter(character);
    for (let unit = 0; unit < form.length; unit += 1) origins.push(at);
    plain += form;
    at += character.length;
  }
  return { plain, origins: [...origins, text.length] };
}

function plainCharacter(character: string): string {
  if (character <= '\x7e') return character;
  if (dash.test(character)) return '-';
  if (invisible.test(character)) return '';
  if (/\s/u.test(character)) return ' ';
  if (dot.test(character)) return '.';
  if (/\p{Nd}/u.test(character)) return String(digitOf(character));
  const folded = character.normalize('NFKC');
  return /\p{No}/u.test(character) || folded.length !== 1 ? character : folded;
}

/** The decimal digits of a script stand side by side from 0 to 9. */
function digitOf(character: string): number {
  const folded = character.normalize('NFKC');
  if (/^\d$/.test(folded)) return Number(folded);
  const code = character.codePointAt(0) ?? 0;
  let digit = 0;
  while (digit < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - digit - 1))) digit += 1;
  return digit;
}
