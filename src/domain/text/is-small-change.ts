/** Whether two wordings are one text with something put right, or two texts. */

/** Of the longer text, in characters: slips of the keyboard. */
const mostTyped = 1 / 3;
/** So few characters are always a slip, also in a short text. */
const fewCharacters = 3;
/** Of the words of the longer text: these stay, in their order. */
const leastKept = 1 / 2;

/** True when at least half of the words stay as they were in their order, or no more than a third of the characters change
 * (Levenshtein's distance). It cannot tell a "not" that was forgotten from one that was not: a person answers for that. */
export function isSmallChange(before: string, after: string): boolean {
  const [one, other] = [before.toLowerCase(), after.toLowerCase()];
  const typed = distance([...one], [...other]);
  if (typed <= Math.max(fewCharacters, mostTyped * Math.max(one.length, other.length))) return true;
  const [words, otherWords] = [wordsIn(one), wordsIn(other)];
  return inCommon(words, otherWords) >= leastKept * Math.max(words.length, otherWords.length);
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];

/** How many insertions, deletions and replacements lead from one to the other. */
function distance(one: readonly string[], other: readonly string[]): number {
  let row = other.map((_, index) => index + 1);
  row.unshift(0);
  for (const [index, character] of one.entries()) {
    const next = [index + 1];
    for (const [column, wanted] of other.entries()) {
      const replaced = at(row, column) + (character === wanted ? 0 : 1);
      next.push(Math.min(replaced, at(row, column + 1) + 1, at(next, column) + 1));
    }
    row = next;
  }
  return at(row, other.length);
}

/** The length of the longest sequence that both hold in this order. */
function inCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (const [column, wanted] of other.entries()) {
      const longest = Math.max(at(row, column + 1), at(next, column));
      next.push(word === wanted ? at(row, column) + 1 : longest);
    }
    row = next;
  }
  return at(row, other.length);
}

const at = (row: readonly number[], index: number) => row[index] ?? 0;
