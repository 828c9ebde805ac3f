/** How many of some texts fit one card, so that a few long ones make a shorter page and never a card too large. */

/** For words that people typed. The rest of a card with five comments takes less than 14 KB of its 28. */
const wordsBudgetBytes = 14 * 1024;

/** As many as fit, at least one: text is typed within `maximumTextLength`, which fits. */
export function fitPage<T>(items: readonly T[], wordsOf: (item: T) => string): readonly T[] {
  let bytes = 0;
  const over = items.findIndex((item) => {
    bytes += bytesOf(wordsOf(item));
    return bytes > wordsBudgetBytes;
  });
  return over === -1 ? items : items.slice(0, Math.max(1, over));
}

/** As JSON in whichever of UTF-8 and UTF-16 is longer: Teams counts the one, other places the other. */
function bytesOf(words: string): number {
  const json = JSON.stringify(words);
  return Math.max(Buffer.byteLength(json, 'utf8'), Buffer.byteLength(json, 'utf16le'));
}
