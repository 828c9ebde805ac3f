/** Words that a person might type where they should not, each set its own, so that a find says where it came from. */

export interface TypedWords {
  /** As typed. */
  readonly text: string;
  /** What must never be kept: as typed, and without spaces. */
  readonly secrets: readonly string[];
  /** An ordinary word that may be kept where words are kept, and nowhere else. */
  readonly word: string;
}

/** The tenth digit of an NHS number: weights 10 to 2, modulus 11. */
function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11;
}

/** @param place from 1 to 9; a different one for each place where something is typed. */
export function typedAt(place: number): TypedWords {
  const nine = ['943476', '401023', '485777', '712301', '620415'].flatMap((start) =>
    [`${start}${place}10`, `${start}${place}21`].filter((digits) => checkDigit(digits) !== 10),
  )[0];
  if (!nine) throw new Error('no NHS number begins like this');
  const nhsNumber = `${nine}${checkDigit(nine)}`;
  const phone = `07700 9001${place}${place}`;
  const email = `doris.${place}@example.nhs.uk`;
  const date = `0${place}/04/1961`;
  const word = `quillfeather${'abcdefghi'[place - 1]}`;
  const spaced = nhsNumber.replace(/^(\d{3})(\d{3})/, '$1 $2 ');
  return {
    text: `The ${word} printer: ${spaced}, born ${date}, ring ${phone} or write to ${email}`,
    secrets: [nhsNumber, spaced, phone, phone.replace(' ', ''), email, date],
    word,
  };
}
