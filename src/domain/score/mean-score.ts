/** The mean of a five-point question on a scale of 0 to 100; never shown alone. */

/** 0 (everybody at the least favourable point) to 100 (everybody at the most favourable one), the points at equal
 * distances: (mean point − first point) ÷ (last point − first point) × 100. `counts` by point, least favourable first.
 * @throws RangeError without an answer, or with fewer than two points. */
export function meanScore(counts: readonly number[]): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < 1 || counts.length < 2) throw new RangeError('a mean needs an answer and two points');
  const weighted = counts.reduce((sum, count, index) => sum + count * index, 0);
  return (weighted * 100) / (n * (counts.length - 1));
}
