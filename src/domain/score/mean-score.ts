/** The mean of a five-point question on a scale of 0 to 100; never shown alone. */

/** 0 (everybody at the least favourable point) to 100; `counts` by point, least favourable first, at least one answer. */
export function meanScore(counts: readonly number[]): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const weighted = counts.reduce((sum, count, index) => sum + count * index, 0);
  return (weighted * 100) / (n * (counts.length - 1));
}
