/** Chance that anybody can repeat: the same seed gives the same numbers on every machine. */

/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** Mulberry32 (T. Ettinger, public domain), started from an FNV-1a hash of the seed. */
export function seededRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of `items`, each with its weight; equal weights when none are given. @throws RangeError when there is none. */
export function pick<T>(random: Random, items: readonly T[], weights?: readonly number[]): T {
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : items.length;
  let left = random() * total;
  for (const [index, item] of items.entries()) {
    left -= weights ? (weights[index] ?? 0) : 1;
    if (left < 0) return item;
  }
  const last = items.at(-1);
  if (last === undefined) throw new RangeError('nothing to pick from');
  return last;
}
