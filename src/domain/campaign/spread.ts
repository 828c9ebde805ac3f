/** Chance without chance: a number that a text decides, so that retries spread out and still repeat exactly. */

/** A 32-bit mixing hash of the text (FNV-1a, then the MurmurHash3 finaliser). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** From 0 up to but not including 1, evenly spread over different texts. */
export function spreadOf(text: string): number {
  return hashOf(text) / 4_294_967_296;
}
