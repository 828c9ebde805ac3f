/** Takes the names of people out of somebody's message before its words become part of an issue. */

export const removedName = '[name removed]';

const shortestPart = 3;

/** Full names wherever they stand; their parts, of three letters or more, where they are written with a capital. What is in
 * brackets in a directory's name, such as the organisation, stays. */
export function removeNames(text: string, names: readonly string[]): string {
  const full = names.map((name) => name.replace(/\([^()]*\)/g, ' ').trim()).filter((name) => name !== '');
  const parts = full
    .flatMap((name) => name.split(/[\s,]+/))
    .filter((part) => part.length >= shortestPart && /^\p{L}/u.test(part));
  const withoutFull = full.reduce((words, name) => words.replace(wholeWord(name), removedName), text);
  return parts.reduce(
    (words, part) =>
      words.replace(wholeWord(part), (found) => (/^\p{Lu}/u.test(found) ? removedName : found)),
    withoutFull,
  );
}

function wholeWord(name: string): RegExp {
  const literal = name.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}\[])${literal}(?![\p{L}\p{N}])`, 'giu');
}
