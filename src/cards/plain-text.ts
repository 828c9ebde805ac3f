/** Makes words that somebody typed show as they were typed in a TextBlock or a fact, whatever Markdown they hold. */

/** Invisible, and enough to break a marker. */
const gap = '\u200b';

/** Control characters, halves of characters, and marks that turn the direction of the text around them. */
const unprintable = /(?!\n)[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Words in which nothing has to be looked for more closely: nearly all of them. */
const harmless = /^[\p{L}“‘][\p{L}\p{N} ,.;:!?'’“”‘/%£@·()–-]*$/u;

/**
 * The same words with no Markdown in them. A backslash before a marker would show as a backslash on phones, so markers
 * are broken by an invisible space, and the two that open emphasis are replaced by signs that look like them.
 */
export function plainText(typed: string): string {
  if (harmless.test(typed)) return typed.trimEnd();
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, '')
    .replace(/\*/g, '∗')
    .replace(/`/g, 'ˋ')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
    .replace(/~(?=~)/g, `~${gap}`)
    .replace(/\](?=[([:])/g, `]${gap}`)
    .replace(/\\/g, `\\${gap}`)
    .replace(/<(?=\S)/g, `<${gap}`)
    .replace(/&(?=#?\w+;)/g, `&${gap}`)
    .replace(/\{(?=\{)/g, `{${gap}`)
    .split('\n')
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n\n');
}

/** A line that starts like a heading, a quotation, a rule or a list item starts so no longer. */
function plainLine(line: string): string {
  return line
    .trim()
    .replace(/^(?=[#>+=|-])/, gap)
    .replace(/^(\d+)(?=[.)])/, `$1${gap}`);
}
